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
    private readonly TableCountry country;
    private readonly HashSet<(string Rule, string Of)> leftOut = [];
    private readonly Dictionary<string, TableActivity> activities = [];
    private readonly List<TableActivity> inOrder = [];

    private TableReading(TableMapping mapping, TableCountry country) => (this.mapping, this.country) = (mapping, country);

    public List<FileFinding> Findings { get; } = [];

    public Dictionary<string, int> Rules { get; } = [];

    public int Rows { get; private set; }

    /// <summary>Rows about other countries, of the second pillar of the TOSSD, or that are sums of others.</summary>
    public int LeftOut { get; private set; }

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

    public static TableReading Of(Stream stream, TableMapping mapping, TableCountry country)
    {
        var reading = new TableReading(mapping, country);
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
        if (IsLeftOut(Cell, row.Number))
        {
            LeftOut++;
            return;
        }

        if (Cell(TableField.Identifier)?.Text.Trim() is not { } number)
        {
            Tell("T2", "Error", "", "", row.Number, "The row names no activity: it could not be found again.");
            return;
        }

        var activity = Named(Cell(TableField.DonorCode) is { } giver ? $"{giver.Text.Trim()}-{number}" : number);
        var place = new RowPlace(this, activity.Identifier, row.Number);
        activity.Hear(Cell, place);
        foreach (var (column, says) in columns.Where(c => c.Says.Field is TableField.Amount or TableField.Mobilised || TableMapping.IsStage(c.Says.Field)))
        {
            if (cells.TryGetValue(column, out var cell) && cell.Text.Trim().Length > 0)
            {
                activity.Hear(cell, says, Cell, mapping, place);
            }
        }
    }

    private TableActivity Named(string identifier)
    {
        if (!activities.TryGetValue(identifier, out var activity))
        {
            inOrder.Add(activities[identifier] = activity = new(identifier));
        }

        return activity;
    }

    // Told once for each reason, by the first row: a table of the world has thousands of them.
    private bool IsLeftOut(Func<TableField, SheetCell?> cell, int row)
    {
        var (rule, of, message) = cell(TableField.DonorCode)?.Text.Trim() == "0" && mapping.Kind == SourceKind.Tossd ? ("T11", "0", "Rows of the giver 0 are sums of several givers and are left out.")
            : TableCells.IsSecondPillar(cell(TableField.Pillar)?.Text) ? ("T10", "2", "Rows of the second pillar serve regions or the world: they are left out.")
            : cell(TableField.Recipient)?.Text.Trim() is { } recipient && !country.Is(recipient) ? ("T9", recipient, $"Rows about \"{recipient}\" tell of support to others and are left out.")
            : ("", "", "");
        if (rule.Length > 0 && leftOut.Add((rule, of)))
        {
            Tell(rule, "Warning", "", "", row, message);
        }

        return rule.Length > 0;
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
