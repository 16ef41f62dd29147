using Cornerstone.Charts.Drawing;
using Cornerstone.Charts.Graphs;

namespace Cornerstone.Charts;

/// <summary>How far something planned has come. What is late is told by its sign as well as by its colour.</summary>
public enum GanttState
{
    NotStarted,
    Ongoing,
    Delayed,
    Completed,
    Dropped,

    /// <summary>Nobody said: grey, and not the same as "not started".</summary>
    Unknown,
}

/// <summary>A day within a row's time by which something is due.</summary>
public sealed record GanttMark(DateOnly On, string Name, GanttState State);

/// <summary>One row of a plan.</summary>
/// <param name="Level">0 for the top of the tree; deeper rows stand further in.</param>
/// <param name="Progress">Between 0 and 1; null where nobody said.</param>
/// <param name="IsMilestone">A day rather than a stretch: drawn as a diamond at <paramref name="Until"/>.</param>
public sealed record GanttRow(string Name, int Level, DateOnly? From, DateOnly? Until, GanttState State, decimal? Progress = null, bool IsMilestone = false, string? Href = null)
{
    public IReadOnlyList<GanttMark> Marks { get; init; } = [];

    internal IEnumerable<DateOnly> Days => new[] { From, Until }.Where(d => d.HasValue).Select(d => d!.Value).Concat(Marks.Select(m => m.On));
}

/// <summary>Headings "Start", "End", "State", "Progress"; "Today"; what stands in a row without dates; and the six states in order.</summary>
public sealed record GanttWords(string From, string Until, string State, string Progress, string Today, string Undated, IReadOnlyList<string> States)
{
    internal string Of(GanttState state) => States[(int)state];
}

/// <summary>
/// What happens when: a bar for each row, filled as far as it has come, milestones as diamonds, and a line for today. A bar of which one
/// end is not known is open there. For long plans, pass one page of rows at a time.
/// </summary>
public sealed record GanttChart(ChartText Text, GanttWords Words, IReadOnlyList<GanttRow> Rows, DateOnly? Today = null)
{
    /// <summary>Days the axis shows besides those of the rows, so that several drawings of one plan share one axis.</summary>
    public IReadOnlyList<DateOnly> AxisDays { get; init; } = [];

    private const string Kind = "chart-gantt";

    public Chart Draw(ChartOptions options)
    {
        options.Check();
        if (Words.States.Count != Enum.GetValues<GanttState>().Length)
            throw new ArgumentException($"There are {Enum.GetValues<GanttState>().Length} states and {Words.States.Count} words.");

        var table = Table(options);
        if (!Rows.SelectMany(r => r.Days).Any()) return Document.Empty(Text, options, table, Kind);

        var canvas = new Canvas(options);
        var height = new GanttPicture(this, canvas, options).Draw();
        return new(Document.Of(Text, options, canvas, height, Kind, Rows.Any(r => r.Href is not null)), table);
    }

    private ChartTable Table(ChartOptions options) => new(
        SeriesTable.Caption(Text),
        [Text.CategoryHeading, Words.From, Words.Until, Words.State, Words.Progress],
        [.. Rows.SelectMany(r => r.Marks.Select(m => MarkRow(r, m, options)).Prepend(TableRow(r, options)))]);

    private ChartTableRow TableRow(GanttRow row, ChartOptions options) => new(new(row.Name, Href: row.Href),
    [
        row.IsMilestone ? new("") : new(DayText(row.From, options)),
        new(DayText(row.Until, options)), new(Words.Of(row.State)),
        row.Progress is { } progress ? new(ProgressText(progress, options), IsNumber: true) : new(options.Labels.Unknown),
    ]);

    private ChartTableRow MarkRow(GanttRow row, GanttMark mark, ChartOptions options) =>
        new(new($"{row.Name}: {mark.Name}"), [new(""), new(DayText(mark.On, options)), new(Words.Of(mark.State)), new("")]);

    internal string DayText(DateOnly? day, ChartOptions options) => day?.ToString("d", options.Culture) ?? Words.Undated;

    internal static string ProgressText(decimal progress, ChartOptions options) => progress.ToString("0%", options.Culture);
}
