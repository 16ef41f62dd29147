using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

public enum WaterfallKind
{
    /// <summary>A whole the steps begin from, such as what something costs.</summary>
    Start,

    /// <summary>Added to what was left, or, below zero, taken off it.</summary>
    Step,

    /// <summary>A step that may not come, such as a pledge.</summary>
    Perhaps,

    /// <summary>What is left after the steps before; it has no amount of its own.</summary>
    Total,
}

/// <summary>One row of a waterfall.</summary>
public sealed record WaterfallRow(string Name, WaterfallKind Kind, ChartValue Amount = default, string? Href = null);

/// <summary>Headings of the table, "Amount" and "What is left", and what the legend calls a whole, a step and a step that may not come.</summary>
public sealed record WaterfallWords(string Amount, string Left, string Whole, string Step, string Perhaps);

/// <summary>
/// From a whole by steps to what is left. After an unknown step nobody knows what is left: later steps are drawn from what is known so
/// far, with a dashed line before them, and a total is unknown. Not applicable changes nothing.
/// </summary>
public sealed record WaterfallChart(ChartText Text, WaterfallWords Words, IReadOnlyList<WaterfallRow> Rows)
{
    private const string Kind = "chart-waterfall";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        var levels = Levels();
        var table = Table(levels, options);
        if (!Rows.Any(r => r.Amount.Amount.HasValue)) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new WaterfallPicture(this, levels, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind, Rows.Any(r => r.Href is not null)), table);
    }

    private List<WaterfallLevel> Levels()
    {
        var levels = new List<WaterfallLevel>();
        var last = new WaterfallLevel(0, 0, IsKnown: true);
        foreach (var row in Rows) levels.Add(last = last.After(row));
        return levels;
    }

    private ChartTable Table(List<WaterfallLevel> levels, ChartOptions options)
    {
        var numbers = new NumberText(options);
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, Words.Amount, Words.Left], [.. Rows.Select((r, i) => new ChartTableRow(
            new(r.Name, Href: r.Href),
            [r.Kind == WaterfallKind.Total ? new("") : numbers.Cell(r.Amount), numbers.Cell(levels[i].IsKnown ? levels[i].To : ChartValue.Unknown)]))]);
    }
}

/// <summary>From where to where a row leads.</summary>
/// <param name="IsKnown">False after a step nobody knows.</param>
internal readonly record struct WaterfallLevel(decimal From, decimal To, bool IsKnown)
{
    public WaterfallLevel After(WaterfallRow row) => row.Kind switch
    {
        WaterfallKind.Total => new(0, To, IsKnown),
        WaterfallKind.Start => new(0, row.Amount.Amount ?? 0, row.Amount.State != ChartValueState.Unknown),
        _ => new(To, To + (row.Amount.Amount ?? 0), IsKnown && row.Amount.State != ChartValueState.Unknown),
    };
}
