using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanVersions;

/// <summary>Rows of the sheet of nodes.</summary>
internal static class NodeRows
{
    public const string Sheet = "nodes";

    public static WorkbookRow Of(PlanNode node, PlanTarget target) => WorkbookRow.Of(Sheet,
    [
        ("code", node.Code),
        ("parent", target.ParentOf(node)?.Code),
        ("level", node.Level),
        .. Said("title", node.Title),
        .. Said("statement", node.Statement),
        ("owner", target.CodeOf(node.OwnerId)),
        ("contributors", Codes(node.ContributorIds.Select(id => target.CodeOf(id)))),
        ("components", Codes(node.Components)),
        ("regions", Codes(node.Regions)),
        ("from", node.StartsOn),
        ("until", node.EndsOn),
        .. Said("assumptions", node.Assumptions),
        .. Said("risks", node.Risks),
        ("genderMarker", node.GenderMarker),
        .. Said("politicalObjective", node.PoliticalObjective),
        .. Said("winnersLosers", node.WinnersLosers),
        ("position", node.Position),
        ("classification", node.Classification),
    ]);

    public static RowVerdict Check(WorkbookRow row, PlanTarget target, Dictionary<string, PlanLevel> seen, Text T)
    {
        var code = row.Text("code")!;
        var level = Enum.Parse<PlanLevel>(row.Text("level")!);
        var findings = Structure(row, level, seen, T).Concat(Names(row, target, T)).Concat(Values(row, target, T)).ToList();
        if (target.Nodes.TryGetValue(code, out var node) && node.Level != level)
        {
            findings.Add(row.Finding("level", "plan.level-stays", T["{0}, as it is there: retire the node and add another one to change its level", T.Of(node.Level)]));
        }

        if (findings.Any(f => f.Grade == FindingGrade.Error))
        {
            return row.Refuse(findings);
        }

        seen[code] = level;
        return row.Against(node is null ? null : Of(node, target), findings);
    }

