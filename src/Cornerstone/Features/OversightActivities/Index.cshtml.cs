using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.OversightActivities;

/// <summary>What overseers did and what became of it, with the three numbers that say whether it matters.</summary>
[Requires(OversightActivitiesRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public OversightKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Institution { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Body { get; set; }

    /// <summary>Only activities with a recommendation past its day.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    public IReadOnlyList<OverseenActivity> Everything { get; private set; } = [];

    public IReadOnlyList<OverseenActivity> Shown { get; private set; } = [];

    /// <summary>Of the activities shown.</summary>
    public OversightFigures Figures { get; private set; } = null!;

    public Overseers Overseers { get; private set; } = null!;

    public bool MayEdit => current.May(OversightActivitiesRoom.Edit);

    public bool IsNarrow => Kind is not null || Institution is not null || Body is not null || Overdue;

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/oversight";

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OversightKind>().Select(k => new SelectListItem(T.Of(k), k.ToString()));

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    /// <summary>One row for each recommendation, and one for each activity without any.</summary>
    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        var rows = Shown.SelectMany(o => o.Recommendations.DefaultIfEmpty(), (o, r) => (o.Activity, Recommendation: r));
        string? Name(Guid id) => Overseers.Names.GetValueOrDefault(id)?.In(T.Language.Code);
        return this.Export(new ListExport<(OversightActivity Activity, OversightRecommendation? Recommendation)>("oversight", T["Oversight activities"], rows)
        {
            Columns =
            [
                new(T["Code"], r => r.Activity.Code, Width: 14),
                new(T["Title"], r => r.Activity.Title.In(T.Language.Code), Width: 40),
                new(T["Kind"], r => T.Of(r.Activity.Kind), Width: 14),
                new(T["Day"], r => r.Activity.HeldOn, CellKind.Date, 14),
                new(T["Who oversees"], r => Name(r.Activity.BodyId), Width: 34),
                new(T["Who is overseen"], r => Name(r.Activity.InstitutionId), Width: 34),
                new(T["Doors"], r => r.Activity.IsOpen ? T["Open"] : T["Closed"], Width: 12),
                new(T["Findings"], r => r.Activity.Findings, Width: 50),
                new(T["Resolved on"], r => r.Activity.ResolvedOn, CellKind.Date, 14),
                new(T["Recommendation"], r => r.Recommendation?.What, Width: 50),
                new(T["Due"], r => r.Recommendation?.DueOn, CellKind.Date, 14),
                new(T["Status"], r => r.Recommendation is { } made ? T.Of(made.State) : null),
                new(T["Implemented on"], r => r.Recommendation?.ImplementedOn, CellKind.Date, 14),
                new(T["Classification"], r => T.Of(r.Activity.Classification), Width: 16),
            ],
            Filters = [.. Filters],
        }, format);
    }

    private IEnumerable<string> Filters => new[]
    {
        Kind is { } kind ? T["Kind: {0}", T.Of(kind)] : null,
        Body is { } body ? T["Overseer: {0}", Overseers.Names.GetValueOrDefault(body)?.In(T.Language.Code)] : null,
        Institution is { } institution ? T["Overseen: {0}", Overseers.Names.GetValueOrDefault(institution)?.In(T.Language.Code)] : null,
        Overdue ? T["With overdue recommendations"] : null,
    }.OfType<string>();

    private async Task ReadAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        Overseers = await Overseers.ReadAsync(db, country, Today, T, ct);
        Everything = await db.OversightOfAsync(country, ct);
        Shown = [.. Everything.Where(o =>
            (Kind is null || o.Activity.Kind == Kind)
            && (Institution is null || o.Activity.InstitutionId == Institution)
            && (Body is null || o.Activity.BodyId == Body)
            && (!Overdue || o.Recommendations.Any(r => r.IsOverdue(Today))))];
        Figures = OversightFigures.Of(Shown.Select(o => o.Activity), Shown.SelectMany(o => o.Recommendations), Today);
    }
}
