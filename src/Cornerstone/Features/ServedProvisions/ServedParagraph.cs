using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Texts;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>A paragraph a record serves.</summary>
/// <param name="Address">Where it is read; null while the library does not hold the document.</param>
public sealed record ServedParagraph(ProvisionServed Link, string? Symbol, string? Path, string? Address);

/// <summary>What a record's own page shows of its links, and where they are changed.</summary>
/// <param name="Change">Null for a reader who may not.</param>
public sealed record ServedList(IReadOnlyList<ServedParagraph> Paragraphs, string? Change);

public static class ServedParagraphs
{
    extension(AppDb db)
    {
        /// <summary>The paragraphs a record serves, each with its address where the library holds the document.</summary>
        public async Task<IReadOnlyList<ServedParagraph>> ServedParagraphsAsync(string country, Guid record, string language, CancellationToken ct)
        {
            var links = await db.ProvisionsServedByAsync(record, ct);
            var read = links.ConvertAll(l => (Link: l, Symbol: DocumentSymbol.TryFromPlatformId(l.Provision, out var symbol, out var path) ? DocumentNames.Sought(symbol.Value) : null, Path: path));
            var documents = await db.DocumentsNamedAsync([.. read.Select(r => r.Symbol).OfType<string>().Distinct()], country, language, ct);
            return read.ConvertAll(r => new ServedParagraph(
                r.Link,
                r.Symbol,
                r.Path,
                r.Symbol is not null && documents.TryGetValue(r.Symbol, out var document) ? LibraryAddress.Provision(country, document.Id, r.Path ?? "") : null));
        }
    }
}