    public static async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, PlanTarget target, CancellationToken ct)
    {
        var codes = verdicts.Where(v => v.Outcome == RowOutcome.Change).Select(v => v.Row.Text("code")!).ToList();
        var tracked = await run.Db.PlanNodes.Where(n => n.VersionId == target.Version!.Id && n.RetiredBecause == null && codes.Contains(n.Code)).ToDictionaryAsync(n => n.Code, ct);
        foreach (var row in verdicts.Select(v => v.Row))
        {
            if (!tracked.TryGetValue(row.Text("code")!, out var node))
            {
                node = New(row, run, target);
                run.Db.Add(node);
            }
            else
            {
                node.Version++;
            }

            Write(row, node, target);
            target.Nodes[node.Code] = node;
        }
    }

    private static PlanNode New(WorkbookRow row, WorkbookRun run, PlanTarget target) => new()
    {
        Country = run.Country,
        Classification = target.Version!.Classification,
        Compartment = target.Version.Compartment,
        VersionId = target.Version.Id,
        Lineage = Guid.CreateVersion7(run.At),
        Level = Enum.Parse<PlanLevel>(row.Text("level")!),
        Code = row.Text("code")!,
        Title = Wording.Empty,
        // Rows stand in the order in which people read them.
        Position = target.Nodes.Count + 1,
    };

    private static void Write(WorkbookRow row, PlanNode node, PlanTarget target)
    {
        node.Title = Read(row, "title", node.Title) ?? node.Title;
        node.Statement = Read(row, "statement", node.Statement);
        node.Assumptions = Read(row, "assumptions", node.Assumptions);
        node.Risks = Read(row, "risks", node.Risks);
        node.PoliticalObjective = Read(row, "politicalObjective", node.PoliticalObjective);
        node.WinnersLosers = Read(row, "winnersLosers", node.WinnersLosers);
        node.ParentId = row.Has("parent") ? row.Text("parent") is { } parent ? target.Nodes[parent].Id : null : node.ParentId;
        node.OwnerId = row.Has("owner") ? target.InstitutionOf(row.Text("owner")) : node.OwnerId;
        node.ContributorIds = Kept(node.ContributorIds, row, "contributors", c => target.InstitutionOf(c)!.Value);
        node.Components = Kept(node.Components, row, "components", c => c);
        node.Regions = Kept(node.Regions, row, "regions", c => c);
        node.StartsOn = row.Has("from") ? row.Date("from") : node.StartsOn;
        node.EndsOn = row.Has("until") ? row.Date("until") : node.EndsOn;
        node.GenderMarker = row.Has("genderMarker") ? (short?)row.Number("genderMarker") : node.GenderMarker;
        node.Position = row.Number("position") is { } position ? (int)position : node.Position;
        node.Classification = row.Text("classification") is { } level ? Enum.Parse<Classification>(level) : node.Classification;
    }

    private static IEnumerable<WorkbookFinding> Structure(WorkbookRow row, PlanLevel level, Dictionary<string, PlanLevel> seen, Text T)
    {
        if (row.Text("parent") is not { } parent)
        {
            yield break;
        }

        if (!seen.TryGetValue(parent, out var above))
        {
            yield return row.Finding("parent", "plan.parent-unknown", T["the code of a node in a row above"]);
        }
        else if (above >= level)
        {
            yield return row.Finding("parent", "plan.v4", T["a node of a higher level than {0}", T.Of(level)]);
        }
    }

    private static IEnumerable<WorkbookFinding> Names(WorkbookRow row, PlanTarget target, Text T)
    {
        if (row.Text("owner") is { } owner && target.InstitutionOf(owner) is null)
        {
            yield return row.Finding("owner", "plan.institution-unknown", T["a code of the list of institutions"]);
        }

        if (row.Codes("contributors").Any(c => target.InstitutionOf(c) is null))
        {
            yield return row.Finding("contributors", "plan.institution-unknown", T["codes of the list of institutions"]);
        }

        if (row.Codes("regions").Any(c => target.Regions.All(r => r.Code != c)))
        {
            yield return row.Finding("regions", "plan.region-unknown", T["codes of the list of regions"]);
        }
    }

    private static IEnumerable<WorkbookFinding> Values(WorkbookRow row, PlanTarget target, Text T)
    {
        if (row.Date("until") < row.Date("from"))
        {
            yield return row.Finding("until", "plan.v2", T["a day that is not before its beginning"]);
        }

        if (row.Number("genderMarker") is { } marker && marker is not (0m or 1m or 2m or 3m))
        {
            yield return row.Finding("genderMarker", "plan.gender-marker", T["0, 1, 2 or 3"]);
        }

        if (row.Number("position") is { } position && (position != decimal.Truncate(position) || position is < 0 or > 100_000))
        {
            yield return row.Finding("position", "plan.position", T["a whole number"]);
        }

        if (row.Text("classification") is { } level && Enum.Parse<Classification>(level) > target.Highest)
        {
            yield return row.Finding("classification", "plan.above-clearance", T["a level you may give here"]);
        }
    }

    private static Wording? Read(WorkbookRow row, string column, Wording? before)
    {
        var given = Languages.Languages.All.Select(l => l.Code).Where(l => row.Has($"{column}.{l}")).ToList();
        if (given.Count == 0)
        {
            return before;
        }

        var texts = (before?.Texts ?? new Dictionary<string, string>()).ToDictionary(t => t.Key, t => (string?)t.Value);
        foreach (var language in given)
        {
            texts[language] = row.Text($"{column}.{language}");
        }

        return Wording.Of(row.Text($"{column}.original") ?? (before is { IsEmpty: false } ? before.Original : row.Original(column)), texts)
            ?? (texts.FirstOrDefault(t => t.Value is not null) is { Value: { } only } first ? Wording.Of(first.Key, only) : null);
    }

    private static List<TItem> Kept<TItem>(List<TItem> before, WorkbookRow row, string column, Func<string, TItem> read)
    {
        var now = row.Codes(column).Select(read).ToList();
        return !row.Has(column) || before.ToHashSet().SetEquals(now) ? before : now;
    }

    private static IEnumerable<(string, object?)> Said(string column, Wording? wording) =>
        WorkbookRow.Wording(column, wording?.Original ?? "en", wording?.Texts ?? new Dictionary<string, string>());

    private static string? Codes(IEnumerable<string?> codes) => codes.OfType<string>().DefaultIfEmpty().Aggregate((a, b) => $"{a}; {b}");
}
