using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LibraryReader;

/// <summary>A correction of what is known about a document; its text stays as it came. Its names follow its symbol.</summary>
public sealed record CorrectDocument(string? Symbol, string? Title, DateOnly? Date, DocumentKind Kind, string? AgendaItem, Classification Classification)
{
    public async Task SaveAsync(AppDb db, Guid id, string country, Act act, CancellationToken ct)
    {
        var document = await db.LibraryDocuments.SingleAsync(d => d.Id == id && d.Country == country, ct);
        var symbol = DocumentSymbol.TryParse(Symbol, out var parsed) ? parsed.Value : null;
        if (symbol != document.Symbol)
        {
            await RenameAsync(db, document, symbol, ct);
        }

        document.Symbol = symbol;
        document.Title = Blank(Title);
        document.Date = Date;
        document.Kind = Kind;
        document.AgendaItem = Blank(AgendaItem);
        document.Classification = Classification;
        document.Version++;
        await db.SaveAsync(act, ct);
    }

    private static async Task RenameAsync(AppDb db, LibraryDocument document, string? symbol, CancellationToken ct)
    {
        db.LibraryNames.RemoveRange(await db.LibraryNames.Where(n => n.DocumentId == document.Id).ToListAsync(ct));
        db.LibraryNames.AddRange(DocumentNames.Of(symbol, document.Aliases, document.DraftSymbol).Select(n => new DocumentName
        {
            DocumentId = document.Id,
            Country = document.Country,
            Classification = document.Classification,
            Symbol = n.Symbol,
            Rank = n.Rank,
        }));
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
