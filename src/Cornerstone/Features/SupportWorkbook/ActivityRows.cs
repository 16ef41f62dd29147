using Cornerstone.Features.Institutions;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Activity = Cornerstone.Features.Support.Activity;

namespace Cornerstone.Features.SupportWorkbook;

/// <summary>The sheet of what a partner supports: one row an activity.</summary>
internal static class ActivityRows
{
    /// <summary>Whoever sent it can see it, and the public cannot.</summary>
    public const Classification UsualLevel = Classification.Partner;

    private static readonly string[] FlowTypes = ["10", "21", "22", "30", "40", "50"];

    public static IReadOnlyList<WorkbookColumn> Columns(SupportBook book, Text T) =>
    [
        new("code", Text.Later("Code")) { IsKey = true, Longest = 100, Note = Text.Later("Your own number of it, for ever: by this it is found again in your next file") },
        new("partner", Text.Later("Partner"), ColumnKind.Reference) { IsRequired = true, Longest = Partner.LongestName, Note = Text.Later("Who gives it: a name of the list, or a new one"), Choices = [.. book.Partners.Standing.Select(p => new WorkbookChoice(p.Names.In("en"), p.Names.In(T.Language.Code))).DistinctBy(c => c.Code).OrderBy(c => c.Label, StringComparer.CurrentCulture)] },
        .. WorkbookColumn.Wording("title", Text.Later("Title"), isRequired: true),
        new("description", Text.Later("Description")) { Longest = 4_000, Note = Text.Later("In the original language of the title") },
        new("status", Text.Later("Status"), ColumnKind.Choice) { Choices = [.. Enum.GetValues<ActivityStatus>().Select(s => new WorkbookChoice(s.ToString(), T.Of(s)))] },
        new("components", Text.Later("Components"), ColumnKind.Choice) { IsList = true, Choices = [.. Enum.GetValues<Component>().Select(c => new WorkbookChoice(c.ToString(), T.Of(c)))] },
        new("purpose", Text.Later("Purpose code of the DAC")) { Longest = 5, Note = Text.Later("Five digits, such as 15210; leave empty where none fits") },
        new("plannedStart", Text.Later("Planned start"), ColumnKind.Date),
        new("actualStart", Text.Later("Actual start"), ColumnKind.Date),
        new("plannedEnd", Text.Later("Planned end"), ColumnKind.Date),
        new("actualEnd", Text.Later("Actual end"), ColumnKind.Date),
        new("regions", Text.Later("Regions"), ColumnKind.Reference) { IsList = true, Note = Text.Later("Codes of regions; empty for the whole country"), Choices = [.. book.Regions.Select(r => new WorkbookChoice(r.Key, r.Value.In(T.Language.Code)))] },
        new("flowType", Text.Later("Reporter’s flow type"), ColumnKind.Choice) { Note = Text.Later("Your own word on whether it is aid; the country’s view stands beside it"), Choices = [.. FlowTypes.Select(f => new WorkbookChoice(f, T.FlowTypeOf(f)))] },
        new("level", Text.Later("How far it may travel"), ColumnKind.Choice) { Note = Text.Later("Empty: partners and the government, not the public"), Choices = [.. Enum.GetValues<Classification>().Select(c => new WorkbookChoice(c.ToString(), T.Of(c)))] },
    ];

    public static WorkbookRow Row(Activity a, SupportBook book) => WorkbookRow.Of("activities",
    [
        ("code", a.Identifier), ("partner", book.NameOf(a.ReporterId)), .. WorkbookRow.Wording("title", a.Title),
        ("description", a.Description is { } d ? d.In(d.Original) : null), ("status", a.Status),
        ("components", string.Join("; ", a.Sectors.Where(s => s.Vocabulary == ComponentShares.Vocabulary).Select(s => s.Code))),
        ("purpose", a.Sectors.Find(s => s.Vocabulary is null)?.Code),
        ("plannedStart", a.PlannedStart), ("actualStart", a.ActualStart), ("plannedEnd", a.PlannedEnd), ("actualEnd", a.ActualEnd),
        ("regions", string.Join("; ", a.Places.Select(p => p.Region).OfType<string>())), ("flowType", a.FlowType), ("level", a.Classification),
    ]);

    public static RowVerdict Check(WorkbookRow row, SupportBook book, Text T)
    {
        var known = book.Of(row.Text("code")!);
        var findings = Faults(row, known, book, T).ToList();
        if (findings.Count > 0)
        {
            return row.Refuse([.. findings]);
        }

        book.Announce(row.Text("code")!);
        if (known is null)
        {
            return row.Add();
        }

        var news = book.News(known, Said(row, known, book, book.PartnerNamed(row.Text("partner"))));
        List<WorkbookFinding> kept = [.. news.Where(f => book.IsCorrected(known, f.Name))
            .Select(f => row.Finding("code", "support.kept", T["{0} stays as the country corrected it; what the file says is noted beside it", T.FieldOf(f.Name)], FindingGrade.Note))];
        return news.Count > 0 || LevelOf(row, known) != known.Classification ? row.Change([.. kept]) : row.Unchanged();
    }

