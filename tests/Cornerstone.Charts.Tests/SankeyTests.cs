using System.Globalization;
using System.Xml.Linq;

namespace Cornerstone.Charts.Tests;

public sealed class SankeyTests
{
    private static readonly SankeyWords Words = new(["Partner", "Objective"], "To", "Amount", "not said", n => $"{n} others");

    [Fact]
    public void What_comes_and_does_not_leave_is_grey_and_called_by_its_name()
    {
        var chart = FlowSamples.WithDoubts(rtl: false).Draw(Samples.Options());

        var stub = Assert.Single(chart.Read().WithClass("chart-flow-unsaid"));
        Assert.Equal("1.1 Police that people trust, not said: 4,000,000", stub.Tooltip());
        Assert.Equal(Bar(chart, "1.1 Police that people trust").Number("height") * 0.4, stub.Number("height"), 0.2);
        Assert.Contains(chart.Table.Rows, r => r is { Heading.Text: "1.1 Police that people trust", Cells: [{ Text: "not said" }, { Text: "4,000,000" }] });
    }

    [Fact]
    public void An_amount_nobody_knows_has_no_width_and_its_word_in_the_table()
    {
        var chart = FlowSamples.WithDoubts(rtl: false).Draw(Samples.Options());

        Assert.Equal("Nordreich Development Agency › 1.2 Courts within reach: unknown", chart.Read().WithClass("chart-flow-unknown").Single().Tooltip());
        Assert.Contains(chart.Table.Rows, r => r is { Heading.Text: "Nordreich Development Agency", Cells: [{ Text: "1.2 Courts within reach" }, { Text: "unknown" }] });
        Assert.Equal(0, Bar(chart, "Nordreich Development Agency").Number("height"));
        Assert.Contains(chart.Read().Named("text"), t => t.Words() == "4M + ?");
    }

    [Fact]
    public void What_came_back_is_taken_off_the_sum_and_is_drawn_by_no_band()
    {
        var chart = FlowSamples.WithDoubts(rtl: false).Draw(Samples.Options());

        Assert.DoesNotContain(chart.Read().WithClass("chart-flow"), b => b.Tooltip().Contains("Ostania", StringComparison.Ordinal));
        Assert.Contains(chart.Table.Rows, r => r is { Heading.Text: "Ostania", Cells: [{ Text: "2.1 Parliament oversees the sector" }, { Text: "-500,000" }] });
        Assert.Contains(chart.Table.Rows, r => r is { Heading.Text: "2.1 Parliament oversees the sector", Cells: [{ Text: "Total" }, { Text: "1,500,000" }] });
        Assert.DoesNotContain(chart.Read().WithClass("chart-flow-unsaid"), s => s.Tooltip().Contains("Parliament", StringComparison.Ordinal));
    }

    [Fact]
    public void The_smallest_are_drawn_as_one_and_stand_in_the_table_by_themselves()
    {
        var chart = FlowSamples.Sankey(rtl: false).Draw(Samples.Options(width: 360));

        Assert.EndsWith(" others: 1,510,000", chart.Read().WithClass("chart-flow-bar").Single(b => b.Tooltip().Contains("others", StringComparison.Ordinal)).Tooltip(), StringComparison.Ordinal);
        Assert.Contains(chart.Table.Rows, r => r is { Heading.Text: "Sudrey", Cells: [_, { Text: "40,000" }] });
    }

    [Fact]
    public void What_nobody_said_is_never_among_the_others_and_stands_last()
    {
        var chart = FlowSamples.Sankey(rtl: false) with { Links = [.. FlowSamples.Sankey(rtl: false).Links.Where(l => l.From != "p3"), new("p3", "o-none", 1m), new("p3", "o0", 4_000_000m)] };

        var bars = chart.Draw(Samples.Options()).Read().WithClass("chart-flow-bar").ToList();
        var objectives = bars.Where(b => b.Number("x") == bars.Single(o => o.Tooltip().StartsWith("No objective", StringComparison.Ordinal)).Number("x"));
        Assert.StartsWith("No objective", objectives.MaxBy(b => b.Number("y"))!.Tooltip(), StringComparison.Ordinal);
    }

    [Fact]
    public void Bands_that_can_lie_without_crossing_do()
    {
        var chart = Flat([("a", "z", 10m), ("b", "y", 10m), ("c", "w", 10m), ("d", "x", 10m)]);

        var ends = chart.Draw(Samples.Options()).Read().WithClass("chart-flow").Select(Ends).OrderBy(e => e.Leave).ToList();

        Assert.Equal(4, ends.Count);
        Assert.Equal(ends.Select(e => e.Come).Order(), ends.Select(e => e.Come));
    }

    [Fact]
    public void Nodes_and_bands_lead_to_their_pages()
    {
        var links = FlowSamples.Sankey(rtl: false).Draw(Samples.Options()).Read().Named("a").Select(a => a.Attribute("href")!.Value).ToList();

        Assert.Contains("/SO/support/p0", links);
        Assert.Contains("/SO/support/i2", links);
        Assert.Contains("/SO/support/ledger/rows?partner=0", links);
    }

    [Fact]
    public void A_link_that_leads_to_no_next_layer_is_refused()
    {
        var chart = FlowSamples.Sankey(rtl: false);

        Assert.Throws<ArgumentException>(() => (chart with { Links = [new("p0", "i0", 1m)] }).Draw(Samples.Options()));
        Assert.Throws<ArgumentException>(() => (chart with { Links = [new("p0", "nobody", 1m)] }).Draw(Samples.Options()));
    }

    [Fact]
    public void A_chart_in_which_nothing_moves_says_so() =>
        Assert.Contains((FlowSamples.Sankey(rtl: false) with { Links = [] }).Draw(Samples.Options()).Read().Named("text"), t => t.Words() == "No data to show yet.");

    [Fact]
    public void Sixty_partners_are_drawn_in_less_than_60_kilobytes()
    {
        var links = Enumerable.Range(0, 60).SelectMany(p => Enumerable.Range(0, 15).Select(o => ($"partner {p}", $"objective {o}", 1m + p * p + o))).ToArray();

        foreach (var width in new[] { 720, 360 })
            Assert.InRange(Flat(links).Draw(Samples.Options(width: width)).Svg.Length, 5_000, 60_000);
    }

    internal static SankeyChart Flat((string From, string To, decimal Amount)[] links) => new(
        new("Title", "Description", "From"), Words,
        [.. links.Select(l => l.From).Distinct().Select(f => new SankeyNode($"from {f}", 0, f)), .. links.Select(l => l.To).Distinct().Order(StringComparer.Ordinal).Select(t => new SankeyNode($"to {t}", 1, t))],
        [.. links.Select(l => new SankeyLink($"from {l.From}", $"to {l.To}", l.Amount))]);

    /// <summary>Where a band leaves and comes, and how wide it is there.</summary>
    internal static (double Leave, double Come, double Width) Ends(XElement band)
    {
        var numbers = band.Attribute("d")!.Value.Split([' ', 'M', 'C', 'V', 'z'], StringSplitOptions.RemoveEmptyEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToList();
        return (numbers[1], numbers[7], numbers[8] - numbers[7]);
    }

    private static XElement Bar(Chart chart, string name) => chart.Read().WithClass("chart-flow-bar").Single(b => b.Tooltip().StartsWith(name, StringComparison.Ordinal));
}
