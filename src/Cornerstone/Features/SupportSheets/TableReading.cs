using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Sheets;

namespace Cornerstone.Features.SupportSheets;

/// <summary>
/// A table read as its mapping says: its rows become the activities they tell of, in the form any other source has, so that what
/// happens to them afterwards (the same twice, corrections, who said what) is the same too.
/// </summary>
internal sealed class TableReading
{
    public const string RulePrefix = "T";
    private const int FindingsOfARule = 50;

    private readonly TableMapping mapping;
    private readonly Dictionary<string, TableActivity> activities = [];
    private readonly List<TableActivity> inOrder = [];

    private TableReading(TableMapping mapping) => this.mapping = mapping;

    public List<FileFinding> Findings { get; } = [];

    public Dictionary<string, int> Rules { get; } = [];

    public int Rows { get; private set; }

    /// <summary>The first row with anything in it.</summary>
    public static (IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<string>> First) Look(Stream stream, int rows)
    {
        using var file = SheetFile.Open(stream);
        var filled = file.Rows(0).Where(r => !r.IsEmpty).Take(rows + 1).ToList();
        if (filled.Count == 0)
        {
            return ([], []);
        }

        var last = filled[0].Cells[^1].Column;
        string At(SheetRow row, int column) => row.Cells.FirstOrDefault(c => c.Column == column).Text ?? "";
        return ([.. Enumerable.Range(1, last).Select(c => At(filled[0], c).Trim())], [.. filled.Skip(1).Select(r => (IReadOnlyList<string>)[.. Enumerable.Range(1, last).Select(c => At(r, c))])]);
    }

    public static TableReading Of(Stream stream, TableMapping mapping)
    {
        var reading = new TableReading(mapping);
        using var file = SheetFile.Open(stream);
        List<(int Column, TableColumn Says)>? columns = null;
        foreach (var row in file.Rows(0).Where(r => !r.IsEmpty))
        {
            if (columns is null)
            {
                columns = reading.Find(row);
            }
            else
            {
                reading.Read(row, columns);
            }
        }

        return reading;
    }

    public IEnumerable<Iati.Activity> Activities => inOrder.Select(a => a.Told(mapping));

    /// <summary>The activities as a file of the standard. The same table by the same mapping is the same file.</summary>
    public byte[] AsFile()
    {
        using var memory = new MemoryStream();
        using (var writer = new IatiWriter(memory, RecordKind.Activity, DateTimeOffset.UnixEpoch))
        {
            foreach (var activity in Activities)
            {
                writer.Write(activity);
            }
        }

        return memory.ToArray();
    }

    private List<(int, TableColumn)> Find(SheetRow headings)
    {
        var there = headings.Cells.DistinctBy(c => c.Text.Trim()).ToDictionary(c => c.Text.Trim(), c => c.Column);
        var wanted = mapping.Columns.Where(c => c.Field != TableField.Ignored).ToList();
        foreach (var missing in wanted.Where(c => !there.ContainsKey(c.Heading)))
        {
            Tell("T1", "Error", "", missing.Heading, headings.Number, $"The table has no column \"{missing.Heading}\".");
        }

        return [.. wanted.Where(c => there.ContainsKey(c.Heading)).Select(c => (there[c.Heading], c))];
    }

    private void Read(SheetRow row, List<(int Column, TableColumn Says)> columns)
    {
        Rows++;
        var cells = row.Cells.ToDictionary(c => c.Column);
        SheetCell? Cell(TableField field) => columns.Where(c => c.Says.Field == field).Select(c => cells.TryGetValue(c.Column, out var cell) && cell.Text.Trim().Length > 0 ? cell : (SheetCell?)null).FirstOrDefault(c => c is not null);
        if (Cell(TableField.Identifier)?.Text.Trim() is not { } identifier)
        {
            Tell("T2", "Error", "", "", row.Number, "The row names no activity: it could not be found again.");
            return;
        }

        if (!activities.TryGetValue(identifier, out var activity))
        {
            inOrder.Add(activities[identifier] = activity = new(identifier));
        }

        var place = new RowPlace(this, identifier, row.Number);
        activity.Hear(Cell, place);
        foreach (var (column, says) in columns.Where(c => c.Says.Field is TableField.Amount or TableField.Committed or TableField.PaidOut or TableField.Spent))
        {
            if (cells.TryGetValue(column, out var cell) && cell.Text.Trim().Length > 0)
            {
                activity.Hear(cell, says, Cell, mapping, place);
            }
        }
    }

    private void Tell(string rule, string severity, string activity, string column, int line, string message)
    {
        Rules[rule] = Rules.GetValueOrDefault(rule) + 1;
        if (Rules[rule] <= FindingsOfARule)
        {
            Findings.Add(new(rule, severity, activity, column, line, message));
        }
    }

    /// <summary>Where something was found.</summary>
    internal sealed record RowPlace(TableReading Reading, string Activity, int Line)
    {
        public void Tell(string rule, string severity, string column, string message) => Reading.Tell(rule, severity, Activity, column, Line, message);
    }
}
