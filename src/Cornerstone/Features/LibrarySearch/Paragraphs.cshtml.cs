using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.LibrarySearch;

/// <summary>Paragraphs by their words and by what they are: the answer is always the paragraph, never just the document.</summary>
[Requires(LibraryRoom.Read)]
public sealed class ParagraphsPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    public const int PageSize = 25;

    // Printing takes what a person would read, not a whole library.
    private const int MostPrinted = 500;

    private const int MostExported = 10_000;

    [BindProperty(SupportsGet = true, Name = "")]
    public ParagraphFilter Filter { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public ParagraphHits Found { get; private set; } = ParagraphHits.None;

    /// <summary>The document itself, when the question is a symbol.</summary>
    public NamedDocument? Named { get; private set; }

    public string Country => current.Workspace!.Code;

    public string Here => LibraryAddress.Of(Country) + "/search";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        P = Math.Clamp(P, 1, 1_000_000);
        if (!Filter.IsEmpty)
        {
            Found = await db.ParagraphsAsync(Country, Filter, All ? 0 : (P - 1) * PageSize, All ? MostPrinted : PageSize, ct);
            Named = await NamedAsync(ct);
        }

        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!ModelState.IsValid || Filter.IsEmpty)
        {
            return this.Again();
        }

        var found = await db.ParagraphsAsync(Country, Filter, 0, MostExported, ct);
        return this.Export(ParagraphsExport.Of(found.Hits, [.. new[] { Filter.Q, Filter.Symbol, Filter.Language }.Where(f => !string.IsNullOrEmpty(f)).OfType<string>()], T), format);
    }

    public string? Address(int page) => All || page < 1 || (page - 1) * PageSize >= Found.Paragraphs ? null : Filter.Address(Here, page);

    private async Task<NamedDocument?> NamedAsync(CancellationToken ct)
    {
        if (!DocumentSymbol.TryParse(Filter.Q, out var symbol) && !DocumentSymbol.TryParseLenient(Filter.Q, out symbol))
        {
            return null;
        }

        var sought = DocumentNames.Sought(symbol.Value);
        return (await db.DocumentsNamedAsync([sought], Country, "en", ct)).GetValueOrDefault(sought);
    }
}
