namespace Cornerstone.Texts;

/// <summary>Symbols and job numbers found at the edges of pages, with their places.</summary>
internal sealed class PageMarks
{
    private readonly List<(string Symbol, int Offset)> _symbols = [];

    internal string? JobNumber { get; private set; }

    internal void Note(Furniture kind, ReadOnlySpan<char> line, int offset)
    {
        if (kind == Furniture.Symbol && (_symbols.Count == 0 || !line.SequenceEqual(_symbols[^1].Symbol)))
        {
            _symbols.Add((line.ToString(), offset));
        }
        else if (kind == Furniture.JobNumber && JobNumber is null && line.IndexOf('-') is >= 2 and var dash && line.Length >= dash + 6)
        {
            JobNumber = line.Slice(dash - 2, 8).ToString();
        }
    }

    /// <summary>The first running symbol between two places of the source.</summary>
    internal string? SymbolBetween(int start, int end)
    {
        foreach (var (symbol, offset) in _symbols)
        {
            if (offset >= start && offset < end)
            {
                return symbol;
            }
        }

        return null;
    }
}
