using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Charts.Tests;

/// <summary>WCAG 2.2: 1.4.3 asks 4.5:1 of text, 1.4.11 asks 3:1 of graphics.</summary>
public sealed partial class ContrastTests
{
    private const double Text = 4.5;
    private const double Graphics = 3;

    public static TheoryData<string, string, string, double> Pairs()
    {
        var pairs = new TheoryData<string, string, string, double>();
        foreach (var theme in new[] { "light", "dark" })
        {
            foreach (var ink in new[] { "ink", "muted" }) pairs.Add(theme, ink, "surface", Text);
            for (var i = 1; i <= ChartStyles.SeriesColours; i++) pairs.Add(theme, $"{i}", "surface", Graphics);
            foreach (var tone in new[] { "good", "warning", "bad", "neutral", "information" }) pairs.Add(theme, tone, "surface", Graphics);
            foreach (var step in HeatSteps()) pairs.Add(theme, $"on-heat-{step}", $"heat-{step}", Text);
            pairs.Add(theme, "ink", "node", Text);
            pairs.Add(theme, "on-focus", "focus", Text);
            pairs.Add(theme, "node-line", "surface", Graphics);
            pairs.Add(theme, "link", "surface", Graphics);
        }

        return pairs;
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Colours_stand_out_from_what_they_lie_on(string theme, string front, string back, double least)
    {
        var colours = Colours(theme);

        var contrast = Contrast(colours[front], colours[back]);

        Assert.True(contrast >= least, $"{front} on {back} ({theme}): {contrast:0.00}");
    }

    [Fact]
    public void Series_beside_each_other_in_print_differ_in_lightness()
    {
        var colours = Colours("print");

        for (var i = 1; i < ChartStyles.SeriesColours; i++)
            Assert.True(Contrast(colours[$"{i}"], colours[$"{i + 1}"]) >= 1.3, $"{i} and {i + 1}: {Contrast(colours[$"{i}"], colours[$"{i + 1}"]):0.00}");
    }

    [Fact]
    public void Both_ways_to_ask_for_the_dark_theme_give_the_same_colours() => Assert.Equal(Colours("dark"), Colours("dark-chosen"));

    private static IEnumerable<string> HeatSteps() => Enumerable.Range(1, 5).SelectMany(i => new[] { $"{i}", $"n{i}" }).Append("unknown");

    private static Dictionary<string, string> Colours(string theme)
    {
        var blocks = Block().Matches(ChartStyles.Css).Select(m => m.Value).ToList();
        Assert.Equal(4, blocks.Count);
        var block = blocks[theme switch { "light" => 0, "dark" => 1, "dark-chosen" => 2, _ => 3 }];
        return Token().Matches(block).ToDictionary(m => m.Groups[1].Value, m => m.Groups[2].Value);
    }

    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour) =>
        0.2126 * Linear(colour[..2]) + 0.7152 * Linear(colour[2..4]) + 0.0722 * Linear(colour[4..]);

    private static double Linear(string hex)
    {
        var value = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@":root[^{]*\{[^}]*\}")]
    private static partial Regex Block();

    [GeneratedRegex("--chart-([a-z0-9-]+): #([0-9a-f]{6});")]
    private static partial Regex Token();
}
