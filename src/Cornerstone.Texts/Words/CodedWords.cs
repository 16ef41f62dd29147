namespace Cornerstone.Texts;

/// <summary>A code, its English name and the words that show it in a text.</summary>
public sealed record CodedWords(string Code, string Name, IReadOnlyList<string> Words)
{
    /// <summary>Reads a list written as "code | name | word, word, stem*", one entry a line.</summary>
    internal static CodedWords[] Read(string list) =>
    [
        .. from line in list.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
           let cells = line.Split('|', StringSplitOptions.TrimEntries)
           select new CodedWords(cells[0], cells[1], cells[2].Split(',', StringSplitOptions.TrimEntries)),
    ];

    internal static IEnumerable<Phrase> Phrases(IReadOnlyList<CodedWords> list, PhraseKind kind) =>
        list.SelectMany((entry, index) => entry.Words.Select(word => new Phrase(word, kind, index)));

    /// <summary>The codes whose bits are set, in the order of the list.</summary>
    internal static IReadOnlyList<string> Marked(IReadOnlyList<CodedWords> list, ulong marks)
    {
        if (marks == 0) return [];
        var codes = new string[System.Numerics.BitOperations.PopCount(marks)];
        for (var i = 0; marks != 0; marks &= marks - 1) codes[i++] = list[System.Numerics.BitOperations.TrailingZeroCount(marks)].Code;
        return codes;
    }
}
