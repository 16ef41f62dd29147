using System.Globalization;
using System.Text;

namespace Cornerstone.Texts;

/// <summary>
/// Counts the automatic numbers of a Word document (ECMA-376 part 1, §17.9): which list and level a paragraph is in,
/// directly or through its style, and what that level prints.
/// </summary>
internal sealed class DocxNumbering
{
    internal static readonly DocxNumbering None = new();

    // A style can be based on another, never on itself through more steps than this.
    private const int LongestStyleChain = 12;

    private readonly Dictionary<string, string> _listOfNumber = [];
    private readonly Dictionary<(string List, int Level), DocxLevel> _levels = [];
    private readonly Dictionary<string, (string? Number, int Level)> _styles = [];
    private readonly Dictionary<string, string> _basedOn = [];
    private readonly Dictionary<string, int[]> _counts = [];

    internal static DocxNumbering Read(XmlNode? numbering, XmlNode? styles)
    {
        var read = new DocxNumbering();
        foreach (var list in numbering?.Descendants("abstractNum") ?? []) read.AddList(list);
        foreach (var number in numbering?.Descendants("num") ?? [])
        {
            if (number["numId"] is { } id && number.First("abstractNumId")?["val"] is { } list) read._listOfNumber[id] = list;
        }

        foreach (var style in styles?.Descendants("style") ?? []) read.AddStyle(style);
        return read;
    }

    /// <summary>The label of the next paragraph with these properties, counting it; null for a paragraph outside any list.</summary>
    internal string? LabelOf(XmlNode properties)
    {
        var (number, level) = Place(properties);
        if (number is null or "0" || !_listOfNumber.TryGetValue(number, out var list)) return null;
        if (!_levels.TryGetValue((list, level), out var own)) return null;
        if (own.Format == "bullet") return "•";
        if (own.Format == "none") return null;

        Count(list, level);
        return Printed(list, own);
    }

    private (string? Number, int Level) Place(XmlNode properties)
    {
        var direct = NumberProperties(properties);
        if (direct.Number is not null) return (direct.Number, direct.Level ?? 0);

        var style = properties.First("pStyle")?["val"];
        for (var step = 0; style is not null && step < LongestStyleChain; step++)
        {
            if (_styles.TryGetValue(style, out var inherited) && inherited.Number is not null) return (inherited.Number, direct.Level ?? inherited.Level);
            style = _basedOn.GetValueOrDefault(style);
        }

        return (null, 0);
    }

    private static (string? Number, int? Level) NumberProperties(XmlNode properties)
    {
        var own = properties.First("numPr");
        return (own?.First("numId")?["val"], Whole(own?.First("ilvl")?["val"]));
    }

    private void AddList(XmlNode list)
    {
        if (list["abstractNumId"] is not { } id) return;

        foreach (var level in list.Elements("lvl"))
        {
            if (Whole(level["ilvl"]) is not (>= 0 and < DocxLevel.Most and var depth)) continue;
            _levels[(id, depth)] = new DocxLevel(
                level.First("numFmt")?["val"] ?? "decimal",
                level.First("lvlText")?["val"] ?? "",
                Whole(level.First("start")?["val"]) ?? 1);
        }
    }

    private void AddStyle(XmlNode style)
    {
        if (style["styleId"] is not { } id) return;
        if (style.First("basedOn")?["val"] is { } parent) _basedOn[id] = parent;
        if (style.First("pPr") is not { } properties) return;

        var (number, level) = NumberProperties(properties);
        _styles[id] = (number, level ?? 0);
    }

    /// <summary>One more at this level; deeper levels begin anew.</summary>
    private void Count(string list, int level)
    {
        if (!_counts.TryGetValue(list, out var counts)) _counts[list] = counts = new int[DocxLevel.Most];
        for (var upper = 0; upper < level; upper++)
        {
            if (counts[upper] == 0) counts[upper] = Start(list, upper);
        }

        counts[level] = counts[level] == 0 ? Start(list, level) : counts[level] + 1;
        Array.Clear(counts, level + 1, counts.Length - level - 1);
    }

    private int Start(string list, int level) => _levels.TryGetValue((list, level), out var found) ? found.Start : 1;

    private string Printed(string list, DocxLevel own)
    {
        var builder = new StringBuilder();
        for (var i = 0; i < own.Text.Length; i++)
        {
            var isPlace = own.Text[i] == '%' && i + 1 < own.Text.Length && own.Text[i + 1] is >= '1' and <= '9';
            if (!isPlace)
            {
                builder.Append(own.Text[i]);
                continue;
            }

            var level = own.Text[++i] - '1';
            builder.Append(DocxLevel.Number(_counts[list][level], _levels.GetValueOrDefault((list, level))?.Format));
        }

        return builder.ToString();
    }

    private static int? Whole(string? text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var value) ? Math.Min(value, DocxLevel.MostNumber) : null;
}
