using System.Globalization;
using System.Text;

namespace Cornerstone.Workbooks;

/// <summary>
/// Numbers that arrive as text, in the forms of the six languages: Arabic digits, commas or points, spaces that do not break.
/// "1,234" alone could be two numbers: then the reader's own language decides and the answer says that it did.
/// </summary>
internal sealed class NumberReader(CultureInfo culture)
{
    private const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    public decimal? Read(string text, out bool isAmbiguous)
    {
        isAmbiguous = false;
        if (text.All(char.IsAsciiDigit) && decimal.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var plain))
        {
            return plain;
        }

        var digits = Compact(text);
        var (points, commas) = (digits.Count(c => c == '.'), digits.Count(c => c == ','));
        var point = (points, commas) switch
        {
            (0, 0) => '.',
            ( > 0, > 0) => digits.LastIndexOf('.') > digits.LastIndexOf(',') ? '.' : ',',
            ( > 1, 0) => ',',
            (0, > 1) => '.',
            _ => Single(digits, points == 1 ? '.' : ',', out isAmbiguous),
        };
        var group = point == '.' ? ',' : '.';
        var invariant = digits.Replace($"{group}", "", StringComparison.Ordinal).Replace(point, '.');
        return digits.Any(char.IsAsciiDigit) && HasGroupsOfThree(digits, group) && decimal.TryParse(invariant, Plain, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Arabic-Indic, Persian and other decimal digits as 0 to 9; Arabic signs as theirs.</summary>
    public static string LatinDigits(string text)
    {
        if (Ascii.IsValid(text))
        {
            return text;
        }

        var latin = new StringBuilder(text.Length);
        foreach (var sign in text)
        {
            latin.Append(sign switch
            {
                '٫' => '.',
                '٬' => ',',
                _ when char.IsDigit(sign) => (char)('0' + (int)char.GetNumericValue(sign)),
                _ => sign,
            });
        }

        return latin.ToString();
    }

    // The Arabic separators say which is which, unlike the Latin ones.
    private static string Compact(string text) => new([.. LatinDigits(text.Replace("٬", "", StringComparison.Ordinal))
        .Where(c => c is not (' ' or '\u00A0' or '\u202F' or '\u2009' or '\'' or '’' or '\u200E' or '\u200F'))
        .Select(c => c is '−' or '\u2012' ? '-' : c)]);

    private char Single(string digits, char sign, out bool isAmbiguous)
    {
        var whole = digits[..digits.IndexOf(sign, StringComparison.Ordinal)].TrimStart('-', '+');
        var looksGrouped = digits.Length - digits.IndexOf(sign, StringComparison.Ordinal) == 4 && whole.Length is > 0 and <= 3 && whole != "0";
        isAmbiguous = looksGrouped;
        return !looksGrouped || culture.NumberFormat.NumberDecimalSeparator[0] == sign ? sign : sign == '.' ? ',' : '.';
    }

    private static bool HasGroupsOfThree(string digits, char group)
    {
        if (!digits.Contains(group, StringComparison.Ordinal))
        {
            return true;
        }

        var parts = digits.TrimStart('-', '+').Split(group == ',' ? '.' : ',')[0].Split(group);
        return parts[0].Length is > 0 and <= 3 && parts.Skip(1).All(p => p.Length == 3);
    }
}
