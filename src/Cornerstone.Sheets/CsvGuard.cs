namespace Cornerstone.Sheets;

/// <summary>
/// A quote before text that a spreadsheet program would compute (security handbook, CF-01), and its removal on the way
/// back. Text that began with such a quote gets one more, so that every text comes back as it was.
/// </summary>
internal static class CsvGuard
{
    // The full-width forms are read as the plain ones by some programs.
    private const string Dangerous = "=+-@\t\r\n\0＝＋－＠";

    public static bool IsNeeded(string text)
    {
        var first = text.AsSpan().TrimStart("' ");
        return first.Length > 0 && Dangerous.Contains(first[0], StringComparison.Ordinal);
    }

    public static string Removed(string text) => text.StartsWith('\'') && IsNeeded(text[1..]) ? text[1..] : text;
}
