using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>The table of one period as reports of the Secretary-General print it.</summary>
[Requires(CouncilBenchmarksRoom.Read)]
public sealed class TablePage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    /// <summary>Written form of a period somebody was judged in; the latest when it is none.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Period { get; set; }

    public IReadOnlyList<JudgedBenchmark> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Periods { get; private set; } = [];

    public Values.Period? Chosen { get; private set; }

    public ILookup<Guid, BenchmarkFigure> Figures { get; private set; } = Enumerable.Empty<BenchmarkFigure>().ToLookup(_ => Guid.Empty);

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/council-benchmarks";

    public async Task OnGetAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        var all = await db.JudgedBenchmarksAsync(country, ct);
        var periods = all.SelectMany(j => j.Periods).Distinct().OrderDescending().ToList();
        Periods = periods.ConvertAll(p => new SelectListItem(p.ToString(), p.ToString()));
        Chosen = periods.FirstOrDefault(p => p.ToString() == Period) ?? periods.FirstOrDefault();
        if (Chosen is null) return;

        Period = Chosen.ToString();
        Rows = [.. all.Where(j => j.Benchmark.State != BenchmarkState.Proposed && (j.Benchmark.State != BenchmarkState.Closed || j.Periods.Contains(Chosen)))];
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var asAt = Chosen.Until < today ? Chosen.Until : today;
        Figures = await BenchmarkFigures.ReadAsync(db, country, [.. Rows.Select(r => r.Benchmark)], asAt, current.May(Strength.StrengthRoom.SmallCounts), T, ct);
    }
}
