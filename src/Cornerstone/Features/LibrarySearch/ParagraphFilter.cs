using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.LibrarySearch;

/// <summary>A question to the paragraphs; all of it stands in the address.</summary>
public sealed class ParagraphFilter
{
    [StringLength(200)]
    public string? Q { get; set; }

    [StringLength(80)]
    public string? Symbol { get; set; }

    public DocumentKind? Kind { get; set; }

    [Range(1945, 2100)]
    public int? From { get; set; }

    [Range(1945, 2100)]
    public int? To { get; set; }

    [StringLength(60)]
    public string? Theme { get; set; }

    [StringLength(60)]
    public string? Addressee { get; set; }

    [Range(0, 5)]
    public int? Strength { get; set; }

    [StringLength(2)]
    public string? Language { get; set; }

    /// <summary>Words that the document contains anywhere, not necessarily in the paragraph.</summary>
    [StringLength(200)]
    public string? Within { get; set; }

    /// <summary>Symbols of the documents to look in, one a line: the tracker's set.</summary>
    [StringLength(4000)]
    public string? Set { get; set; }

    public bool IsEmpty => Facts().Count == 0;

    /// <summary>The symbols of <see cref="Set"/> in canonical form; null when it names none.</summary>
    public string[]? Symbols() => DocumentNames.OfList(Set).Symbols is { Count: > 0 } symbols ? [.. symbols] : null;

    public string Address(string path, int page = 1)
    {
        var facts = Facts();
        if (page > 1)
        {
            facts["p"] = Number(page)!;
        }

        return QueryHelpers.AddQueryString(path, facts!);
    }

    private Dictionary<string, string> Facts() => new (string Key, string? Value)[]
    {
        ("q", Q), ("symbol", Symbol), ("kind", Kind?.ToString()), ("from", Number(From)), ("to", Number(To)), ("theme", Theme),
        ("addressee", Addressee), ("within", Within), ("set", Set), ("strength", Number(Strength)), ("language", Language),
    }.Where(f => !string.IsNullOrWhiteSpace(f.Value)).ToDictionary(f => f.Key, f => f.Value!);

    private static string? Number(int? number) => number?.ToString(CultureInfo.InvariantCulture);
}
