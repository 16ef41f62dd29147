using System.Globalization;

namespace Cornerstone.Texts;

/// <summary>One level of an automatic list: "%1." in decimal from 1, "(%2)" in lower-case letters.</summary>
internal sealed record DocxLevel(string Format, string Text, int Start)
{
    /// <summary>Word has nine levels (ECMA-376 part 1, §17.9.6).</summary>
    internal const int Most = 9;
    internal const int MostNumber = 32_767;

    internal static string Number(int value, string? format) => format switch
    {
        "lowerLetter" => Letters(value, 'a'),
        "upperLetter" => Letters(value, 'A'),
        "lowerRoman" => Roman(value),
        "upperRoman" => Roman(value).ToUpperInvariant(),
        _ => value.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>After z comes aa, then bb.</summary>
    private static string Letters(int value, char first) =>
        value < 1 ? "" : new string((char)(first + ((value - 1) % 26)), Math.Min(10, 1 + ((value - 1) / 26)));

    private static string Roman(int value) => value is >= 1 and < 90 ? RomanNumber.Of(value) : value.ToString(CultureInfo.InvariantCulture);
}
