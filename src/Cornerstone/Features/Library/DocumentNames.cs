using Cornerstone.Texts;

namespace Cornerstone.Features.Library;

/// <summary>Under which symbols a document is found, and under which one a citation looks (domain handbook §1.2, joint symbols).</summary>
public static class DocumentNames
{
    /// <summary>A document's symbols, each once, with the best rank it has.</summary>
    public static IEnumerable<(string Symbol, short Rank)> Of(string? symbol, IEnumerable<string> aliases, string? draft)
    {
        var own = symbol is null ? [] : Halves(symbol).Append(symbol);
        return own.Select(s => (Symbol: s, Rank: s == symbol ? DocumentName.Own : DocumentName.Alias))
            .Concat(aliases.SelectMany(a => Halves(a).Append(a)).Select(a => (Symbol: a, Rank: a == draft ? DocumentName.Draft : DocumentName.Alias)))
            .Concat(draft is null ? [] : [(Symbol: draft, Rank: DocumentName.Draft)])
            .Where(n => n.Symbol.Length > 0)
            .DistinctBy(n => n.Symbol, StringComparer.Ordinal);
    }

    /// <summary>A joint symbol is looked up by the Council's half: "A/67/970-S/2013/480" and "S/2013/480" are one document.</summary>
    public static string Sought(string symbol) =>
        Halves(symbol) is { Count: > 0 } halves ? halves.FirstOrDefault(h => h.StartsWith("S/", StringComparison.Ordinal)) ?? halves[0] : symbol;

    /// <summary>A list people write, one symbol a line: what it names, and the lines that are no symbol.</summary>
    public static (IReadOnlyList<string> Symbols, IReadOnlyList<string> Unread) OfList(string? text)
    {
        var symbols = new List<string>();
        var unread = new List<string>();
        foreach (var line in (text ?? "").Split(['\n', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (DocumentSymbol.TryParse(line, out var symbol))
            {
                symbols.Add(symbol.Value);
            }
            else
            {
                unread.Add(line);
            }
        }

        return ([.. symbols.Distinct(StringComparer.Ordinal)], unread);
    }

    private static IReadOnlyList<string> Halves(string symbol) => DocumentSymbol.TryParse(symbol, out var parsed) ? parsed.Aliases : [];
}
