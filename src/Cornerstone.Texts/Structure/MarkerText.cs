namespace Cornerstone.Texts;

/// <summary>Numbers as strings, made once: most paragraphs of most documents share them.</summary>
internal static class MarkerText
{
    private static readonly string[] Decimals = [.. Enumerable.Range(0, 200).Select(i => $"{i}.")];
    private static readonly string[] Plain = [.. Enumerable.Range(0, 200).Select(i => $"{i}")];
    private static readonly string[] Points = [.. Enumerable.Range('a', 26).Select(i => $"({(char)i})")];

    internal static string Of(ReadOnlySpan<char> written)
    {
        if (written.Length == 3 && written[0] == '(' && written[2] == ')' && char.IsAsciiLetterLower(written[1]))
        {
            return Points[written[1] - 'a'];
        }

        return written[^1] == '.' && int.TryParse(written[..^1], out var number) && number < Decimals.Length && Decimals[number].Length == written.Length
            ? Decimals[number]
            : written.ToString();
    }

    internal static string Of(int number) => number < Plain.Length ? Plain[number] : $"{number}";
}
