using System.Text.RegularExpressions;
using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts;

/// <summary>
/// A chart as a file of its own, for a download or a document: it brings its style sheet along, in the light theme with every colour
/// written out, because office programs and converters know no variables. Fills keep their hatching: the file may be printed in grey.
/// </summary>
public static partial class StandAlone
{
    public static string Of(Chart chart)
    {
        var end = chart.Svg.IndexOf('>', StringComparison.Ordinal) + 1;
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{chart.Svg[..end]}\n<style>{XmlText.Escape(Style(chart.Svg))}</style>\n"
            + "<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n" + WithoutLinks(chart.Svg[end..].TrimStart('\n'));
    }

    /// <summary>The rules of the style sheet that this chart needs, with literal colours.</summary>
    private static string Style(string svg)
    {
        var colours = Token().Matches(LightTheme().Match(ChartStyles.Css).Value).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
        var plain = Block().Replace(Comment().Replace(ChartStyles.Css, ""), "");
        var classes = ClassList().Matches(svg).SelectMany(m => m.Groups[1].Value.Split(' ')).ToHashSet(StringComparer.Ordinal);
        var rules = Rule().Matches(plain).Where(r => r.Groups[1].Value.Split(',').Any(selector => IsUsed(selector, classes)))
            .Select(r => Variable().Replace(r.Value.Trim(), v => colours[v.Groups[1].Value]));
        return $"\n.chart{{font-family:sans-serif}}\n{string.Join('\n', rules.Select(r => r.Replace("font-family: inherit;", "", StringComparison.Ordinal)))}\n.chart .chart-hatch{{display:inline}}\n";
    }

    private static bool IsUsed(string selector, HashSet<string> classes)
    {
        var named = ClassName().Matches(selector).Select(m => m.Groups[1].Value).ToList();
        return named.Count > 0 && named.All(classes.Contains) && !selector.Contains(':', StringComparison.Ordinal);
    }

    // The addresses in a chart are of the program it was drawn by and lead nowhere from a file.
    private static string WithoutLinks(string svg) => LinkStart().Replace(svg, "<g>").Replace("</a>", "</g>", StringComparison.Ordinal);

    [GeneratedRegex(@":root \{[^}]*\}")]
    private static partial Regex LightTheme();

    [GeneratedRegex("--(chart-[a-z0-9-]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();

    [GeneratedRegex(@"/\*.*?\*/", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"@media[^{]*\{(?:[^{}]*\{[^{}]*\})*\s*\}|:root[^{]*\{[^}]*\}")]
    private static partial Regex Block();

    [GeneratedRegex(@"([^{}]+)\{[^}]*\}")]
    private static partial Regex Rule();

    [GeneratedRegex(@"var\(--(chart-[a-z0-9-]+)\)")]
    private static partial Regex Variable();

    [GeneratedRegex(@"class=""([^""]*)""")]
    private static partial Regex ClassList();

    [GeneratedRegex(@"\.([a-z][a-z0-9-]*)")]
    private static partial Regex ClassName();

    [GeneratedRegex("<a (?:class=\"chart-link\" )?href=[^>]*>")]
    private static partial Regex LinkStart();
}
