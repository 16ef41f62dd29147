using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Features.ReportingCalendar;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>One person's work queue: what is due from them, and what others handed on to them.</summary>
[Requires(IndicatorValuesRoom.Enter)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private List<ListedValue> values = [];

    public PlaceNames Places { get; private set; } = null!;

    public IReadOnlyList<Duty> ToEnter { get; private set; } = [];

    public int Late => ToEnter.Count(d => d.Status == DutyStatus.Overdue);

    public string Country => $"/{current.Workspace!.Code.ToLowerInvariant()}";

    public string Path => $"{Country}/values";

    public bool IsEmpty => ToEnter.Count == 0 && Parts.All(p => p.Values.Count == 0);

    /// <summary>The queues after the first, each with the states it holds and whether they are mine or others'.</summary>
    public IEnumerable<(string Key, string Title, IReadOnlyList<ListedValue> Values)> Parts =>
    [
        ("returned", T["Returned to me"], Mine(PointState.Returned)),
        ("to-submit", T["Begun, to submit"], Mine(PointState.Entered)),
        ("to-verify", T["To verify"], current.May(IndicatorValuesRoom.Verify) ? Others(PointState.Submitted) : []),
        ("to-publish", T["To publish"], current.May(IndicatorValuesRoom.Publish) ? Others(PointState.Verified) : []),
        ("waiting", T["Mine, with others now"], [.. Mine(PointState.Submitted), .. Mine(PointState.Verified)]),
    ];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

        // Only what can be entered already, and is not begun: a period that runs is in the calendar.
        ToEnter = [.. (await db.DutiesOfAsync(current.Reader, country, today, ct)).Where(d => d.DraftId is null && d.Period.Until < today)];
        Places = await PlaceNames.OfAsync(db, country, today, T, ct);
        var seen = await db.SeenByAsync(current, today, ct);
        values = [.. (await db.WaitingValuesAsync(country, ct)).Where(v => seen(v.Point, v.CustodianId))];
    }

    /// <summary>Values of one indicator and period stand together: ten regions are one piece of work.</summary>
    public static IEnumerable<IReadOnlyList<ListedValue>> Together(IReadOnlyList<ListedValue> values) =>
        values.GroupBy(v => (v.Point.IndicatorId, v.Point.Period), (_, group) => group.ToList());

    private List<ListedValue> Mine(PointState state) => values.FindAll(v => v.Point.State == state && IsMine(v.Point));

    private List<ListedValue> Others(PointState state) => values.FindAll(v => v.Point.State == state && !IsMine(v.Point));

    private bool IsMine(SeriesPoint point) => point.EnteredBy == current.Reader.Id || point.SubmittedBy == current.Reader.Id;
}
