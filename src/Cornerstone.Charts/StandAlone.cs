using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts;

/// <summary>
/// A chart as a file of its own, for a download or a document: it brings its style sheet along, in the light theme with every colour
/// written out, because office programs and converters know no variables. Fills keep their hatching: the file may be printed in grey.
/// </summary>
public static partial class StandAlone
{
    private const double Margin = 14;
    private const double TitleSize = 15;
    private const double TitleLine = 20;
    private const double NoteLine = 16;
    private const int MostLines = 3;

    /// <param name="options">What the chart was drawn with.</param>
    /// <param name="notes">Where the figures come from and of which moment they are, a line each: away from its page a chart must say so itself.</param>
    public static string Of(Chart chart, ChartOptions options, IReadOnlyList<string> notes)
    {
        var opening = Opening().Match(chart.Svg);
        var names = Names().Match(chart.Svg);
        var body = WithoutLinks(chart.Svg[(names.Index + names.Length)..chart.Svg.LastIndexOf("</svg>", StringComparison.Ordinal)].TrimStart('\n'));
        var drawn = double.Parse(opening.Groups["height"].Value, CultureInfo.InvariantCulture);

        var title = Label.Fit(WebUtility.HtmlDecode(names.Groups["title"].Value), options.Width * TextWidth.FontSize / TitleSize, MostLines);
        var words = new Canvas(options);
        for (var i = 0; i < title.Lines.Count; i++) words.Text(0, TitleSize + i * TitleLine, title.Lines[i], "chart-file-title");
        var top = title.Lines.Count * TitleLine + 8;
        var foot = top + drawn + 10;
        foreach (var line in notes.SelectMany(note => Label.Fit(note, options.Width, MostLines).Lines))
        {
            words.Text(0, foot + TextWidth.FontSize, line, "chart-muted");
            foot += NoteLine;
        }

        var (width, height) = (Canvas.Number(options.Width + 2 * Margin), Canvas.Number(foot + 2 * Margin));
        var inner = $"<g transform=\"translate({Canvas.Number(Margin)} {Canvas.Number(Margin)})\">\n{words}</g>\n"
            + $"<g transform=\"translate({Canvas.Number(Margin)} {Canvas.Number(Margin + top)})\">\n{body}</g>\n";
        return $"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n{opening.Groups["before"].Value} width=\"{width}\" height=\"{height}\" viewBox=\"0 0 {width} {height}\"{opening.Groups["after"].Value}>\n"
            + $"{names.Value}<style>{XmlText.Escape(Style(chart.Svg + words))}</style>\n<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n{inner}</svg>\n";
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

    // The drawing's own opening, as Document writes it.
    [GeneratedRegex("^(?<before><svg[^>]*?) width=\"[0-9]+\" height=\"(?<height>[0-9.]+)\" viewBox=\"[^\"]*\"(?<after>[^>]*)>")]
    private static partial Regex Opening();

    [GeneratedRegex("<title id=[^>]*>(?<title>[^<]*)</title>\n<desc [^>]*>[^<]*</desc>\n")]
    private static partial Regex Names();

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
