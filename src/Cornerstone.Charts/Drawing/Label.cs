namespace Cornerstone.Charts.Drawing;

/// <summary>A text broken into lines that fit; <see cref="Whole"/> is the tooltip when something had to go.</summary>
internal sealed record Label(string Whole, IReadOnlyList<string> Lines)
{
    public const double LineHeight = 14;

    public bool IsElided => Lines.Any(line => line.EndsWith('…')) && !Whole.EndsWith('…');

    public double Width => Lines.Max(TextWidth.Of);

    public double Height => Lines.Count * LineHeight;

    /// <summary>Breaks at spaces into at most <paramref name="mostLines"/> lines; what still does not fit is elided.</summary>
    public static Label Fit(string text, double room, int mostLines = 1)
    {
        var trimmed = text.Trim();
        if (mostLines == 1 || TextWidth.Of(trimmed) <= room) return new(trimmed, [TextWidth.Elide(trimmed, room)]);

        var lines = new List<string>();
        var words = new Queue<string>(trimmed.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        while (words.Count > 0 && lines.Count < mostLines - 1) lines.Add(TextWidth.Elide(NextLine(words, room), room));
        if (words.Count > 0) lines.Add(TextWidth.Elide(string.Join(' ', words), room));
        return new(trimmed, lines);
    }

    private static string NextLine(Queue<string> words, double room)
    {
        var line = words.Dequeue();
        while (words.Count > 0 && TextWidth.Of($"{line} {words.Peek()}") <= room) line = $"{line} {words.Dequeue()}";
        return line;
    }
}
