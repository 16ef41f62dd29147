using System.Runtime.CompilerServices;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.PlanVersions;

/// <summary>The plan as a workbook: nodes, their costs by year and type of spending, funding lines and links. Parents are named by their code.</summary>
internal sealed class PlanWorkbook : IWorkbook
{
    public string Name => "plan";

    public string Title => Text.Later("National plan");

    public string Purpose => Text.Later("Nodes of the draft version with costs, funding and links.");

    public string Reads => PlanRoom.Read;

    public string Needs => PlanRoom.Edit;

    public async Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var target = await PlanTarget.OfAsync(run, ct);
        return [Nodes(run, target), Costs(target), Funding(run, target), Links(run, target)];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var target = await PlanTarget.OfAsync(run, ct);
        foreach (var row in target.InOrder().Select(n => NodeRows.Of(n, target)).Concat(await LineRows.ReadAsync(run, target, ct)))
        {
            yield return row;
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var target = await PlanTarget.OfAsync(run, ct);
        var seen = run.Once("plan.seen", () => target.Nodes.ToDictionary(n => n.Key, n => n.Value.Level));
        var current = rows.Count > 0 && rows[0].Sheet != NodeRows.Sheet
            ? await run.OnceAsync("plan.lines", async () => (await LineRows.ReadAsync(run, target, ct)).ToDictionary(LineRows.Key))
            : [];
        return [.. rows.Select(row => InDraft(
            row.Sheet == NodeRows.Sheet ? NodeRows.Check(row, target, seen, run.T) : LineRows.Check(row, current.GetValueOrDefault(LineRows.Key(row)), seen, run.T),
            target, run.T))];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var target = await PlanTarget.OfAsync(run, ct);
        if (verdicts.Count > 0 && verdicts[0].Row.Sheet == NodeRows.Sheet)
        {
            await NodeRows.ApplyAsync(verdicts, run, target, ct);
        }
        else
        {
            await LineRows.ApplyAsync(verdicts, run, target, ct);
        }
    }

    // What is there already may be sent again; a change needs a draft.
    private static RowVerdict InDraft(RowVerdict verdict, PlanTarget target, Text T) =>
        target.IsOpen || verdict.Outcome is RowOutcome.Unchanged or RowOutcome.Refused
            ? verdict
            : verdict.Row.Refuse([.. verdict.Findings, verdict.Row.Finding("code", "plan.no-draft", T["A draft version of the plan: create the plan, or begin its next version, first."])]);

    private static WorkbookSheet Nodes(WorkbookRun run, PlanTarget target)
    {
        WorkbookChoice[] levels = [.. (target.Levels?.Used ?? Enum.GetValues<PlanLevel>()).Select(l => new WorkbookChoice(l.ToString(), target.Levels is { } names ? run.T.Of(l, names) : run.T.Of(l)))];
        return new(NodeRows.Sheet, Text.Later("Nodes"),
        [
            new("code", Text.Later("Code")) { IsKey = true, Register = new("plan_node", target.Version?.Id), Longest = PlanNode.LongestCode, Note = Text.Later("Short and unique in this version, such as G2.O1.3") },
            new("parent", Text.Later("Stands under"), ColumnKind.Reference) { Note = Text.Later("The code of a node in a row above, of a higher level; empty at the top.") },
            new("level", Text.Later("Level"), ColumnKind.Choice) { IsRequired = true, Choices = levels },
            .. WorkbookColumn.Wording("title", Text.Later("Title"), isRequired: true),
            .. WorkbookColumn.Wording("statement", Text.Later("Statement")),
            new("owner", Text.Later("Owner"), ColumnKind.Reference) { Choices = target.InstitutionChoices, Note = Text.Later("The institution that answers for it") },
            new("contributors", Text.Later("Contributing institutions"), ColumnKind.Reference) { Choices = target.InstitutionChoices, IsList = true },
            new("components", Text.Later("Components"), ColumnKind.Choice) { Choices = [.. target.Components.Select(c => new WorkbookChoice(c.Code, run.T.NameOf(c)))], IsList = true },
            new("regions", Text.Later("Regions"), ColumnKind.Reference) { Choices = [.. target.Regions.Select(r => new WorkbookChoice(r.Code, r.Names.In(run.T.Language.Code)))], IsList = true, Note = Text.Later("None means the whole country.") },
            new("from", Text.Later("Starts on"), ColumnKind.Date),
            new("until", Text.Later("Ends on"), ColumnKind.Date),
            .. WorkbookColumn.Wording("assumptions", Text.Later("Assumptions")),
            .. WorkbookColumn.Wording("risks", Text.Later("Risks")),
            new("genderMarker", Text.Later("Gender marker"), ColumnKind.Number) { Note = Text.Later("0 to 3; empty where nobody judged it.") },
            .. WorkbookColumn.Wording("politicalObjective", Text.Later("Political objective served")),
            .. WorkbookColumn.Wording("winnersLosers", Text.Later("Who gains and who loses")),
            new("position", Text.Later("Place among its siblings"), ColumnKind.Number),
            new("classification", Text.Later("How far it may travel"), ColumnKind.Choice) { Choices = [.. Enum.GetValues<Classification>().Select(c => new WorkbookChoice(c.ToString(), run.T.Of(c)))] },
        ]);
    }

    private static WorkbookSheet Costs(PlanTarget target) => new(LineRows.Costs, Text.Later("Costs"),
    [
        Node(),
        Year(),
        Currency(target),
        .. Enum.GetValues<EconomicType>().Select(t => new WorkbookColumn(LineRows.ColumnOf(t), TitleOf(t), ColumnKind.Number) { Note = Text.Later("An empty cell is unknown; write 0 where it costs nothing.") }),
    ])
    { IsRequired = false };

    private static WorkbookSheet Funding(WorkbookRun run, PlanTarget target) => new(LineRows.Funding, Text.Later("Funding lines"),
    [
        Node(),
        new("kind", Text.Later("Kind"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<FundingKind>().Select(k => new WorkbookChoice(k.ToString(), run.T.Of(k)))] },
        new("source", Text.Later("Source")) { IsKey = true, Longest = PlanFunding.LongestSource },
        Year(),
        Currency(target),
        new("amount", Text.Later("Amount"), ColumnKind.Number) { IsRequired = true },
    ])
    { IsRequired = false };

    private static WorkbookSheet Links(WorkbookRun run, PlanTarget target) => new(LineRows.Links, Text.Later("Links"),
    [
        Node(),
        new("kind", Text.Later("Kind"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<PlanLinkKind>().Select(k => new WorkbookChoice(k.ToString(), run.T.Of(k)))] },
        new("target", Text.Later("Linked to")) { IsKey = true, Longest = PlanLink.LongestTarget, Note = Text.Later("A code, a reference or a clause: 16.6, NDP 4.2, art. 12.") },
    ])
    { IsRequired = false };

    private static string TitleOf(EconomicType type) => type switch
    {
        EconomicType.Wages => Text.Later("Wages"),
        EconomicType.GoodsAndServices => Text.Later("Goods and services"),
        EconomicType.Capital => Text.Later("Capital"),
        _ => Text.Later("Transfers"),
    };

    private static WorkbookColumn Node() => new("node", Text.Later("Code of the node"), ColumnKind.Reference) { IsKey = true };

    private static WorkbookColumn Year() => new("year", Text.Later("Fiscal year"), ColumnKind.Number) { IsKey = true, Note = Text.Later("The calendar year in which it begins.") };

    private static WorkbookColumn Currency(PlanTarget target) => new("currency", Text.Later("Currency")) { IsKey = true, Longest = 3, Note = target.Currency?.Code };
}
