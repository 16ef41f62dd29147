using System.Globalization;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>Which lines a question is about.</summary>
internal sealed class LineFilter
{
    private readonly List<(LedgerColumn Column, bool[] IsAsked)> conditions = [];
    private readonly Period? days;

    private LineFilter(LedgerQuestion question, LineChoice which)
    {
        Slot = LedgerBlock.SlotOf(question.View, question.Stage);
        days = question.Only.TryGetValue(LedgerAxis.Year, out var year) && int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and <= 9999
            ? new(new DateOnly(number, 1, 1), new DateOnly(number, 12, 31)) : null;
        // What is left out has the number of its reason.
        conditions.Add((LedgerColumn.Reason, [.. Enumerable.Range(0, 1 + LineColumns.MostReasons).Select(r => which == LineChoice.All || (r == LineColumns.Counted) == (which == LineChoice.Counted))]));
    }

    public int Slot { get; }

    /// <summary>Null where no line can be meant.</summary>
    public static LineFilter? Of(LedgerQuestion question, LineChoice which, LedgerCodes codes, PlanObjectives plan)
    {
        var filter = new LineFilter(question, which);
        var only = question.Only.Append(KeyValuePair.Create(LedgerAxis.Reason, question.Reason?.ToString() ?? ""));
        foreach (var (axis, value) in only.Where(o => o.Value.Length > 0))
        {
            // What is left out is not divided by what it is for.
            if (which != LineChoice.Counted && axis.IsDivided) continue;
            var reader = AxisReader.Of(axis, codes, plan);
            if (reader.Find(value) is not { } number) return null;
            filter.conditions.Add((reader.Column, reader.CodesOf(number)));
        }

        return filter.Slot < 0 ? null : filter;
    }

    public FilteredLines On(CellColumns cells) => new([.. conditions.Select(c => new LineCondition(new(cells.Of(c.Column)), c.IsAsked))]);

    public FilteredLines On(LedgerBlock block)
    {
        var lines = block.Lines[Slot];
        return new([.. conditions.Select(c => new LineCondition(block.Of(c.Column, lines), c.IsAsked))]);
    }

    /// <summary>Places of lines among which all that are meant are found: transactions of a block stand by their days, the latest first.</summary>
    public (int From, int Until) Around(LedgerBlock block)
    {
        var flow = block.Lines[Slot].Flow;
        if (days is null) return (0, flow.Length);
        var day = block.Flows.Day;
        var (latest, next) = (FirstWhere(day.Length, f => day[f] <= days.Until.DayNumber), FirstWhere(day.Length, f => day[f] < days.From.DayNumber));
        return (FirstWhere(flow.Length, l => flow[l] >= latest), FirstWhere(flow.Length, l => flow[l] >= next));
    }

    // What holds once holds from there on.
    private static int FirstWhere(int length, Func<int, bool> holds)
    {
        var (from, until) = (0, length);
        while (from < until)
        {
            var middle = from + ((until - from) / 2);
            (from, until) = holds(middle) ? (from, middle) : (middle + 1, until);
        }

        return from;
    }
}

/// <summary>One condition on lines: the codes of a column that are asked for.</summary>
internal readonly record struct LineCondition(CodesOfLines Codes, bool[] IsAsked)
{
    public bool Holds(int line) => Codes[line] is >= 0 and var code && IsAsked[code];

    /// <summary>False where it is about activities and none of theirs is asked for. They are a tenth of the lines.</summary>
    public bool CanHold()
    {
        if (Codes.Activity is null) return true;
        foreach (var code in Codes.Codes!)
        {
            if (code >= 0 && IsAsked[code]) return true;
        }

        return false;
    }
}

/// <summary>A column, whatever it is a column of.</summary>
/// <param name="Codes">Null where they are bytes.</param>
/// <param name="Flow">The transaction of a line, where the column is of transactions or activities.</param>
/// <param name="Activity">The activity of a transaction, where it is of activities.</param>
internal readonly record struct CodesOfLines(int[]? Codes, int[]? Flow = null, int[]? Activity = null, byte[]? Bytes = null)
{
    public int this[int line] => Codes is null ? Bytes![line] : Flow is null ? Codes[line] : Activity is null ? Codes[Flow[line]] : Codes[Activity[Flow[line]]];
}

/// <summary>Lines on which all conditions hold.</summary>
internal sealed class FilteredLines(LineCondition[] conditions)
{
    /// <summary>False where no line can be meant, and none has to be looked at.</summary>
    public bool CanHold { get; } = Array.TrueForAll(conditions, c => c.CanHold());

    public bool Holds(int line)
    {
        foreach (var condition in conditions)
        {
            if (!condition.Holds(line)) return false;
        }

        return true;
    }
}
