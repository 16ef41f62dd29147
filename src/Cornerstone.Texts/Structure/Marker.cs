namespace Cornerstone.Texts;

internal enum MarkerKind
{
    None,

    /// <summary>"12." or the Arabic "12 -": the number of a paragraph.</summary>
    Decimal,

    /// <summary>"(a)", "iv.", "(1)": a point.</summary>
    Letter,
    Bullet,

    /// <summary>"¹²": a footnote.</summary>
    Superscript,
}

/// <summary>The number or letter a paragraph opens with, and every way it can be counted: "(i)" is the ninth letter or the first roman number.</summary>
internal readonly record struct Marker(MarkerKind Kind, int Length, int Decimal = 0, int Alpha = 0, int Roman = 0, bool IsUpper = false, char Style = '\0')
{
    private const string ArabicOrder = "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ";
    private const string SuperscriptDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private const string Bullets = "•·‣▪■◦●\uF0B7\uF0A7";

    internal static Marker Read(ReadOnlySpan<char> text)
    {
        if (text.IsEmpty)
        {
            return default;
        }

        var first = text[0];
        return first switch
        {
            '(' => ReadBracketed(text),
            '’' or '‘' or '\'' => ReadQuoted(text),
            >= '0' and <= '9' or >= '٠' and <= '٩' => ReadDecimal(text),
            >= 'a' and <= 'z' or >= 'A' and <= 'Z' => ReadBare(text),
            '-' or '–' or '—' or '−' or '*' => HasSpaceAt(text, 1) ? new(MarkerKind.Bullet, 1, Style: first) : default,
            _ when Bullets.Contains(first, StringComparison.Ordinal) => new(MarkerKind.Bullet, 1, Style: '•'),
            _ when SuperscriptDigits.Contains(first, StringComparison.Ordinal) => ReadSuperscript(text),
            _ => default,
        };
    }

    /// <summary>The value of the superscript digits at the start of the text, and how many there are.</summary>
    internal static (int Value, int Length) Superscript(ReadOnlySpan<char> text)
    {
        var (value, length) = (0, 0);
        while (length < text.Length && length < 3 && SuperscriptDigits.IndexOf(text[length], StringComparison.Ordinal) is >= 0 and var digit)
        {
            value = value * 10 + digit;
            length++;
        }

        return (value, length);
    }

    private static Marker ReadSuperscript(ReadOnlySpan<char> text)
    {
        var (value, length) = Superscript(text);
        return new(MarkerKind.Superscript, length, value);
    }

    private static Marker ReadDecimal(ReadOnlySpan<char> text)
    {
        var (value, length) = Digits(text);
        if (length == 0 || length >= text.Length || value == 0)
        {
            return default;
        }

        switch (text[length])
        {
            case '.' or '．' or '、':
                // "1.5 million" opens no paragraph; "1.Decides" does.
                var next = length + 1 < text.Length ? text[length + 1] : ' ';
                return next == ' ' || char.IsLetter(next) || next == '\t' ? new(MarkerKind.Decimal, length + 1, value) : default;
            case ')':
                return HasSpaceAt(text, length + 1) ? new(MarkerKind.Letter, length + 1, value, Style: ')') : default;
            case '-' or '–':
                return HasSpaceAt(text, length + 1) ? new(MarkerKind.Decimal, length + 1, value) : default;
            case ' ' or '\t' or '\u00A0' when length + 1 < text.Length && text[length + 1] is '-' or '–':
                return HasSpaceAt(text, length + 2) ? new(MarkerKind.Decimal, length + 2, value) : default;
            default:
                return default;
        }
    }

    private static Marker ReadBracketed(ReadOnlySpan<char> text)
    {
        var close = text[..Math.Min(text.Length, 8)].IndexOf(')');
        return close < 2 ? default : Lettered(text[1..close], close + 1, '(');
    }

    /// <summary>Arabic texts count a second level of points as ’1‘, ’2‘.</summary>
    private static Marker ReadQuoted(ReadOnlySpan<char> text)
    {
        var (value, length) = Digits(text[1..]);
        return length > 0 && value > 0 && length + 1 < text.Length && text[length + 1] is '‘' or '’' or '\'' && HasSpaceAt(text, length + 2)
            ? new(MarkerKind.Letter, length + 2, value, Style: '’')
            : default;
    }

    /// <summary>"a." and "iv)" are points; "A." and "IV." number headings.</summary>
    private static Marker ReadBare(ReadOnlySpan<char> text)
    {
        var end = text[..Math.Min(text.Length, 7)].IndexOfAny('.', ')');
        return end < 1 || !HasSpaceAt(text, end + 1) ? default : Lettered(text[..end], end + 1, text[end]);
    }

    private static Marker Lettered(ReadOnlySpan<char> letters, int length, char style)
    {
        var (value, digits) = Digits(letters);
        if (digits == letters.Length)
        {
            return value is > 0 and < 200 ? new(MarkerKind.Letter, length, value, Style: style) : default;
        }

        var alpha = Alphabetic(letters);
        var roman = RomanNumber.Read(letters);
        return alpha == 0 && roman == 0
            ? default
            : new(MarkerKind.Letter, length, 0, alpha, roman, char.IsUpper(letters[0]), style);
    }

    /// <summary>a 1, z 26, aa 27, bb 28; Arabic letters in the abjad order that numbering uses; Cyrillic by alphabet.</summary>
    private static int Alphabetic(ReadOnlySpan<char> letters)
    {
        var c = char.ToLowerInvariant(letters[0]);
        if (letters.Length > 2 || (letters.Length == 2 && char.ToLowerInvariant(letters[1]) != c && letters[1] != 'ـ'))
        {
            return 0;
        }

        var twice = letters.Length == 2 && letters[1] != 'ـ' ? 26 : 0;
        return c switch
        {
            >= 'a' and <= 'z' => c - 'a' + 1 + twice,
            >= 'а' and <= 'я' => c - 'а' + 1 + twice,
            _ => ArabicOrder.IndexOf(c, StringComparison.Ordinal) + 1,
        };
    }

    private static (int Value, int Length) Digits(ReadOnlySpan<char> text)
    {
        var (value, length) = (0, 0);
        while (length < text.Length && length < 4)
        {
            var c = text[length];
            var digit = c is >= '0' and <= '9' ? c - '0' : c is >= '٠' and <= '٩' ? c - '٠' : -1;
            if (digit < 0)
            {
                break;
            }

            value = value * 10 + digit;
            length++;
        }

        // Four digits are a year, not a number of a paragraph.
        return length == 4 ? (0, 0) : (value, length);
    }

    private static bool HasSpaceAt(ReadOnlySpan<char> text, int at) => at >= text.Length || text[at] is ' ' or '\t' or '\u00A0';
}