    public static void Apply(WorkbookRow row, SupportBook book, WorkbookRun run)
    {
        var known = book.Of(row.Text("code")!);
        var level = LevelOf(row, known);
        var partner = book.PartnerAt(level, row.Text("partner")!);
        if (known is null)
        {
            known = New(row, level, book.SourceOf(run.Country, level, partner, book.NameOf(partner) ?? row.Text("partner")!), run);
            book.Add(known);
        }

        book.Take(known, Said(row, known, book, partner), run.At);
        if (known.Classification != level)
        {
            known.Classification = level;
            foreach (var line in book.LinesOf(known))
            {
                line.Classification = level;
            }
        }

        known.Version++;
    }

    private static Activity New(WorkbookRow row, Classification level, Guid source, WorkbookRun run) => new()
    {
        Country = run.Country,
        Classification = level,
        SourceId = source,
        Identifier = row.Text("code")!,
        Countries = [new(run.Country)],
        RecordedBy = run.Reader.Id,
        RecordedAt = run.At,
        Version = 0,
    };

    private static IEnumerable<WorkbookFinding> Faults(WorkbookRow row, Activity? known, SupportBook book, Text T)
    {
        if (row.WordingOf("title") is null)
        {
            yield return row.Finding("title.original", "support.title", T["Write it in the original language at least."]);
        }

        if (known is not null && book.PartnerNamed(row.Text("partner")) is var named && named != book.Partners.Of(known.ReporterId)?.Id && !book.IsCorrected(known, nameof(Activity.ReporterId)))
        {
            yield return row.Finding("code", "support.code-taken", T["a code of your own: {0} uses this one", book.NameOf(known.ReporterId) ?? "?"]);
        }

        if (row.Text("purpose") is { } purpose && CodeLists.Sector.Find(purpose) is null)
        {
            yield return row.Finding("purpose", "support.purpose", T["a purpose code of the DAC, five digits"]);
        }

        foreach (var region in row.Codes("regions").Where(r => !book.Regions.ContainsKey(r)))
        {
            yield return row.Finding("regions", "support.region", T["{0} is no region here", region]);
        }

        if (Starts(row) is { } start && (row.Date("actualEnd") ?? row.Date("plannedEnd")) is { } end && end < start)
        {
            yield return row.Finding(row.Has("actualEnd") && row.Date("actualEnd") is not null ? "actualEnd" : "plannedEnd", "support.ends-before", T["a day after its start"]);
        }

        if (LevelOf(row, known) > book.Clearance)
        {
            yield return row.Finding("level", "support.level", T["You may not give a level above your own."]);
        }
    }

    private static DateOnly? Starts(WorkbookRow row) => row.Date("actualStart") ?? row.Date("plannedStart");

    // A column the file does not have says nothing; an empty cell says that there is nothing.
    private static List<SaidField> Said(WorkbookRow row, Activity known, SupportBook book, Guid? partner)
    {
        var title = Title(row, known);
        // An entry merged since stands for the same partner.
        var reporter = partner == book.Partners.Of(known.ReporterId)?.Id ? known.ReporterId : partner;
        List<(string Column, SaidField Field)> said =
        [
            ("partner", new(nameof(known.ReporterId), reporter)),
            ("partner", new(nameof(known.Parties), new List<ActivityParty> { new(PartyRole.Funding, reporter) })),
            ("title.original", new(nameof(known.Title), title)),
            ("description", new(nameof(known.Description), row.Text("description") is { } text ? Wording.Of(title?.Original ?? "en", text) : null)),
            ("status", new(nameof(known.Status), row.Text("status") is { } status ? Enum.Parse<ActivityStatus>(status) : null)),
            ("components", new(nameof(known.Sectors), Sectors(row, known))),
            ("plannedStart", new(nameof(known.PlannedStart), row.Date("plannedStart"))),
            ("actualStart", new(nameof(known.ActualStart), row.Date("actualStart"))),
            ("plannedEnd", new(nameof(known.PlannedEnd), row.Date("plannedEnd"))),
            ("actualEnd", new(nameof(known.ActualEnd), row.Date("actualEnd"))),
            ("regions", new(nameof(known.Places), row.Codes("regions").Select(r => new ActivityPlace(book.Regions[r].In("en"), r)).ToList())),
            ("flowType", new(nameof(known.FlowType), row.Text("flowType"))),
        ];
        return [.. said.Where(s => row.Has(s.Column) || s.Column == "title.original" || (s.Column == "components" && row.Has("purpose"))).Select(s => s.Field)];
    }

    // A language the file has no column for keeps its text.
    private static Wording? Title(WorkbookRow row, Activity known)
    {
        var texts = row.Texts("title").Concat(known.Title?.Texts.Where(t => !row.Has($"title.{t.Key}")) ?? []).DistinctBy(t => t.Key).ToDictionary(t => t.Key, t => t.Value);
        var original = row.Text("title.original") ?? (known.Title?.Original is { } before && texts.ContainsKey(before) ? before : row.Original("title"));
        return Wording.Of(original, texts!);
    }

    private static List<CodedShare> Sectors(WorkbookRow row, Activity known) =>
    [
        .. row.Has("purpose") ? row.Text("purpose") is { } purpose ? [new(purpose)] : [] : known.Sectors.Where(s => s.Vocabulary is null),
        .. row.Has("components") ? row.Codes("components").Select(c => new CodedShare(c, ComponentShares.Vocabulary)) : known.Sectors.Where(s => s.Vocabulary == ComponentShares.Vocabulary),
    ];

    private static Classification LevelOf(WorkbookRow row, Activity? known) =>
        row.Text("level") is { } level ? Enum.Parse<Classification>(level) : known?.Classification ?? UsualLevel;
}
