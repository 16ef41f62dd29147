using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>All benchmarks with their latest judgements.</summary>
[Requires(CouncilBenchmarksRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public BenchmarkState? State { get; set; }

    public IReadOnlyList<JudgedBenchmark> Shown { get; private set; } = [];

    public bool MayEdit => current.May(CouncilBenchmarksRoom.Judge);

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/council-benchmarks";

    public IEnumerable<SelectListItem> States => Enum.GetValues<BenchmarkState>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public async Task OnGetAsync(CancellationToken ct) =>
        Shown = [.. (await db.JudgedBenchmarksAsync(current.Workspace!.Code, ct)).Where(j => State is null || j.Benchmark.State == State)];
}
