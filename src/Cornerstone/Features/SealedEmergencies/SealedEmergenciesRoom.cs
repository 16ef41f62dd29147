using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;
using Cornerstone.Vaults;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>Sealed dossiers in an emergency: read for hours by somebody outside their group, and reviewed afterwards (decision 48).</summary>
public sealed class SealedEmergenciesRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Safeguards;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>(Enum.GetValues<EmergencyGround>().Select(g => KeyValuePair.Create($"Reason.{g}", EmergencyGrounds.Of(g)))
        .Concat(Enum.GetValues<EmergencyFinding>().Select(f => KeyValuePair.Create($"Reason.{f}", EmergencyFindings.Of(f)))))
    {
        [EmergencyCalls.AskAct] = Text.Later("Asked to be let in, in an emergency"),
        [EmergencyCalls.WithdrawAct] = Text.Later("Call for an emergency withdrawn"),
        [Emergencies.LetInAct] = Text.Later("Let in, in an emergency"),
        [Emergencies.EndAct] = Text.Later("Emergency ended, keys destroyed"),
        [Emergencies.ReviewAct] = Text.Later("Emergency reviewed"),
        [LentDossiers.SayAct] = Text.Later("Reason written in an emergency"),
        [LentDossiers.ListAct] = Text.Later("Titles read in an emergency"),
        [LentDossiers.ReadAct] = Text.Later("Dossier read in an emergency"),
        [LentDossiers.DownloadAct] = Text.Later("File of the dossier read in an emergency"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<EmergencyCalls>();
        services.AddScoped<Emergencies>();
        services.AddScoped<LentDossiers>();
        services.AddScoped<IOverviewPart, EmergencyOverview>();
        services.AddSingleton(new RefusalSentence("emergency.asked", "You have asked already: your call stands for a day, or until you withdraw it."));
        services.AddSingleton(new RefusalSentence("emergency.not-reviewed", "This person was let in before, and nobody has reviewed it yet: review that first."));
        services.AddSingleton(new RefusalSentence("emergency.not-possible", "This is not possible any more: the call was withdrawn, answered or is too old, or the person is a member now or has no role in the country."));
        services.AddSingleton(new RefusalSentence("emergency.over", "The time is over: nothing opens any more."));
        services.AddSingleton(new RefusalSentence("emergency.own", "Whoever was let in, and whoever let them in, cannot review it: somebody else of the group does."));
        services.AddSingleton(new RefusalSentence("emergency.open", "It is reviewed when it is over: end it first, or wait."));
        services.AddSingleton(new RefusalSentence("emergency.reviewed", "Somebody else has reviewed this in the meantime."));
    }
}
