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

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>(Enum.GetValues<ReadReason>().Select(r => KeyValuePair.Create($"Reason.{r}", ReadReasons.Of(r)))
        .Concat(Enum.GetValues<DossierGround>().Select(g => KeyValuePair.Create($"Reason.{g}", DossierGrounds.Of(g))))
        .Concat(Enum.GetValues<KeepBasis>().Select(b => KeyValuePair.Create($"Reason.{b}", KeepBases.Of(b)))))
    {
        ["sealed.list"] = Text.Later("List of dossiers read"),
        ["sealed.search"] = Text.Later("Dossiers searched"),
        ["sealed.open"] = Text.Later("Dossier read"),
        ["sealed.download"] = Text.Later("File of the dossier read"),
        ["sealed.add"] = Text.Later("Dossier opened"),
        ["sealed.write"] = Text.Later("Dossier written to"),
        ["sealed.attach"] = Text.Later("File added to the dossier"),
        ["sealed.keep-until"] = Text.Later("Date set until which the dossier is kept"),
        [nameof(SealedDossier.KeepUntil)] = Text.Later("Kept until"),
        ["sealed.hold"] = Text.Later("Hold put on the dossier"),
        ["sealed.ask-lifting"] = Text.Later("Lifting of the hold asked for"),
        ["sealed.lift"] = Text.Later("Hold lifted by two members"),
        ["sealed.ask-erasure"] = Text.Later("Erasure of the dossier asked for"),
        ["sealed.erase"] = Text.Later("Dossier erased by two members"),
        ["sealed.withdraw"] = Text.Later("Request about the dossier withdrawn"),
        ["sealed.refuse"] = Text.Later("Request about the dossier refused"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<SealedReads>();
        services.AddScoped<DossierStore>();
        services.AddScoped<KeepOrErase>();
        services.AddScoped<DossierDates>();
        services.AddScoped<GroupDoor>();
        services.AddScoped<GroupPeople>();
        services.AddScoped<GroupEmergencies>();
        services.AddSingleton(new RefusalSentence("sealed.needs-another", "The second person has to be somebody else than the one who asked."));
        services.AddSingleton(new RefusalSentence("sealed.decided", "Somebody has decided this in the meantime."));
        services.AddSingleton(new RefusalSentence("sealed.expired", "This was asked for more than seven days ago: close it and ask anew."));
        services.AddSingleton(new RefusalSentence("sealed.held", "A hold keeps this dossier: it cannot be erased before two members have lifted it."));
        services.AddSingleton(new RefusalSentence("sealed.waits", "This has been done or asked for already."));
        services.AddSingleton(new RefusalSentence("sealed.changed", "Somebody wrote in this dossier after you opened it. Look at it again before you decide."));
        services.AddSingleton(new RefusalSentence("sealed.not-possible", "This is not possible any more: whoever asked is no member now, or the dossier has changed. Look at it again."));
        services.AddSingleton(new RefusalSentence("sealed.list-not-kept", "The list of erasures cannot be written, so nothing was erased. Tell whoever looks after the server."));
    }
}
