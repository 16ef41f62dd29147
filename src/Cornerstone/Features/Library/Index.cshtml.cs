using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Library;

/// <summary>The documents of the workspace and of the shared layer, to be narrowed, sorted, printed and taken away.</summary>
[Requires(LibraryRoom.Read)]
public sealed class LibraryPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    public const int PageSize = 50;

    public sealed record Row(Guid Id, string Country, string? Symbol, DocumentKind Kind, string? Title, DateOnly? Date, string Language, int Provisions, Values.Classification Classification);

    [BindProperty(SupportsGet = true, Name = "")]
    public DocumentFilter Filter { get; set; } = new();

    /// <summary>Page of the list, from 1.</summary>
    [BindProperty(SupportsGet = true)]
    public int P { get; set; } = 1;

    /// <summary>The whole list at once, for paper.</summary>
    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public IReadOnlyList<Row> Documents { get; private set; } = [];

    public int Total { get; private set; }

    public bool MayImport => current.May(LibraryRoom.Import);

    public string Country => current.Workspace!.Code;

    public string Here => LibraryAddress.Of(Country);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        P = Math.Clamp(P, 1, 1_000_000);
        var found = Filter.Apply(db.DocumentsIn(Country), db);
        Total = await found.CountAsync(ct);
        var ordered = Filter.Ordered(found);
        var page = All ? ordered : ordered.Skip((P - 1) * PageSize).Take(PageSize);
        Documents = await page
            .Select(d => new Row(d.Id, d.Country, d.Symbol, d.Kind, d.Title, d.Date, d.Language, d.ProvisionCount, d.Classification))
            .ToListAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) => !ModelState.IsValid
        ? this.Again()
        : this.Export(LibraryExport.Of(await Filter.Ordered(Filter.Apply(db.DocumentsIn(Country), db)).ToListAsync(ct), Country, T), format);

    public string? Address(int page) => page < 1 || (page - 1) * PageSize >= Total || All ? null : Filter.Address(Here, ("p", page == 1 ? null : page.ToString(CultureInfo.InvariantCulture)));
}
