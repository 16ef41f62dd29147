using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportActivities;

/// <summary>Activities of support, with what was pledged, committed, paid and spent side by side.</summary>
[Requires(SupportRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    public const int PageSize = 50;

    private const int MostPages = 1_000_000;

    // More partners than a person scrolls through; the rest is found by the list of partners.
    private const int MostPartners = 300;

    [BindProperty(SupportsGet = true)]
    public string? Search { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Partner { get; set; }

    [BindProperty(SupportsGet = true)]
    public ActivityStatus? Status { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Sector { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Year { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Currency { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool InKind { get; set; }

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>The whole list at once, for paper.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<Activity> Activities { get; private set; } = [];

    public ILookup<Guid, StageSum> Sums { get; private set; } = Enumerable.Empty<StageSum>().ToLookup(s => s.ActivityId);

    public PartnerIndex Partners { get; private set; } = new([]);

    public ReferenceMoney Reference { get; private set; } = null!;

    public IReadOnlyList<SelectListItem> Components { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Years { get; private set; } = [];

    public IEnumerable<SelectListItem> Currencies => Reference.Choices.Select(c => new SelectListItem(c.Code, c.Code));

    public int Total { get; private set; }

    public ActivityFilter Filter => new() { Search = Search, Partner = Partner, Status = Status, Sector = Sector, Component = Component, Year = Year, Currency = Currency, InKind = InKind };

    public IEnumerable<SelectListItem> PartnerChoices => Partners.Standing
        .Select(p => new SelectListItem(p.Names.In(T.Language.Code), p.Id.ToString()))
        .OrderBy(p => p.Text, StringComparer.CurrentCulture).Take(MostPartners);

    public IEnumerable<SelectListItem> Statuses => Enum.GetValues<ActivityStatus>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public IEnumerable<SelectListItem> Sectors => CodeWords.Sectors.Select(s => new SelectListItem(T.SectorOf(s.Key), s.Key)).OrderBy(s => s.Value, StringComparer.Ordinal);

    public bool MayEdit => current.May(SupportRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        P = Math.Clamp(P, 1, MostPages);
        var found = await FoundAsync(ct);
        Total = await found.CountAsync(ct);
        Activities = await (All ? found : found.Skip((P - 1) * PageSize).Take(PageSize)).ToListAsync(ct);
        Sums = await db.StageSumsAsync([.. Activities.Select(a => a.Id)], ct);
        await Reference.LoadAsync(db, [.. Activities.Select(a => a.Id)], ct);
        Components = [.. (await db.ComponentsAsync(Country, ct)).Where(c => Enum.TryParse<Component>(c.Code, out _)).Select(c => new SelectListItem(T.NameOf(c), c.Code))];
        Years = [.. (await db.Transactions.AsNoTracking().Where(t => t.Country == Country && t.Date != null).Select(t => t.Date!.Value.Year).Distinct().OrderDescending().ToListAsync(ct))
            .Select(y => new SelectListItem($"{y}", $"{y}"))];
        // What could not be understood filters nothing, and is said.
        return ModelState.IsValid ? Page() : this.Again();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var activities = await (await FoundAsync(ct)).ToListAsync(ct);
        var sums = await db.StageSumsAsync([.. activities.Select(a => a.Id)], ct);
        await Reference.LoadAsync(db, [.. activities.Select(a => a.Id)], ct);
        var language = T.Language.Code;
        return this.Export(new ListExport<Activity>("support", T["International support"], activities)
        {
            Columns =
            [
                new(T["Identifier"], a => a.Identifier),
                new(T["Title"], a => a.Title?.In(language), Width: 48),
                new(T["Reported by"], a => Partners.Of(a.ReporterId)?.Names.In(language), Width: 32),
                new(T["Status"], a => T.Of(a.Status)),
                new(T["Starts"], a => a.Starts, CellKind.Date),
                new(T["Ends"], a => a.Ends, CellKind.Date),
                new(T["Sectors"], a => string.Join("; ", a.Sectors.Select(s => $"{s.Code} {T.ShareOf(s.Percentage)}".Trim()))),
                .. StageSum.Told.Select(type => new ExportColumn<Activity>(T.Of(type), a => string.Join("; ", T.SumsOf(sums[a.Id], type)), Width: 26)),
                .. StageSum.Told.Select(type => new ExportColumn<Activity>(T["{0}, in {1}", T.Of(type), Reference.Into], a => Reference.SumOf(a.Id, type), CellKind.Number)),
                new(T["Lines without a rate"], a => StageSum.Told.Sum(type => Reference.MissingIn(a.Id, type)), CellKind.Number),
                new(T["Reporter’s flow type"], a => T.FlowTypeOf(a.FlowType)),
            ],
            Source = T["Each activity as its source tells it, with the country’s corrections"],
        }, format);
    }

    public string? Address(int page) => page < 1 || (page - 1) * PageSize >= Total || All ? null : Filter.AddressOn(Path, page);

    // The newest in the register first: a neutral order that an index answers.
    private async Task<IQueryable<Activity>> FoundAsync(CancellationToken ct)
    {
        Partners = await db.PartnerIndexAsync(Country, ct);
        Reference = await ReferenceMoney.OfAsync(db, Country, Currency, ct);
        return Filter.Apply(db.Activities.AsNoTracking().Where(a => a.Country == Country), db.Transactions, Partners).OrderByDescending(a => a.Id);
    }
}
