namespace Cornerstone.Texts;

/// <summary>How a source lays out its paragraphs, told from the shape of its lines alone.</summary>
/// <param name="IsWrapped">Lines are cut by a page width; otherwise each line is a paragraph.</param>
/// <param name="IsIndented">Wrapped, and the first line of a paragraph is set in.</param>
/// <param name="IsSpaced">Wrapped, and empty lines part paragraphs.</param>
/// <param name="BaseIndent">Blank characters before an ordinary line.</param>
/// <param name="Width">Length of a full line.</param>
internal readonly record struct SourceForm(bool IsWrapped, bool IsIndented, bool IsSpaced, int BaseIndent, int Width)
{
    // A PDF page of text has at most about 110 characters in a line; sentences on one line run on.
    private const int WidestPage = 180;

    internal static SourceForm Of(string source, List<SourceLine> lines, ReadOnlySpan<Furniture> furniture)
    {
        Span<int> indents = stackalloc int[64];
        var (text, wide, open, spaced) = (0, 0, 0, 0);
        var previous = -1;
        for (var i = 0; i < lines.Count; i++)
        {
            if (furniture[i] != Furniture.None)
            {
                continue;
            }

            var line = lines[i];
            text++;
            wide += line.Length > WidestPage ? 1 : 0;
            spaced += line.BlanksBefore > 0 && (i == 0 || furniture[i - 1] == Furniture.None) ? 1 : 0;
            indents[Math.Min(line.Indent, 63)]++;
            open += previous >= 0 && RunsOn(lines[previous].In(source), line.In(source)) ? 1 : 0;
            previous = i;
        }

        return wide * 20 > text || open * 6 < text || text < 6
            ? default
            : Wrapped(indents, text, spaced, WidthOf(lines, furniture));
    }

    /// <summary>A line that ends in mid-sentence above one that goes on with a small letter (or a script without capitals).</summary>
    internal static bool RunsOn(ReadOnlySpan<char> above, ReadOnlySpan<char> below) =>
        above[^1] is not ('.' or ';' or ':' or '?' or '!' or '؛' or '،' or '。' or '；') && StartsSmall(below);

    internal static bool StartsSmall(ReadOnlySpan<char> line) =>
        char.IsLower(line[0]) || (line[0] >= '\u0590' && char.IsLetter(line[0]) && !char.IsUpper(line[0]));

    private static SourceForm Wrapped(ReadOnlySpan<int> indents, int text, int spaced, int width)
    {
        var common = 0;
        for (var i = 1; i < indents.Length; i++)
        {
            common = indents[i] > indents[common] ? i : common;
        }

        // A list of one-line points can have more set-in lines than others: the margin is the first indent that many lines share.
        var margin = 0;
        while (indents[margin] * 4 < indents[common])
        {
            margin++;
        }

        common = margin;
        var deeper = 0;
        for (var i = common + 1; i < indents.Length; i++)
        {
            deeper += indents[i];
        }

        var indented = deeper >= 2 && deeper * 50 >= text;
        return new(true, indented, spaced * 20 < text * 17 && spaced * 20 > text, common, width);
    }

    private static int WidthOf(List<SourceLine> lines, ReadOnlySpan<Furniture> furniture)
    {
        Span<int> lengths = stackalloc int[WidestPage + 1];
        var count = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            if (furniture[i] == Furniture.None)
            {
                lengths[Math.Min(lines[i].Length, WidestPage)]++;
                count++;
            }
        }

        var (seen, width) = (0, WidestPage);
        while (width > 0 && (seen += lengths[width]) * 10 < count)
        {
            width--;
        }

        return width;
    }
}
