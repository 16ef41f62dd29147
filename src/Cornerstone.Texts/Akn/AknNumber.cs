using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Cornerstone.Texts;

/// <summary>Paragraph numbers as the six languages print them: "1.", "1 -", "١ -", "12 bis.".</summary>
internal static partial class AknNumber
{
    /// <summary>The number in Latin digits when the label is that of a top paragraph; null for points, dashes and letters.</summary>
    internal static string? OfParagraph(string? printed)
    {
        if (printed is null) return null;

        var match = Label().Match(LatinDigits(printed));
        return match.Success ? match.Groups["number"].Value : null;
    }

    /// <summary>Some files leave the number in the text: "1 - يقرر". Gives label and rest, or null when the text starts otherwise.</summary>
    internal static (string Number, string Text)? Leading(string text)
    {
        var match = AtStart().Match(text);
        return match.Success ? (match.Groups["label"].Value.Trim(), text[match.Length..]) : null;
    }

    private static string LatinDigits(string text)
    {
        if (text.All(c => !char.IsDigit(c) || char.IsAsciiDigit(c))) return text;

        var builder = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (char.IsDigit(c)) builder.Append(CharUnicodeInfo.GetDecimalDigitValue(c).ToString(CultureInfo.InvariantCulture));
            else builder.Append(c);
        }

        return builder.ToString();
    }

    [GeneratedRegex(@"^[\s\u200E\u200F]*(?<number>\d{1,3}( bis| ter)?)\s*([.\-–—]\s*)*$", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"^(?<label>\d{1,3}(\s?[-–—]|\.)|\(\p{L}{1,4}\)|\(\d{1,2}\)|\d{1,2}\))\s+(?=\S)", RegexOptions.CultureInvariant)]
    private static partial Regex AtStart();
}
