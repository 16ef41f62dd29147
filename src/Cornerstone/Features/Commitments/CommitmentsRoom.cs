using Cornerstone.Access;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;
using Cornerstone.Ui.Overview;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.Commitments;

/// <summary>Who must do what by when, from which paragraph; status and evidence.</summary>
public sealed class CommitmentsRoom : IRoom
{
    public const string Read = "commitments.read";
    public const string Edit = "commitments.edit";

    public MenuGroup Group => MenuGroup.Promises;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),

        // A focal point will edit the obligations of their own institution once institutions can be named;
        // until then only those who answer for the whole list do (domain handbook §0.4).
        new(Edit, [Role.Secretariat, Role.MissionOfficer]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Commitments", "/Features/Commitments/Index", Read, Text.Later("Who must do what by when, from which paragraph"))];

    public IReadOnlyDictionary<string, string> HistoryWords => CommitmentHistory.Words;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOverviewPart, CommitmentsOverview>();
        services.AddScoped<IProvisionPanel, ObligationPanel>();
        services.AddScoped<ISearchSource, CommitmentsSearchSource>();
        services.AddSingleton(RecordPage.Of<Obligation>(Text.Later("Obligation"), (o, _) => o.What, o => $"commitments/{o.Id}"));
        services.AddSingleton<ILevelRule, NoFurtherThanItsSource>();
        services.AddSingleton(new RefusalSentence("commitments.reason-for-override", "Paragraph {0} asks nobody for anything: say why it is followed all the same."));
        services.AddSingleton(new RefusalSentence("commitments.reason-for-dismissal", "Say why paragraph {0} is not followed."));
        services.AddSingleton(new RefusalSentence("commitments.already-decided", "Paragraph {0} was decided on already."));
        services.AddSingleton(new RefusalSentence("commitments.not-dismissed", "Only a dismissed obligation can be reopened; paragraph {0} is not."));
        services.AddSingleton(new RefusalSentence("commitments.below-source", "The source may travel less far than {0}: choose a stricter level."));
        services.AddSingleton(new RefusalSentence("commitments.above-clearance", "You may not give the level {0} here."));
    }
}
