using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Published;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Publications;

/// <summary>The rows of one thing, exactly as they will stand. Why numbers are withheld is shown to those who may publish.</summary>
[Requires(PublicationsRoom.Read)]
public sealed class RowsPage(AppDb db, CurrentReader current) : PageModel
{
    private const int PageSize = 200;

    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    public Publication Publication { get; private set; } = null!;

    public Subject Subject { get; private set; } = null!;

    public PublishedIndicator? Card { get; private set; }

    public IReadOnlyList<SeenRow<PublishedValue>> Values { get; private set; } = [];

    public IReadOnlyList<SeenRow<PublishedTarget>> Targets { get; private set; } = [];

    public IReadOnlyList<PublishedPlanNode> Nodes { get; private set; } = [];

    public IReadOnlyList<PublishedBenchmark> Benchmarks { get; private set; } = [];

    public IReadOnlyList<PublishedCommitment> Commitments { get; private set; } = [];

    /// <summary>An activity as everybody will read it, by the same page.</summary>
    public ToldActivity? Activity { get; private set; }

    public int Total { get; private set; }

    /// <summary>Reasons are for those who decide; whoever reads the proposal sees that a number is withheld.</summary>
    public bool SeesReasons => current.May(PublicationsRoom.Approve);

    public string Path => $"/{Country.ToLowerInvariant()}/publications";

    public string? Before => Part.Before is { } skip ? $"?skip={skip}" : null;

    public string? After => Part.After is { } skip ? $"?skip={skip}" : null;

    private PageRows Part => PageRows.From(Skip, PageSize, Total);

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, SubjectKind kind, string key, CancellationToken ct)
    {
        var rows = db.PublicationRows.AsNoTracking().Where(r => r.PublicationId == id && r.Country == Country && r.Kind == kind && r.Key == key);
        if (await db.Publications.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Country == Country, ct) is not { } publication
            || await rows.SingleOrDefaultAsync(r => r.IntoTable == "subject", ct) is not { } line)
        {
            return NotFound();
        }

        (Publication, Subject) = (publication, RowForm.Read<Subject>(line.Row));
        Total = await rows.CountAsync(r => r.IntoTable == "indicator_value", ct);
        Card = await rows.SingleOrDefaultAsync(r => r.IntoTable == "indicator", ct) is { } card ? RowForm.Read<PublishedIndicator>(card.Row) : null;
        Values = Seen<PublishedValue>(await rows.Where(r => r.IntoTable == "indicator_value").OrderByDescending(r => r.Position).Skip(Part.Start).Take(PageSize).ToListAsync(ct));
        Targets = Seen<PublishedTarget>(await rows.Where(r => r.IntoTable == "indicator_target").OrderBy(r => r.Position).ToListAsync(ct));
        Nodes = (await rows.Where(r => r.IntoTable == "plan_node").OrderBy(r => r.Position).ToListAsync(ct)).ConvertAll(r => RowForm.Read<PublishedPlanNode>(r.Row));
        Benchmarks = (await rows.Where(r => r.IntoTable == "benchmark").OrderBy(r => r.Position).ToListAsync(ct)).ConvertAll(r => RowForm.Read<PublishedBenchmark>(r.Row));
        Commitments = (await rows.Where(r => r.IntoTable == "commitment").OrderBy(r => r.Position).ToListAsync(ct)).ConvertAll(r => RowForm.Read<PublishedCommitment>(r.Row));
        Activity = await ActivityAsync(rows, ct);
        return Page();
    }

    // Other activities are named, not linked: the page they will have is not there yet.
    private static async Task<ToldActivity?> ActivityAsync(IQueryable<PublicationRow> rows, CancellationToken ct) =>
        await rows.SingleOrDefaultAsync(r => r.IntoTable == "activity", ct) is { } activity
            ? new(RowForm.Read<PublishedActivity>(activity.Row), (await rows.Where(r => r.IntoTable == "activity_line").OrderBy(r => r.Position).ToListAsync(ct)).ConvertAll(r => RowForm.Read<PublishedLine>(r.Row)), _ => null)
            : null;

    private static List<SeenRow<T>> Seen<T>(List<PublicationRow> rows)
        where T : PublishedRow => rows.ConvertAll(r => new SeenRow<T>(RowForm.Read<T>(r.Row), r.Telling, r.CouldBeLeast, r.CouldBeMost));
}

/// <summary>A row with what is known of it on this side only.</summary>
public sealed record SeenRow<T>(T Row, RowTelling Telling, long? CouldBeLeast, long? CouldBeMost);
