using Cornerstone.Access;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Reclassifications;

/// <summary>Records that somebody wants to open to more readers, and the second person who agrees or not.</summary>
public sealed class ReclassificationsRoom : IRoom
{
    public const string Read = "reclassification.read";
    public const string Decide = "reclassification.decide";

    public MenuGroup Group => MenuGroup.Administration;

    public IEnumerable<Permission> Permissions =>
    [
        // Whoever may edit any record may ask, and sees what became of it.
        new(Read, [.. Enum.GetValues<Role>().Where(r => r is not (Role.Administrator or Role.Auditor or Role.CivilSociety))]),
        new(Decide, [Role.Secretariat, Role.FinanceAnalyst, Role.MissionOfficer, Role.ParliamentCommittee]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Reclassification", "/Reclassifications/Index", Read, Text.Later("Records that would be opened to more readers: one person asks, another one agrees"))];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>
    {
        ["reclassification.approve"] = Text.Later("Opened to more readers"),
        ["reclassification.refuse"] = Text.Later("Opening refused"),
        ["reclassification.withdraw"] = Text.Later("Opening withdrawn"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<Reclassify>();
        services.Configure<MvcOptions>(o => o.Filters.Add<LoweringFilter>());
        services.AddSingleton(new RefusalSentence("reclassification.needs-another", "You asked for this yourself: another person decides."));
        services.AddSingleton(new RefusalSentence("reclassification.decided", "This has been decided already."));
        services.AddSingleton(new RefusalSentence("reclassification.expired", "This was asked too long ago: ask anew."));
        services.AddSingleton(new RefusalSentence("reclassification.moved-on", "The record is no longer at the level from which it was to be opened: ask anew."));
        services.AddSingleton(new RefusalSentence("reclassification.changed", "The record was changed since you opened this page: look at it again, then decide."));
        services.AddSingleton(new RefusalSentence("reclassification.not-possible", "A rule of the record forbids this level as the record stands."));
        services.AddSingleton(new RefusalSentence("reclassification.asker-left", "Who asked may not write here any more: ask anew."));
    }
}
