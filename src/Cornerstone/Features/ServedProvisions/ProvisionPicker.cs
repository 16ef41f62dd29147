using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>What a person's choice of document and paragraph led to: the paragraph's platform id, or what stands in the way of which of the two.</summary>
public sealed record PickedProvision(string? Provision, Refusal? Document = null, Refusal? Paragraph = null)
{
    public Refusal? Why => Document ?? Paragraph;
}

/// <summary>Finds the paragraph people mean: among the documents the library holds, by choice or as they cite it.</summary>
public sealed class ProvisionPicker(AppDb db, Text T)
{
    private const int MostOffered = 500;
    private const int LongestTitle = 90;

    private static readonly ProvisionKind[] Linked = [ProvisionKind.PP, ProvisionKind.OP, ProvisionKind.Point, ProvisionKind.Para, ProvisionKind.Recommendation];

    /// <summary>Documents of the library that have a symbol, the newest first; one more that is chosen already, held or not.</summary>
    public async Task<IReadOnlyList<SelectListItem>> DocumentsAsync(string country, string? chosen, CancellationToken ct)
    {
        var held = await db.DocumentsIn(country).Where(d => d.Symbol != null)
            .OrderByDescending(d => d.Date).ThenBy(d => d.Id)
            .Select(d => new { d.Symbol, d.Title, d.Language }).Take(MostOffered).ToListAsync(ct);
        var offered = held.OrderByDescending(d => d.Language == T.Language.Code).ThenByDescending(d => d.Language == "en").DistinctBy(d => d.Symbol).ToDictionary(d => d.Symbol!, d => d.Title);
        var options = held.Select(d => d.Symbol!).Distinct().Select(s => new SelectListItem(offered[s] is { Length: > 0 } title ? T["{0} {1}", s, Cut(title)] : s, s)).ToList();
        return string.IsNullOrWhiteSpace(chosen) || offered.ContainsKey(chosen) ? options : [.. options, new SelectListItem(chosen, chosen)];
    }

    /// <summary>The paragraphs of a document, each with its first words; empty where the library does not hold it.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ParagraphsAsync(string country, string? symbol, CancellationToken ct) =>
        await FindAsync(country, symbol, ct) is not { } document ? [] : [.. (await ProvisionsAsync(document, ct)).Select(p => new SelectListItem(T["{0}: {1}", T.Paragraph(p.Path), Cut(p.Text)], p.Path))];

    /// <summary>The paragraph, checked against the document itself.</summary>
    /// <param name="mayBeMissing">A document the library does not hold is taken at the person's word.</param>
    public async Task<PickedProvision> PickAsync(string country, string? symbol, string? paragraph, CancellationToken ct, bool mayBeMissing = false)
    {
        if (!DocumentSymbol.TryParse(symbol, out var parsed))
        {
            return new(null, Document: new Refusal("provisions.no-symbol"));
        }

        var candidates = CitedProvision.Candidates(paragraph);
        if (await FindAsync(country, symbol, ct) is not { } document)
        {
            return !mayBeMissing ? new(null, Document: new Refusal("provisions.not-held", parsed.Value))
                : candidates.Count == 0 ? new(null, Paragraph: new Refusal("provisions.no-paragraph"))
                : new($"{parsed.PlatformId}/{candidates[0]}");
        }

        var there = (await ProvisionsAsync(document, ct)).ConvertAll(p => p.Path);
        return candidates.FirstOrDefault(there.Contains) is { } path
            ? new(LibraryAddress.Permanent(document.Symbol, document.Kind, path))
            : new(null, Paragraph: Missing(document.Symbol!, paragraph, there));
    }

    private Refusal Missing(string symbol, string? paragraph, List<string> there) => string.IsNullOrWhiteSpace(paragraph) || there.Count == 0
        ? new Refusal("provisions.no-paragraph")
        : new Refusal("provisions.no-such-paragraph", symbol, paragraph.Trim(), T.Paragraph(there[0]), T.Paragraph(there[^1]));

    private async Task<LibraryDocument?> FindAsync(string country, string? symbol, CancellationToken ct)
    {
        if (!DocumentSymbol.TryParse(symbol, out var parsed))
        {
            return null;
        }

        var sought = DocumentNames.Sought(parsed.Value);
        var named = await db.DocumentsNamedAsync([sought], country, T.Language.Code, ct);
        var document = named.TryGetValue(sought, out var found) ? await db.DocumentAsync(country, found.Id, ct) : null;
        return document?.Symbol is null ? null : document;
    }

    private Task<List<LibraryProvision>> ProvisionsAsync(LibraryDocument document, CancellationToken ct) => db.LibraryProvisions.AsNoTracking()
        .Where(p => p.DocumentId == document.Id && Linked.Contains(p.Kind)).OrderBy(p => p.Ordinal).ToListAsync(ct);

    private static string Cut(string text)
    {
        var cut = text.Length <= LongestTitle ? -1 : text.LastIndexOf(' ', LongestTitle);
        return text.Length <= LongestTitle ? text : string.Concat(text.AsSpan(0, cut > 0 ? cut : LongestTitle), " …");
    }
}
