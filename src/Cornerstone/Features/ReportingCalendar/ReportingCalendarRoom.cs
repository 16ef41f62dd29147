using Cornerstone.Access;
using Cornerstone.Access.Tokens;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>What is due when, from whom, and who is late; reminders in a calendar of one's own.</summary>
public sealed class ReportingCalendarRoom : IRoom
{
    public const string Read = "calendar.read";

    public MenuGroup Group => MenuGroup.Plan;

    // Who is late is a matter of those who work together on the plan, and of those who watch over it.
    public IEnumerable<Permission> Permissions =>
        [new(Read, [.. Enum.GetValues<Role>().Where(r => r is not (Role.Administrator or Role.CivilSociety or Role.VettingPanel))])];

    public IEnumerable<MenuEntry> Menu =>
        [new("Reporting calendar", "/Features/ReportingCalendar/Calendar", Read, Text.Later("Which values are due when, and who is late"))];

    public IReadOnlyDictionary<string, string> HistoryWords => new Dictionary<string, string>
    {
        ["calendar.feed"] = Text.Later("Calendar address made"),
        ["calendar.renew"] = Text.Later("Calendar address renewed"),
        ["calendar.revoke"] = Text.Later("Calendar address revoked"),
    };

    public void AddServices(IServiceCollection services) => services
        .AddScoped<IOverviewPart, DutiesOverview>()
        .AddScoped<IKeepsAddresses, CalendarAddresses>();
}
