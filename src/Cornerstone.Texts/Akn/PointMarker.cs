namespace Cornerstone.Texts;

/// <summary>
/// Where a lettered point belongs when the markup lists points flat: it continues the deepest open series it follows,
/// or opens a deeper one. "(i)" after "(h)" is a letter, after "(a)" it is a Roman numeral.
/// </summary>
internal sealed class PointMarker
{
    private static readonly string[] Roman =
        ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv", "xvi", "xvii", "xviii", "xix", "xx"];

    private readonly List<string> _open = [];

    internal void Clear() => _open.Clear();

    /// <summary>Notes a point whose level the markup states.</summary>
    internal void Place(string printed, int level)
    {
        var bare = Bare(printed);
        if (_open.Count >= level) _open.RemoveRange(level - 1, _open.Count - level + 1);
        _open.Add(bare);
    }

    internal int LevelOf(string printed)
    {
        var bare = Bare(printed);
        for (var level = _open.Count; level > 0; level--)
        {
            if (Follows(_open[level - 1], bare)) return level;
        }

        if (IsFirst(bare)) return _open.Count + 1;
        var sameSort = _open.FindLastIndex(open => Sort(open) == Sort(bare));
        return sameSort >= 0 ? sameSort + 1 : Math.Max(1, _open.Count);
    }

    /// <summary>The letter or number without brackets, dots and quotation marks; empty for a dash or bullet.</summary>
    internal static string Bare(string printed) =>
        printed.Trim().Trim('(', ')', '.', '-', '–', '—', '•', '‘', '’', '\'', '“', '”', '\uF0B7', '·', '\u200E', '\u200F', ' ').ToLowerInvariant();

    /// <summary>
    /// The last step of a point's address. Addresses are the same in all languages: the Arabic "ب" is the second point and gives "b".
    /// </summary>
    internal static string Step(string printed)
    {
        var bare = Bare(printed);
        if (bare.Length > 0 && !char.IsAscii(bare[0]) && Marker.Read($"({bare})").Alpha is > 0 and <= 26 and var place) return $"{(char)('a' + place - 1)}";
        return printed.Any(char.IsAsciiLetterUpper) ? bare.ToUpperInvariant() : bare;
    }

    private static bool Follows(string last, string next)
    {
        if (next == "" || last == "") return next == last;
        if (int.TryParse(last, out var number)) return int.TryParse(next, out var following) && following == number + 1;

        var roman = Array.IndexOf(Roman, last);
        if (roman >= 0 && roman + 1 < Roman.Length && Roman[roman + 1] == next) return true;
        return last.Length == 1 && next.Length == 1 && next[0] == last[0] + 1;
    }

    private static bool IsFirst(string bare) => bare is "a" or "i" or "1" or "" or "أ" or "а";

    private static char Sort(string bare) => bare switch
    {
        "" => '-',
        _ when char.IsDigit(bare[0]) => '1',
        { Length: > 1 } => 'i',
        _ => 'a',
    };
}
