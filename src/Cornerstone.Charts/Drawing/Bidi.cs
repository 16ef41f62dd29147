namespace Cornerstone.Charts.Drawing;

/// <summary>Keeps symbols, signs and foreign words in order inside a chart of the other direction.</summary>
internal static class Bidi
{
    private const char FirstStrongIsolate = '\u2068';
    private const char PopIsolate = '\u2069';

    /// <summary>"-5" would show as "5-", and "S/RES/2553 (2020)" with its bracket in front, in a right-to-left drawing.</summary>
    public static string Isolate(string text, bool rightToLeft) =>
        NeedsIsolation(text, rightToLeft) ? FirstStrongIsolate + text + PopIsolate : text;

    /// <summary>Kept in order by itself, whatever stands around it.</summary>
    public static string Isolated(string text) => FirstStrongIsolate + text + PopIsolate;

    public static bool IsRightToLeft(int codePoint) =>
        codePoint is (>= 0x0590 and <= 0x08FF) or (>= 0xFB1D and <= 0xFDFF) or (>= 0xFE70 and <= 0xFEFF);

    private static bool NeedsIsolation(string text, bool rightToLeft)
    {
        if (text.Contains(FirstStrongIsolate)) return false;
        return rightToLeft ? text.Any(c => !IsNeutralIn(c)) : text.Any(c => IsRightToLeft(c));
    }

    private static bool IsNeutralIn(char c) => IsRightToLeft(c) || char.IsAsciiDigit(c) || c == ' ';
}
