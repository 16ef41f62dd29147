using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Vaults;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>Dossiers that only the members of a sealed group can open: closed-door lines of a budget, victims and witnesses, files under review.</summary>
public sealed class SealedDossiersRoom : IRoom
{
    /// <summary>Lets somebody ask. What opens is decided by the group, its terms and its key.</summary>
    public const string Enter = "sealed.enter";

    public const string Write = "sealed.write";

    private static readonly Role[] Writers =
        [Role.Secretariat, Role.FocalPoint, Role.FinanceAnalyst, Role.DevelopmentPartner, Role.MissionOfficer, Role.HumanRightsOfficer, Role.VettingPanel, Role.ParliamentCommittee];

    public MenuGroup Group => MenuGroup.Safeguards;

    public IEnumerable<Permission> Permissions =>
    [
        new(Enter, Granted: [.. Writers, Role.Auditor]),
        new(Write, Granted: Writers),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Sealed dossiers", Page: "/Features/SealedDossiers/Index", Needs: Enter, Purpose: Text.Later("What a named few keep from everybody else, under a key that only they hold"))];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>(Enum.GetValues<ReadReason>().Select(r => KeyValuePair.Create($"Reason.{r}", ReadReasons.Of(r))))
    {
        ["sealed.list"] = Text.Later("List of dossiers read"),
        ["sealed.search"] = Text.Later("Dossiers searched"),
        ["sealed.open"] = Text.Later("Dossier read"),
        ["sealed.download"] = Text.Later("File of the dossier read"),
        ["sealed.add"] = Text.Later("Dossier opened"),
        ["sealed.write"] = Text.Later("Dossier written to"),
        ["sealed.attach"] = Text.Later("File added to the dossier"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<SealedReads>();
        services.AddScoped<DossierStore>();
        services.AddScoped<GroupDoor>();
        services.AddScoped<GroupPeople>();
    }
}
