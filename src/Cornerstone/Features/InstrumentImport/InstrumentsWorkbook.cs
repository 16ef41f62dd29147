using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cornerstone.Access;
using Cornerstone.Features.Instruments;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstrumentImport;

/// <summary>Instruments, the consultations held on them and the steps they took, as a spreadsheet. The guards of the page hold for each step.</summary>
internal sealed partial class InstrumentsWorkbook : IWorkbook
{
    internal const string Sheet = "instruments";
    internal const string Held = "consultations";
    private static readonly string[] Counts = ["women", "men", "youth"];

    public string Name => "instruments";

    public string Title => Text.Later("Instruments");

    public string Purpose => Text.Later("Dialogues, strategies, plans and mechanisms of the reform, who was consulted, and the steps they took.");

    public string Reads => InstrumentsRoom.Read;

    public string Needs => InstrumentsRoom.Edit;

    public async Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var T = run.T;
        var choices = await InstrumentChoices.ReadAsync(run.Db, run.Country, Today(run), T, ct);
        IReadOnlyList<WorkbookChoice> yesNo = [new("yes", T["Yes"]), new("no", T["No"])];
        return
        [
            new(Sheet, Text.Later("Instruments"),
            [
                new("code", Text.Later("Code")) { IsKey = true, Register = new("instrument"), Longest = 40 },
                new("kind", Text.Later("Kind"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<InstrumentKind>().Select(k => new WorkbookChoice(k.ToString(), T.Of(k)))] },
                .. WorkbookColumn.Wording("title", Text.Later("Title"), isRequired: true),
                new("lead", Text.Later("Lead institution"), ColumnKind.Reference) { Note = Text.Later("The code of an institution.") },
                new("components", Text.Later("Components"), ColumnKind.Choice) { IsList = true, Choices = [.. choices.Components.Select(c => new WorkbookChoice(c.Value, c.Text))] },
                new("started", Text.Later("Work began on"), ColumnKind.Date),
                new("validFrom", Text.Later("Valid from"), ColumnKind.Date),
                new("validUntil", Text.Later("Valid until"), ColumnKind.Date),
                new("national", Text.Later("Drafted by nationals"), ColumnKind.Percentage),
                new("authors", Text.Later("Authors")) { Longest = Instrument.LongestText },
                new("gender", Text.Later("Gender analysis"), ColumnKind.Choice) { Choices = yesNo },
                new("conflict", Text.Later("Conflict analysis"), ColumnKind.Choice) { Choices = yesNo },
                new("costed", Text.Later("Costed"), ColumnKind.Choice) { Choices = yesNo },
                new("cost", Text.Later("Cost"), ColumnKind.Number),
                new("currency", Text.Later("Currency")) { Longest = 3 },
                new("funded", Text.Later("Funded"), ColumnKind.Percentage),
                new("url", Text.Later("Address of the text")) { Longest = Instrument.LongestText },
                new("state", Text.Later("First state on record"), ColumnKind.Choice) { IsRequired = true, Note = Text.Later("Where it stood when it was entered; what came later stands on the sheet of steps."), Choices = [.. Enum.GetValues<InstrumentState>().Select(s => new WorkbookChoice(s.ToString(), T.Of(s)))] },
                new("since", Text.Later("On record since"), ColumnKind.Date) { IsRequired = true },
                new("authority", Text.Later("Adopting authority")) { Longest = 200 },
                new("adopted", Text.Later("Adopted on"), ColumnKind.Date),
                new("published", Text.Later("Published on"), ColumnKind.Date),
                new("effective", Text.Later("Takes effect on"), ColumnKind.Date),
                new("reason", Text.Later("Reason")) { Longest = 1_000 },
                new("level", Text.Later("Classification"), ColumnKind.Choice) { IsRequired = true, Choices = [.. Enum.GetValues<Classification>().Select(c => new WorkbookChoice(c.ToString(), T.Of(c)))] },
            ]) { IsRequired = true },
            new(Held, Text.Later("Consultations"),
            [
                new("instrument", Text.Later("Instrument"), ColumnKind.Reference) { IsKey = true },
                new("region", Text.Later("Region"), ColumnKind.Choice) { IsKey = true, MayBeEmpty = true, Choices = [.. choices.RegionItems.Select(r => new WorkbookChoice(r.Value, r.Text))], Note = Text.Later("Left empty: the whole country.") },
                new("on", Text.Later("Held on"), ColumnKind.Date) { IsKey = true },
                new("place", Text.Later("Place")) { IsKey = true, MayBeEmpty = true, Longest = 200 },
                new("women", Text.Later("Women"), ColumnKind.Number),
                new("men", Text.Later("Men"), ColumnKind.Number),
                new("youth", Text.Later("Youth among them"), ColumnKind.Number),
                new("note", Text.Later("Note")) { Longest = 2_000 },
            ]),
            InstrumentStepRows.Columns(T),
        ];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var record = await InstrumentsOnRecord.ReadAsync(run, ct);
        foreach (var row in record.Files.Values.Select(record.RowOf)
            .Concat(record.Files.Values.SelectMany(f => f.Consultations.Select(c => InstrumentsOnRecord.RowOf(f.Instrument, c)).DistinctBy(KeyOf)))
            .Concat(record.Files.Values.SelectMany(f => f.Effective.Skip(1).Select(s => record.RowOf(f, s)))))
        {
            yield return row;
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var record = await run.OnceAsync("instruments", () => InstrumentsOnRecord.ReadAsync(run, ct));
        return [.. rows.Select(row => row.Sheet switch
        {
            Sheet => CheckInstrument(row, record, run),
            Held => CheckConsultation(row, record, run),
            _ => InstrumentStepRows.Check(row, record, run),
        })];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var record = await run.OnceAsync("instruments", () => InstrumentsOnRecord.ReadAsync(run, ct));
        var codes = verdicts.Select(v => v.Row.Text(v.Row.Sheet == Sheet ? "code" : "instrument")).ToList();
        var instruments = await run.Db.Instruments.Where(i => i.Country == run.Country && i.Compartment == null && codes.Contains(i.Code)).ToDictionaryAsync(i => i.Code, ct);
        var order = 0;
        foreach (var (row, outcome, _) in verdicts)
        {
            if (row.Sheet == InstrumentStepRows.Sheet)
            {
                var moved = instruments[row.Text("instrument")!];
                run.Db.Add(InstrumentStepRows.Apply(row, moved, record, run, ++order));
                moved.Version++;
            }
            else if (row.Sheet == Held)
            {
                run.Db.Add(NewConsultation(row, instruments[row.Text("instrument")!]));
            }
            else if (outcome == RowOutcome.Add)
            {
                var instrument = Draft(row, record, run.Country);
                run.Db.AddRange(instrument, instrument.Take(FirstMove(row), isFirst: true, [], run.Reader.Id, run.At));
            }
            else
            {
                Fill(instruments[row.Text("code")!], row, record);
                instruments[row.Text("code")!].Version++;
            }
        }
    }

