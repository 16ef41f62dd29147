using Cornerstone.Charts.Drawing;

namespace Cornerstone.Charts.Graphs;

/// <summary>Draws cost, funding and spending.</summary>
internal sealed class MoneyPicture
{
    private const double Thickness = 18;
    private const double SpentThickness = 6;

    private readonly MoneyBars chart;
    private readonly Canvas canvas;
    private readonly NumberText numbers;
    private readonly ChartOptions options;
    private readonly RowFrame frame;

    public MoneyPicture(MoneyBars chart, Canvas canvas, ChartOptions options)
    {
        (this.chart, this.canvas, this.options, numbers) = (chart, canvas, options, new NumberText(options));
        var rows = chart.Rows.Select(r => new FrameRow(r.Name, $"{Short(r.Funded)} / {Short(r.Cost)}", r.Href)).ToList();
        frame = new(canvas, new(rows, chart.Amounts(), LegendEntries(), chart.Text.Unit, Thickness), options);
    }

    public double Draw()
    {
        frame.Draw();
        for (var row = 0; row < chart.Rows.Count; row++)
        {
            var money = chart.Rows[row];
            DrawBar(row, money.Funded, Thickness, $"chart-funded {SeriesLook.Colour(0)}", chart.Words.Funded);
            DrawBar(row, money.Cost, Thickness, "chart-cost", chart.Words.Cost);
            DrawBar(row, money.Spent, SpentThickness, $"chart-fill {SeriesLook.Colour(0)}", chart.Words.Spent);
        }

        return frame.Height;
    }

    private void DrawBar(int row, ChartValue value, double thickness, string classes, string word)
    {
        if (value.Amount is not { } amount) return;
        canvas.Rect(frame.Between(0, amount, row, thickness), classes, tooltip: $"{chart.Rows[row].Name}, {word}: {numbers.Exact(amount)}");
    }

    private string Short(ChartValue value) => value.State switch
    {
        ChartValueState.Known => numbers.Short(value.Amount.GetValueOrDefault()),
        ChartValueState.NotApplicable => options.Labels.NotApplicable,
        _ => options.Labels.UnknownMark,
    };

    private IEnumerable<LegendEntry> LegendEntries()
    {
        yield return new(chart.Words.Cost, box => canvas.Rect(box, "chart-cost"));
        yield return new(chart.Words.Funded, box => canvas.Rect(box, $"chart-funded {SeriesLook.Colour(0)}"));
        if (chart.ShowsSpending)
            yield return new(chart.Words.Spent, box => canvas.Rect(new(box.X, box.MiddleY - 3, box.Width, SpentThickness), $"chart-fill {SeriesLook.Colour(0)}"));
    }
}
