using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportSheets;

/// <summary>Which column of a sent table says what: a guess or what was kept, to be changed and kept for the next table of the source.</summary>
[Requires(SupportRoom.Edit)]
public sealed class ColumnsPage(SendTable send, CurrentReader current, Text T) : PageModel
{
    private const int RowsShown = 3;
    private const int LongestShown = 60;

    [BindProperty]
    public List<TableColumn> Columns { get; set; } = [];

    [BindProperty, RegularExpression("^[A-Za-z]{3}$")]
    public string? Currency { get; set; }

    [BindProperty]
    public decimal Factor { get; set; } = 1m;

    [BindProperty]
    public string DecimalSign { get; set; } = ".";

    public TableDraft Draft { get; private set; } = null!;

    public IReadOnlyList<IReadOnlyList<string>> First { get; private set; } = [];

    public bool IsKept { get; private set; }

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/support";

    public IEnumerable<SelectListItem> Factors =>
        new[] { (1m, T["whole units"]), (1_000m, T["thousands"]), (1_000_000m, T["millions"]) }.Select(f => new SelectListItem(f.Item2, f.Item1.ToString(CultureInfo.InvariantCulture)));

    public IEnumerable<SelectListItem> DecimalSigns => [new(T["Point: 1,234.50"], "."), new(T["Comma: 1.234,50"], ",")];

    public static string Beginning(string text) => text.Length > LongestShown ? text[..LongestShown] + "…" : text;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        var kept = await send.KeptAsync(Draft, ct);
        (Columns, IsKept) = (TableGuess.Of([.. Headings], kept?.Columns ?? []), kept is not null);
        var layout = TableLayout.Of(Draft.Kind);
        (Currency, Factor, DecimalSign) = kept is null ? (layout?.Currency, layout?.Factor ?? 1m, ".") : (kept.Currency, kept.Factor, kept.DecimalSign);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        if (!Columns.ConvertAll(c => c.Heading ?? "").SequenceEqual(Headings))
        {
            return BadRequest();
        }

        if (Currency is { } currency && !CodeLists.IsCurrency(currency.ToUpperInvariant()))
        {
            ModelState.AddModelError(nameof(Currency), T["a currency code of three letters"]);
        }

        if (!ModelState.IsValid || Factor is not (1m or 1_000m or 1_000_000m) || DecimalSign is not ("." or ","))
        {
            return this.Again();
        }

        var (file, refusal) = await send.ReadAsync(Draft, Choose, ct);
        return refusal is null ? Redirect($"{Path}/drafts/{file}") : this.Again("", T[refusal]);
    }

    private IReadOnlyList<string> Headings { get; set; } = [];

    private void Choose(TableMapping mapping) =>
        (mapping.Columns, mapping.Currency, mapping.Factor, mapping.DecimalSign) = (Columns, Currency?.ToUpperInvariant(), Factor, DecimalSign);

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await send.DraftAsync(id, ct) is not { } draft)
        {
            return false;
        }

        Draft = draft;
        (Headings, First) = TableReading.Look(new MemoryStream(draft.Content, writable: false), RowsShown);
        return true;
    }
}
