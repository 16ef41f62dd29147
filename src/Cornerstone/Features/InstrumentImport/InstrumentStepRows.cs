using Cornerstone.Features.Instruments;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.InstrumentImport;

/// <summary>The sheet of steps: what happened to an instrument after it was entered. Steps are only ever added.</summary>
internal static class InstrumentStepRows
{
    public const string Sheet = "steps";

    public static WorkbookSheet Columns(Text T) => new(Sheet, Text.Later("Steps"),
    [
        new("instrument", Text.Later("Instrument"), ColumnKind.Reference) { IsKey = true },
        new("state", Text.Later("State"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<InstrumentState>().Select(s => new WorkbookChoice(s.ToString(), T.Of(s)))] },
        new("on", Text.Later("It happened on"), ColumnKind.Date) { IsKey = true },
        new("authority", Text.Later("Adopting authority")) { Longest = 200 },
        new("published", Text.Later("Published on"), ColumnKind.Date),
        new("effective", Text.Later("Takes effect on"), ColumnKind.Date),
        new("by", Text.Later("Replaced by"), ColumnKind.Reference),
        new("reason", Text.Later("Reason")) { Longest = 1_000 },
    ]);

    public static RowVerdict Check(WorkbookRow row, InstrumentsOnRecord record, WorkbookRun run)
    {
        var T = run.T;
        if (!record.Files.TryGetValue(row.Text("instrument")!, out var file) || (row.Text("by") is { } by && !record.Files.ContainsKey(by)))
        {
            return row.Refuse(row.Finding("instrument", "instruments.unknown", T["the code of an instrument on record or on the first sheet"]));
        }

        var (move, effective) = (MoveOf(row, record), file.Effective);
        if (effective.FirstOrDefault(s => s.ToState == move.To && s.HappenedOn == move.On) is { } known)
        {
            return row.Against(record.RowOf(file, known)) is { Outcome: RowOutcome.Change }
                ? row.Refuse(row.Finding("state", "instruments.step-kept", T["as on record: a step is kept for ever"]))
                : row.Unchanged();
        }

        var coverage = file.Coverage(record.FirstLevel);
        if (Refused(file.Instrument, move, effective[^1], coverage, record, run) is { } refusal)
        {
            return row.Refuse(row.Finding("state", refusal.Code, T[refusal]));
        }

        // Later rows of this file go on from here.
        file.Steps.Add(file.Instrument.Take(move, isFirst: false, coverage.NotHeard, run.Reader.Id, run.At.AddMicroseconds(file.Steps.Count)));
        return row.Add();
    }

    /// <summary>Takes the step on the tracked instrument; the regions heard are those the file and the record know of.</summary>
    public static InstrumentStep Apply(WorkbookRow row, Instrument instrument, InstrumentsOnRecord record, WorkbookRun run, int order)
    {
        var notHeard = record.Files[instrument.Code].Coverage(record.FirstLevel).NotHeard;
        return instrument.Take(MoveOf(row, record), isFirst: false, notHeard, run.Reader.Id, run.At.AddMicroseconds(order));
    }

    private static Refusal? Refused(Instrument instrument, InstrumentMove move, InstrumentStep last, ConsultationCoverage coverage, InstrumentsOnRecord record, WorkbookRun run) =>
        instrument.MayMove(move, last, coverage, InstrumentsWorkbook.Today(run))
        ?? (move.ReplacedBy is { } successor && ReplacedBy.WouldCircle(instrument.Id, successor, record.Successors) ? new Refusal("instruments.replaced-by-itself") : null);

    private static InstrumentMove MoveOf(WorkbookRow row, InstrumentsOnRecord record) => new(Enum.Parse<InstrumentState>(row.Text("state")!), row.Date("on")!.Value)
    {
        Authority = row.Text("authority"),
        PublishedOn = row.Date("published"),
        EffectiveOn = row.Date("effective"),
        ReplacedBy = row.Text("by") is { } by ? record.Files[by].Instrument.Id : null,
        Reason = row.Text("reason"),
    };
}
