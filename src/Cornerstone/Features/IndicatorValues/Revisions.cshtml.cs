using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>The revision list: every change after publication (domain handbook §17, invariant 6).</summary>
[Requires(IndicatorValuesRoom.Read)]
public sealed class RevisionsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    public IReadOnlyList<ListedValue> Revised { get; private set; } = [];

    public PlaceNames Places { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, Figure> Successors { get; private set; } = new Dictionary<Guid, Figure>();

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/values";

    public async Task OnGetAsync(CancellationToken ct)
    {
        Revised = await db.RevisedValuesAsync(current.Workspace!.Code, ct);
        Places = await PlaceNames.OfAsync(db, current.Workspace!.Code, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), T, ct);
        var next = Revised.Select(r => r.Point.ReplacedBy).OfType<Guid>().ToList();
        Successors = (await db.SeriesPoints.AsNoTracking().Where(p => next.Contains(p.Id) && p.PublishedAt != null).ToListAsync(ct)).ToDictionary(p => p.Id, p => p.Value);
    }
}
