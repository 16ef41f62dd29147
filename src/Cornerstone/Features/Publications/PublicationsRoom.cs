using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.Publications;

/// <summary>What goes to the public: proposed by one person, published by another, withdrawn with a ground.</summary>
public sealed class PublicationsRoom : IRoom
{
    public const string Read = "publications.read";
    public const string Propose = "publications.propose";

    /// <summary>Publishing what another person proposed, and withdrawing. The database names the same roles (0095).</summary>
    public const string Approve = "publications.approve";

    public MenuGroup Group => MenuGroup.Tell;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [Role.Secretariat, Role.FocalPoint, Role.FinanceAnalyst, Role.Auditor]),
        new(Propose, [Role.Secretariat]),
        new(Approve, [Role.Secretariat, Role.FinanceAnalyst]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Publications", "/Features/Publications/Index", Read, Text.Later("What the public reads: proposed by one person, published by another"))];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>
    {
        ["publications.propose"] = Text.Later("Edition proposed"),
        ["publications.publish"] = Text.Later("Edition published"),
        ["publications.refuse"] = Text.Later("Edition refused"),
        ["publications.take-back"] = Text.Later("Proposal taken back"),
        ["publications.withdraw"] = Text.Later("Withdrawn from the public"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<ProposeEdition>();
        services.AddSingleton(new RefusalSentence("publications.own-proposal", "You proposed this edition: another person publishes it."));
        services.AddSingleton(new RefusalSentence("publications.rows-changed", "These are not the rows that stand here now: look at them again."));
        services.AddSingleton(new RefusalSentence("publications.overtaken", "Edition {0} was published since. Each edition is checked against those before it: propose this one anew."));
        services.AddSingleton(new RefusalSentence("publications.no-longer-public", "Rows whose record is no longer public or was replaced: {0}. Refuse this proposal and propose anew."));
        services.AddSingleton(new RefusalSentence("publications.reason", "Say why it is refused."));
        services.AddSingleton(new RefusalSentence("publications.not-yours", "Who proposed it takes it back."));
        services.AddSingleton(new RefusalSentence("publications.decided", "This has been decided already."));
    }
}
