using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>One benchmark: what it asks, its figures, how both parties were judged, what stood in the way.</summary>
[Requires(CouncilBenchmarksRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty]
    public JudgementForm Judged { get; set; } = new();

    [BindProperty]
    public ObstacleForm Obstacle { get; set; } = new();

    [BindProperty]
    public DateOnly? AgreedOn { get; set; }

    [BindProperty]
    public string? AgreedIn { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public CouncilBenchmark Benchmark { get; private set; } = null!;

    /// <summary>All of them, corrected ones too, the latest period first.</summary>
    public IReadOnlyList<CouncilJudgement> Judgements { get; private set; } = [];

    public IReadOnlyList<CouncilObstacle> Obstacles { get; private set; } = [];

    public IReadOnlyList<BenchmarkFigure> Figures { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>Which form comes back with faults.</summary>
    public string? Posted { get; private set; }

    public bool MayEdit => current.May(CouncilBenchmarksRoom.Judge);

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public string Path => $"/{Country.ToLowerInvariant()}/council-benchmarks";

    private string Country => current.Workspace!.Code;

    private Dictionary<Guid, string> names = [];

    public string NameOf(Guid person) => names.GetValueOrDefault(person, "–");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostAgreeAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Agree", "council.agree", () => Benchmark.Agree(AgreedOn, AgreedIn, Today), nameof(AgreedOn), ct);

    public Task<IActionResult> OnPostCloseAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Close", "council.close", () => Benchmark.Close(Reason), nameof(Reason), ct);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Reopen", "council.reopen", () => Benchmark.Reopen(), "", ct);

    public Task<IActionResult> OnPostJudgeAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Judge", "council.judge", Judge, $"{nameof(Judged)}.{nameof(Judged.Period)}", ct, nameof(Judged));

    public Task<IActionResult> OnPostObstacleAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Obstacle", "council.obstacle", AddObstacle, "", ct, nameof(Obstacle));

    public Task<IActionResult> OnPostOvercomeAsync(Guid id, CancellationToken ct) => ActAsync(
        id, "Overcome", "council.overcome",
        () => Obstacles.SingleOrDefault(o => o.Id == Obstacle.Id) is { } o ? o.Overcome(Obstacle.On, Obstacle.Words, Today) : new Refusal("council.obstacle-how"),
        "", ct, nameof(Obstacle));

    private Refusal? Judge()
    {
        if (Judged.Judgements(Benchmark, current.Reader.Id, clock.GetUtcNow(), ModelState, nameof(Judged), T) is not { } judgements)
        {
            return null;
        }

        var standing = Judgements.Where(j => j.Stands).ToList();
        foreach (var judgement in judgements)
        {
            var same = standing.SingleOrDefault(j => j.Party == judgement.Party && j.Period == judgement.Period);
            if (same is not null && judgement.CorrectedBecause is null) return new Refusal("council.reason-for-correction");
            if (Benchmark.MayJudge(judgement, standing, Today) is { } refusal) return refusal;

            same?.ReplaceWith(judgement);
        }

        db.CouncilJudgements.AddRange(judgements);
        Benchmark.Assess();
        Benchmark.Due = Judged.NextDue ?? Benchmark.Due;
        return null;
    }

    private Refusal? AddObstacle()
    {
        if (string.IsNullOrWhiteSpace(Obstacle.Words) || Obstacle.On is null || Obstacle.On > Today)
        {
            ModelState.AddModelError($"{nameof(Obstacle)}.{nameof(Obstacle.Words)}", T["Say what stands in the way, and since which day; a day to come cannot be known."]);
            return null;
        }

        db.CouncilObstacles.Add(new CouncilObstacle
        {
            BenchmarkId = Benchmark.Id,
            Country = Country,
            Classification = Benchmark.Classification,
            Compartment = Benchmark.Compartment,
            Words = Obstacle.Words.Trim(),
            Since = Obstacle.On.Value,
        });
        return null;
    }

    /// <summary>One of the page's acts: only its own form is looked at, the rule is asked, and what it did is saved.</summary>
    private async Task<IActionResult> ActAsync(Guid id, string form, string act, Func<Refusal?> rule, string field, CancellationToken ct, string? prefix = null)
    {
        Posted = form;
        if (!MayEdit) return Forbid();
        if (!await ReadAsync(id, ct)) return NotFound();

        foreach (var key in ModelState.Keys.Where(k => prefix is null || !k.StartsWith(prefix + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        if (ModelState.IsValid && rule() is { } refusal) ModelState.AddModelError(field, T[refusal]);
        if (!ModelState.IsValid) return this.Again();

        Benchmark.Version++;
        await db.SaveAsync(new Act(act, Country, clock.GetUtcNow(), string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Benchmark = (await db.CouncilBenchmarks.SingleOrDefaultAsync(b => b.Id == id && b.Country == Country, ct))!;
        if (Benchmark is null) return false;

        Judgements = [.. (await db.CouncilJudgements.Where(j => j.BenchmarkId == id).ToListAsync(ct))
            .OrderByDescending(j => j.Period).ThenBy(j => j.Party).ThenByDescending(j => j.JudgedAt)];
        Obstacles = await db.CouncilObstacles.Where(o => o.BenchmarkId == id).OrderBy(o => o.Since).ThenBy(o => o.Id).ToListAsync(ct);
        names = await db.AssessorNamesAsync(Judgements.Select(j => j.JudgedBy), ct);
        Figures = (await BenchmarkFigures.ReadAsync(db, Country, [Benchmark], Today, current.May(Strength.StrengthRoom.SmallCounts), T, ct))[Benchmark.Id].ToList();
        if (Tab == "history") History = await db.HistoryOfAsync(id, ct);
        return true;
    }
}
