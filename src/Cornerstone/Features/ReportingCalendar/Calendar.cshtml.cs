using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.ReportingCalendar;

/// <summary>A custodian with something overdue, and who speaks for it.</summary>
public sealed record LateCustodian(string Custodian, int Count, int LongestDays, IReadOnlyList<string> People);

/// <summary>All duties of a country, and who is late, on one page.</summary>
[Requires(ReportingCalendarRoom.Read)]
public sealed class CalendarPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public DutyStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Custodian { get; set; }

    public IReadOnlyList<Duty> Shown { get; private set; } = [];

    public IReadOnlyList<LateCustodian> Late { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Custodians { get; private set; } = [];

    public IEnumerable<SelectListItem> Statuses => Enum.GetValues<DutyStatus>().Reverse().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public string Country => $"/{current.Workspace!.Code.ToLowerInvariant()}";

    public string Path => $"{Country}/calendar";

    /// <summary>Those with a role that enters values; whether for this indicator, the page of the value settles.</summary>
    public bool MayEnter => current.Reader.Memberships.Any(m =>
        m.Country == current.Workspace!.Code && m.Role is Role.Secretariat or Role.FocalPoint or Role.FinanceAnalyst or Role.MissionOfficer);

    /// <summary>What is overdue or near stands flat; what is upcoming stands by the month it is due.</summary>
    public IEnumerable<(string? Month, IReadOnlyList<Duty> Duties)> Groups => Shown
        .GroupBy(d => d.Status == DutyStatus.Upcoming ? d.DueOn.ToString("MMMM yyyy", T.Language.Culture) : null)
        .Select(g => (g.Key, (IReadOnlyList<Duty>)[.. g]));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var code = current.Workspace!.Code;

        // An institution is called by its name; a custodian who is none, as the card calls them.
        var names = await db.InstitutionNamesAsync(code, Today, ct);
        var duties = (await db.DutiesAsync(code, Today, ct)).ConvertAll(d =>
            d.CustodianId is { } id && names.TryGetValue(id, out var name) ? d with { Custodian = name.In(T.Language.Code) } : d);
        var people = await db.FocalPointNamesAsync(code, Today, ct);
        Late = [.. duties.Where(d => d.Status == DutyStatus.Overdue)
            .GroupBy(d => d.Custodian)
            .Select(g => new LateCustodian(g.Key, g.Count(), g.Max(d => d.DaysLate(Today)), [.. g.Select(d => d.CustodianId).OfType<Guid>().Distinct().SelectMany(id => people[id])]))
            .OrderByDescending(l => l.LongestDays).ThenBy(l => l.Custodian, StringComparer.CurrentCulture)];
        Custodians = [.. duties.Select(d => d.Custodian).Distinct().Order(StringComparer.CurrentCulture).Select(c => new SelectListItem(c, c))];
        Shown = [.. duties.Where(d => (Status is null || d.Status == Status) && (Custodian is null || d.Custodian == Custodian))];
    }
}
