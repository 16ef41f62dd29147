using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LibraryReader;

/// <summary>The reader: a document paragraph by paragraph, with what each demands and where each leads.</summary>
[Requires(LibraryRoom.Read)]
public sealed class DocumentPage(AppDb db, CurrentReader current, IEnumerable<IProvisionPanel> panels) : PageModel
{
    public LibraryDocument Document { get; private set; } = null!;

    public ReadingView View { get; private set; } = null!;

    public IReadOnlyList<NamedDocument> Versions { get; private set; } = [];

    public NamedDocument? Parent { get; private set; }

    public IReadOnlyList<NamedDocument> Annexes { get; private set; } = [];

    /// <summary>The draft this text was adopted from, or the resolution this draft became.</summary>
    public IReadOnlyList<NamedDocument> Siblings { get; private set; } = [];

    public int CitedBy { get; private set; }

    public string? FileName { get; private set; }

    public bool MayEdit => Document.Country == Country && current.May(LibraryRoom.Edit);

    public string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (await db.DocumentAsync(Country, id, ct) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        var provisions = await db.ProvisionsOfAsync(id, ct);
        View = new ReadingView(document, Country, provisions, await db.CitationsByAsync(document, Country, ct), await NotesAsync(id, ct));
        await ReadRelativesAsync(ct);
        return Page();
    }

    private async Task<ILookup<Guid, ProvisionNote>> NotesAsync(Guid id, CancellationToken ct)
    {
        var all = new List<(Guid Id, ProvisionNote Note)>();
        foreach (var panel in panels)
        {
            all.AddRange((await panel.NotesAsync(Country, id, ct)).SelectMany(g => g, (g, n) => (g.Key, n)));
        }

        return all.ToLookup(n => n.Id, n => n.Note);
    }

    private async Task ReadRelativesAsync(CancellationToken ct)
    {
        Versions = await db.LanguageVersionsOfAsync(Document, Country, ct);
        var family = await db.DocumentsIn(Country)
            .Where(d => d.ParentId == Document.Id || d.Id == Document.ParentId)
            .OrderBy(d => d.Part)
            .Select(d => new NamedDocument(d.Id, d.Country, d.Language, d.Symbol, d.Title, d.Date))
            .ToListAsync(ct);
        Parent = family.Find(d => d.Id == Document.ParentId);
        Annexes = [.. family.Where(d => d.Id != Document.ParentId)];
        Siblings = await SiblingsAsync(ct);
        CitedBy = await db.DocumentsCiting(Document, Country).Select(d => d.Id).Distinct().CountAsync(ct);
        var file = Document.ParentId ?? Document.Id;
        FileName = await db.LibraryFiles.AsNoTracking().Where(f => f.DocumentId == file).Select(f => f.Name).SingleOrDefaultAsync(ct);
    }

    private Task<List<NamedDocument>> SiblingsAsync(CancellationToken ct) => db.DocumentsIn(Country)
        .Where(d => d.Id != Document.Id && d.Language == Document.Language
            && ((Document.DraftSymbol != null && d.Symbol == Document.DraftSymbol)
                || (Document.Symbol != null && d.DraftSymbol == Document.Symbol && Document.Kind == DocumentKind.DraftResolution)))
        .OrderBy(d => d.Id)
        .Select(d => new NamedDocument(d.Id, d.Country, d.Language, d.Symbol, d.Title, d.Date))
        .ToListAsync(ct);
}