    private static RowVerdict CheckInstrument(WorkbookRow row, InstrumentsOnRecord record, WorkbookRun run)
    {
        var T = run.T;
        if (WrongCell(row, record, run) is { } finding)
        {
            return row.Refuse(finding);
        }

        if (record.Files.TryGetValue(row.Text("code")!, out var file))
        {
            var current = record.RowOf(file);
            string[] kept = ["state", "since", "authority", "adopted", "published", "effective", "reason"];
            return kept.FirstOrDefault(c => row.Has(c) && row.Text(c) != current.Text(c)) is { } changed
                ? row.Refuse(row.Finding(changed, "instruments.steps-only", T["as on record; what came later stands on the sheet of steps"]))
                : row.Against(current);
        }

        var instrument = Draft(row, record, run.Country);
        if (instrument.Open(FirstMove(row), Today(run)) is { } refusal)
        {
            return row.Refuse(row.Finding("state", refusal.Code, T[refusal]));
        }

        record.Files[instrument.Code] = new(instrument, [instrument.Take(FirstMove(row), isFirst: true, [], run.Reader.Id, run.At)], []);
        return row.Add();
    }

    private static WorkbookFinding? WrongCell(WorkbookRow row, InstrumentsOnRecord record, WorkbookRun run)
    {
        var (T, level) = (run.T, Enum.Parse<Classification>(row.Text("level")!));
        return row switch
        {
            _ when !Code().IsMatch(row.Text("code")!) => row.Finding("code", "instruments.code", T["capital letters, digits, hyphens"]),
            _ when row.Text("lead") is { } lead && !record.Institutions.ContainsKey(lead) => row.Finding("lead", "instruments.lead", T["the code of an institution"]),
            _ when level > run.Reader.ClearanceIn(run.Country) && run.Reader.Id != Reader.OperatorId => row.Finding("level", "instruments.above-clearance", T[new Refusal("instruments.above-clearance", T.Of(level))]),
            _ when row.Text("url") is { } url && !url.StartsWith("https://", StringComparison.Ordinal) && !url.StartsWith("http://", StringComparison.Ordinal) => row.Finding("url", "instruments.url", T["an address beginning with https://"]),
            _ when row.Number("national") is < 0 or > 1 => row.Finding("national", "instruments.share", T["between 0 % and 100 %"]),
            _ when row.Number("funded") < 0 => row.Finding("funded", "instruments.share", T["0 % or more"]),
            _ when row.Number("cost") < 0 => row.Finding("cost", "instruments.cost", T["0 or more"]),
            _ when row.Number("cost") is null != row.Text("currency") is null => row.Finding("currency", "instruments.currency", T["An amount needs its currency, and a currency its amount."]),
            _ when row.Text("currency") is { } currency && !currency.All(char.IsAsciiLetterUpper) => row.Finding("currency", "instruments.currency", T["three capital letters"]),
            _ when row.Date("validUntil") < row.Date("validFrom") => row.Finding("validUntil", "instruments.validity", T["The end cannot be before the beginning."]),
            _ => null,
        };
    }

