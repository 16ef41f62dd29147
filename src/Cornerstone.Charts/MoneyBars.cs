using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>What something costs, what of it is funded, and what is spent; in one currency for the whole chart.</summary>
public sealed record MoneyRow(string Name, ChartValue Cost, ChartValue Funded, ChartValue Spent, string? Href = null);

/// <summary>"Cost", "Funded", "Spent", "Gap".</summary>
public sealed record MoneyWords(string Cost, string Funded, string Spent, string Gap);

/// <summary>
/// Cost as an outline that funding fills, with what is spent as a thin bar inside: what stays empty is the gap. A row where nobody recorded
/// spending shows none; where no row has any, the chart does not speak of it.
/// </summary>
public sealed record MoneyBars(ChartText Text, MoneyWords Words, IReadOnlyList<MoneyRow> Rows)
{
    private const string Kind = "chart-money";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        var table = Table(options);
        if (!Amounts().Any()) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new MoneyPicture(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind, Rows.Any(r => r.Href is not null)), table);
    }

    internal bool ShowsSpending => Rows.Any(r => r.Spent.State == ChartValueState.Known);

    internal IEnumerable<decimal> Amounts() =>
        Rows.SelectMany(r => new[] { r.Cost.Amount, r.Funded.Amount, r.Spent.Amount }).Where(a => a.HasValue).Select(a => a!.Value);

    /// <summary>Unknown when either is: a gap against an unknown cost would be invented. More money than cost is no gap.</summary>
    private static ChartTableCell Gap(MoneyRow row, NumberText numbers) => row.Cost.Amount is { } cost && row.Funded.Amount is { } funded
        ? new(numbers.Exact(Math.Max(0, cost - funded)), IsNumber: true)
        : numbers.Cell(row.Cost.State == ChartValueState.NotApplicable ? ChartValue.NotApplicable : ChartValue.Unknown);

    private ChartTable Table(ChartOptions options)
    {
        var numbers = new NumberText(options);
        string[] spent = ShowsSpending ? [Words.Spent] : [];
        var rows = Rows.Select(r => new ChartTableRow(new(r.Name, Href: r.Href),
            [numbers.Cell(r.Cost), numbers.Cell(r.Funded), .. ShowsSpending ? new[] { numbers.Cell(r.Spent) } : [], Gap(r, numbers)]));
        return new(SeriesTable.Caption(Text), [Text.CategoryHeading, Words.Cost, Words.Funded, .. spent, Words.Gap], [.. rows]);
    }
}
