using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.LanguageTracker;

/// <summary>Theme by year over a chosen set of documents, with the paragraphs behind each figure.</summary>
[Requires(LibraryRoom.Read)]
public sealed class TrackerPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    // A reader compares a handful of lines; the matrix shows all chosen themes.
    private const int MostLines = 5;

    // From "encourages" and "invites" on (domain handbook §1.6).
    private const int LeastDemand = 2;

    private static readonly string[] UsualThemes =
        ["gender", "youth", "children", "human-rights", "national-ownership", "governance", "accountability", "financing", "coordination", "transition"];

    [BindProperty(SupportsGet = true), StringLength(200)]
    public string? Q { get; set; }

    [BindProperty(SupportsGet = true)]
    public DocumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true, Name = "in"), StringLength(2)]
    public string? In { get; set; }

    [BindProperty(SupportsGet = true), Range(1945, 2100)]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true), Range(1945, 2100)]
    public int? To { get; set; }

    [BindProperty(SupportsGet = true)]
    public List<string> Theme { get; set; } = [];

    /// <summary>The set named document by document, one symbol a line; then words, kind and years do not matter.</summary>
    [BindProperty(SupportsGet = true), StringLength(4000)]
    public string? Symbols { get; set; }

    /// <summary>Counts only paragraphs that ask somebody for something.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Asks { get; set; }

    /// <summary>Lines of <see cref="Symbols"/> that are no symbol.</summary>
    public IReadOnlyList<string> Unread { get; private set; } = [];

    /// <summary>Symbols that the library does not hold in this language.</summary>
    public IReadOnlyList<string> NotHeld { get; private set; } = [];

    public TrackerTable Table { get; private set; } = new(new Dictionary<int, int>(), []);

    /// <summary>True before anything was asked: the form offers the set that S/2022/280, para. 53, counted.</summary>
    public bool IsFirst => Request.Query.Count == 0;

    public string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (IsFirst)
        {
            Q = "\"security sector reform\"";
            Kind = DocumentKind.Resolution;
        }

        In = Languages.Languages.Of(In)?.Code ?? "en";
        Theme = [.. Theme.Intersect(Themes.All.Select(t => t.Code)).Distinct()];
        Theme = Theme.Count == 0 ? [.. UsualThemes] : Theme;
        (var symbols, Unread) = DocumentNames.OfList(Symbols);
        NotHeld = await db.NotHeldAsync(Country, symbols, In!, ct);
        Table = await db.TrackAsync(new TrackedSet(Country, Q, Kind, In!, From, To, symbols), Theme, Asks ? LeastDemand : 0, ct);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) => await OnGetAsync(ct) is PageResult { StatusCode: null }
        ? this.Export(TrackerExport.Of(Table, [.. new[] { Q, Kind is { } kind ? T.Of(kind) : null, In }.OfType<string>()], T), format)
        : this.Again();

    public HeatMap Matrix() => new(
        new ChartText(
            T["Documents that speak of each theme, by year"],
            T["Each cell counts the documents of the set in that year with at least one paragraph on the theme, and leads to those paragraphs."],
            T["Theme"], T["documents"]),
        [.. Table.Years.Select(Year)],
        [.. Table.Themes.Select(t => new HeatRow(T.Theme(t), [.. Table.Years.Select(y => Cell(t, y))]))]);

    public LineChart Lines() => new(
        new ChartText(T["Share of each year's documents that speak of a theme"], T["The five themes most spoken of. A year without documents is left out."], T["Year"], "%"),
        [.. Table.Years.Select(Year)],
        [.. Table.Themes.Take(MostLines).Select(t => new Series(T.Theme(t), [.. Table.Years.Select(y => Percentage(Table.Share(t, y)))]))]);

    public string ParagraphsAddress(string theme, int? year) => QueryHelpers.AddQueryString(LibraryAddress.Of(Country) + "/search", new Dictionary<string, string?>
    {
        ["theme"] = theme,
        ["kind"] = string.IsNullOrWhiteSpace(Symbols) ? Kind?.ToString() : null,
        ["language"] = In,
        ["from"] = (year ?? From)?.ToString(CultureInfo.InvariantCulture),
        ["to"] = (year ?? To)?.ToString(CultureInfo.InvariantCulture),
        ["within"] = string.IsNullOrWhiteSpace(Symbols) ? Q : null,
        ["set"] = string.IsNullOrWhiteSpace(Symbols) ? null : Symbols,
        ["strength"] = Asks ? LeastDemand.ToString(CultureInfo.InvariantCulture) : null,
    }.Where(f => !string.IsNullOrEmpty(f.Value)));

    private HeatCell Cell(string theme, int year) => Table.DocumentsIn(year) == 0
        ? new(ChartValue.NotApplicable)
        : new(Table.Of(theme, year).Documents, ParagraphsAddress(theme, year));

    private static ChartValue Percentage(decimal? share) => share is { } s ? ChartValue.Known(Math.Round(s * 100, 1)) : ChartValue.NotApplicable;

    private static string Year(int year) => year.ToString(CultureInfo.InvariantCulture);
}