    private static RowVerdict CheckConsultation(WorkbookRow row, InstrumentsOnRecord record, WorkbookRun run)
    {
        var T = run.T;
        if (!record.Files.TryGetValue(row.Text("instrument")!, out var file))
        {
            return row.Refuse(row.Finding("instrument", "instruments.unknown", T["the code of an instrument on record or on the first sheet"]));
        }

        var notCount = Counts.FirstOrDefault(c => row.Number(c) is { } n && (n < 0 || n > 10_000_000 || n != decimal.Truncate(n)));
        var known = file.Consultations.Select(c => InstrumentsOnRecord.RowOf(file.Instrument, c)).FirstOrDefault(c => KeyOf(c) == KeyOf(row));
        var verdict = notCount is not null ? row.Refuse(row.Finding(notCount, "instruments.count", T["a whole number of people"]))
            : row.Date("on") > Today(run) ? row.Refuse(row.Finding("on", "instruments.step-in-future", T[new Refusal("instruments.step-in-future")]))
            : Consultation.Check((int?)row.Number("women"), (int?)row.Number("men"), (int?)row.Number("youth")) is { } refusal ? row.Refuse(row.Finding("youth", refusal.Code, T[refusal]))
            : row.Against(known) is { Outcome: RowOutcome.Change } ? row.Refuse(row.Finding("women", "instruments.consultation-kept", T["as on record: a consultation is not rewritten"]))
            : row.Against(known);
        if (verdict.Outcome == RowOutcome.Add)
        {
            file.Consultations.Add(NewConsultation(row, file.Instrument));
        }

        return verdict;
    }

    private static string KeyOf(WorkbookRow row) => $"{row.Text("instrument")}|{row.Text("region")}|{row.Text("on")}|{row.Text("place")}";

    internal static DateOnly Today(WorkbookRun run) => DateOnly.FromDateTime(run.At.UtcDateTime);

    private static InstrumentMove FirstMove(WorkbookRow row) => new(Enum.Parse<InstrumentState>(row.Text("state")!), row.Date("since")!.Value)
    {
        Authority = row.Text("authority"),
        AdoptedOn = row.Date("adopted"),
        PublishedOn = row.Date("published"),
        EffectiveOn = row.Date("effective"),
        Reason = row.Text("reason"),
    };

    private static Instrument Draft(WorkbookRow row, InstrumentsOnRecord record, string country)
    {
        var instrument = new Instrument { Country = country, Classification = Classification.Restricted, Code = row.Text("code")!, Kind = InstrumentKind.Policy, Title = Wording.Empty };
        Fill(instrument, row, record);
        return instrument;
    }

    private static void Fill(Instrument i, WorkbookRow row, InstrumentsOnRecord record)
    {
        T Kept<T>(string column, T read, T before) => row.Has(column) ? read : before;
        bool? Answer(string column) => row.Text(column) is { } answer ? answer == "yes" : null;
        i.Kind = Enum.Parse<InstrumentKind>(row.Text("kind")!);
        i.Title = new Wording(row.Original("title"), row.Texts("title"));
        i.LeadInstitutionId = Kept("lead", row.Text("lead") is { } lead ? record.Institutions[lead] : null, i.LeadInstitutionId);
        i.Components = Kept("components", [.. row.Codes("components")], i.Components);
        i.StartedOn = Kept("started", row.Date("started"), i.StartedOn);
        i.ValidFrom = Kept("validFrom", row.Date("validFrom"), i.ValidFrom);
        i.ValidUntil = Kept("validUntil", row.Date("validUntil"), i.ValidUntil);
        i.NationalShare = Kept("national", row.Number("national") * 100m, i.NationalShare);
        i.Authors = Kept("authors", row.Text("authors"), i.Authors);
        i.HasGenderAnalysis = Kept("gender", Answer("gender"), i.HasGenderAnalysis);
        i.HasConflictAnalysis = Kept("conflict", Answer("conflict"), i.HasConflictAnalysis);
        i.IsCosted = Kept("costed", Answer("costed"), i.IsCosted);
        i.CostAmount = Kept("cost", row.Number("cost"), i.CostAmount);
        i.CostCurrency = Kept("currency", row.Text("currency"), i.CostCurrency);
        i.FundedShare = Kept("funded", row.Number("funded") * 100m, i.FundedShare);
        i.Url = Kept("url", row.Text("url"), i.Url);
        i.Classification = Enum.Parse<Classification>(row.Text("level")!);
    }

    private static Consultation NewConsultation(WorkbookRow row, Instrument instrument) => new()
    {
        InstrumentId = instrument.Id,
        Country = instrument.Country,
        Classification = instrument.Classification,
        Compartment = instrument.Compartment,
        RegionCode = row.Text("region"),
        HeldOn = row.Date("on")!.Value,
        Place = row.Text("place"),
        Women = (int?)row.Number("women"),
        Men = (int?)row.Number("men"),
        Youth = (int?)row.Number("youth"),
        Note = row.Text("note"),
    };

    [GeneratedRegex("^[A-Z0-9][A-Z0-9._-]{0,39}$")]
    private static partial Regex Code();
}
