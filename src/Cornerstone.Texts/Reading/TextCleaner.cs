using System.Buffers;

namespace Cornerstone.Texts;

/// <summary>Copies source characters into one clean line: plain spaces, no ligatures, no soft hyphens, no Markdown.</summary>
internal sealed class TextCleaner
{
    private const string Ligatures = "\uFB00\uFB01\uFB02\uFB03\uFB04\uFB05\uFB06";
    private static readonly string[] Letters = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    private static readonly SearchValues<char> Special = SearchValues.Create(
        "\t\n\r\f\v\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200A\u202F\u205F\u3000"
        + "\u00AD\u200B\u200C\u200D\u200E\u200F\u2060\uFEFF\u2010\u2011" + Ligatures + "\\*[<");

    private char[] _buffer = new char[4096];
    private bool _emphasis;

    internal int Length { get; private set; }

    internal ReadOnlySpan<char> Text => _buffer.AsSpan(0, Length);

    internal void Clear() => (Length, _emphasis) = (0, false);

    internal void Truncate(int length) => Length = length;

    internal void RemoveAt(int index)
    {
        _buffer.AsSpan(index + 1, Length - index - 1).CopyTo(_buffer.AsSpan(index));
        Length--;
    }

    internal void Append(char c)
    {
        Grow(1);
        _buffer[Length++] = c;
    }

    internal void Append(ReadOnlySpan<char> raw)
    {
        var from = Length;
        while (true)
        {
            var special = raw.IndexOfAny(Special);
            if (special < 0)
            {
                Copy(raw);
                break;
            }

            Copy(raw[..special]);
            raw = raw[(special + AppendSpecial(raw, special))..];
        }

        CollapseSpaces(Math.Max(0, from - 1));
    }

    /// <summary>How many source characters the special one at <paramref name="at"/> used up.</summary>
    private int AppendSpecial(ReadOnlySpan<char> raw, int at)
    {
        switch (raw[at])
        {
            case '\\':
                // Markdown escapes punctuation: "2151 \(2014\)".
                if (at + 1 < raw.Length && (char.IsPunctuation(raw[at + 1]) || char.IsSymbol(raw[at + 1])))
                {
                    Append(raw[at + 1]);
                    return 2;
                }

                Append('\\');
                return 1;
            case '*':
                return AppendStars(raw, at);
            case '[':
                return AppendLink(raw, at);
            case '<':
                return AppendAngle(raw, at);
            case '\u2010' or '\u2011':
                Append('-');
                return 1;
            case '\u00AD' or '\u200B' or '\u200C' or '\u200D' or '\u200E' or '\u200F' or '\u2060' or '\uFEFF':
                return 1;
            case >= '\uFB00' and <= '\uFB06' and var ligature:
                Copy(Letters[ligature - '\uFB00']);
                return 1;
            default:
                Append(' ');
                return 1;
        }
    }

    /// <summary>Emphasis goes, a footnote star or a bullet stays.</summary>
    private int AppendStars(ReadOnlySpan<char> raw, int at)
    {
        var run = raw[at..].IndexOfAnyExcept('*');
        run = run < 0 ? raw.Length - at : run;
        var before = at > 0 ? raw[at - 1] : ' ';
        var after = at + run < raw.Length ? raw[at + run] : ' ';
        var opens = !_emphasis && after != ' ' && !char.IsLetterOrDigit(before) && raw[(at + run)..].Contains('*');
        var closes = _emphasis && before != ' ';
        if (!opens && !closes)
        {
            Copy(raw.Slice(at, run));
            return run;
        }

        // "Resolution 2553 (2020)**Adopted by …**": bold runs stand for blocks and may touch.
        if (run >= 2 && (opens ? before == ')' : char.IsLetter(after)))
        {
            Append(' ');
        }

        _emphasis = opens;
        return run;
    }

    private int AppendLink(ReadOnlySpan<char> raw, int at)
    {
        var middle = raw[at..].IndexOf("](", StringComparison.Ordinal);
        var close = middle < 0 ? -1 : raw[(at + middle)..].IndexOf(')');
        if (close < 0 || raw.Slice(at + 1, middle - 1).Contains('['))
        {
            Append('[');
            return 1;
        }

        Append(raw.Slice(at + 1, middle - 1));
        return middle + close + 1;
    }

    private int AppendAngle(ReadOnlySpan<char> raw, int at)
    {
        var rest = raw[(at + 1)..];
        var close = rest.StartsWith("http", StringComparison.Ordinal) ? rest.IndexOf('>') : -1;
        if (close < 0)
        {
            Append('<');
            return 1;
        }

        Copy(rest[..close]);
        return close + 2;
    }

    private void Copy(ReadOnlySpan<char> text)
    {
        Grow(text.Length);
        text.CopyTo(_buffer.AsSpan(Length));
        Length += text.Length;
    }

    private void CollapseSpaces(int from)
    {
        var first = _buffer.AsSpan(from, Length - from).IndexOf("  ");
        if (first < 0)
        {
            return;
        }

        var write = from + first + 1;
        for (var read = write; read < Length; read++)
        {
            if (_buffer[read] != ' ' || _buffer[write - 1] != ' ')
            {
                _buffer[write++] = _buffer[read];
            }
        }

        Length = write;
    }

    private void Grow(int by)
    {
        if (Length + by > _buffer.Length)
        {
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, Length + by));
        }
    }
}
