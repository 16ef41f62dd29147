using Cornerstone.Access;
using Cornerstone.Languages;

namespace Cornerstone.Features.Support;

/// <summary>Who supports what, with what: activities, and the money and goods that moved, as their sources tell.</summary>
public sealed class SupportRoom : IRoom
{
    public const string Read = "support.read";

    /// <summary>Bringing in published files, and correcting what they say.</summary>
    public const string Edit = "support.edit";

    /// <summary>Entering one's own support, and proposing what it serves.</summary>
    public const string Contribute = "support.contribute";

    public MenuGroup Group => MenuGroup.Money;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
        new(Contribute, [Role.Secretariat, Role.DevelopmentPartner, Role.MissionOfficer]),
    ];

    public IEnumerable<MenuEntry> Menu => [];

    public IReadOnlyDictionary<string, string> HistoryWords => SupportHistory.Words;

    public void AddServices(IServiceCollection services) =>
        services.AddSingleton(new RefusalSentence("support.own-alignment", "Whoever proposes what an activity serves does not judge it: another person does."));
}
