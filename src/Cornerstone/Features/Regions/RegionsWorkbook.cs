using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Regions;

/// <summary>Regions by code, in and out; boundaries come by their own file.</summary>
internal sealed partial class RegionsWorkbook : IWorkbook
{
    private const string Sheet = "regions";

    public string Name => "regions";

    public string Title => Text.Later("Regions");

    public string Purpose => Text.Later("First- and second-level areas of the country, by its own codes and names.");

    public string Reads => RegionsRoom.Read;

    public string Needs => RegionsRoom.Edit;

    public Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        WorkbookSheet sheet = new(Sheet, Text.Later("Regions"),
        [
            new("code", Text.Later("Code")) { IsKey = true, Register = new("region"), Longest = Region.LongestCode, Note = Text.Later("Short and stable: capital letters, digits, points and hyphens, such as SOL-N.") },
            .. WorkbookColumn.Wording("name", Text.Later("Name"), isRequired: true),
            new("level", Text.Later("Level"), ColumnKind.Choice) { IsRequired = true, Choices = [new("1", run.T["First level"]), new("2", run.T["Second level"])] },
            new("parent", Text.Later("Lies in"), ColumnKind.Reference) { Note = Text.Later("For the second level: the code of a first-level region of this list.") },
        ]);
        return Task.FromResult<IReadOnlyList<WorkbookSheet>>([sheet]);
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        foreach (var region in await run.Db.RegionsAsync(run.Country, ct))
        {
            yield return Row(region);
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var current = await run.OnceAsync("regions", async () => (await run.Db.RegionsAsync(run.Country, ct)).ToDictionary(r => r.Code, Row));
        // First-level codes of the record and of the rows above, which may be a parent.
        var parents = run.Once("regions.parents", () => current.Where(r => r.Value.Text("level") == "1").Select(r => r.Key).ToHashSet());
        return [.. rows.Select(row => Check(row, current, parents, run.T))];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var codes = verdicts.Select(v => v.Row.Text("code")!).ToList();
        var there = await run.Db.Regions.Where(r => r.Country == run.Country && codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, ct);
        foreach (var row in verdicts.Select(v => v.Row))
        {
            if (there.TryGetValue(row.Text("code")!, out var region))
            {
                region.Names = row.WordingOf("name") ?? region.Names;
                region.ParentCode = row.Has("parent") ? row.Text("parent") : region.ParentCode;
                region.Version++;
            }
            else
            {
                run.Db.Add(New(row, run.Country));
            }
        }
    }

    private static RowVerdict Check(WorkbookRow row, Dictionary<string, WorkbookRow> current, HashSet<string> parents, Text T)
    {
        var code = row.Text("code")!;
        var isFirst = row.Text("level") == "1";
        var there = current.GetValueOrDefault(code);
        WorkbookFinding[] findings =
        [
            .. CodeShape().IsMatch(code) ? [] : new[] { row.Finding("code", "regions.code", T["capital letters, digits, points and hyphens"]) },
            .. there is null || there.Text("level") == row.Text("level") ? [] : new[] { row.Finding("level", "regions.level", T["the level it has here; a region does not move to another"]) },
            .. isFirst != row.Text("parent") is null ? new[] { row.Finding("parent", "regions.parent", isFirst ? T["nothing for the first level"] : T["the code of a first-level region for the second level"]) } : [],
            .. row.Text("parent") is { } parent && !isFirst && !parents.Contains(parent) ? new[] { row.Finding("parent", "regions.parent", T["the code of a first-level region of this list, in a row above"]) } : [],
        ];
        if (findings.Length > 0)
        {
            return row.Refuse(findings);
        }

        if (isFirst)
        {
            parents.Add(code);
        }

        return row.Against(there);
    }

    private static Region New(WorkbookRow row, string country) => new()
    {
        Country = country,
        Classification = Classification.Public,
        Code = row.Text("code")!,
        Names = row.WordingOf("name")!,
        Level = short.Parse(row.Text("level")!, System.Globalization.CultureInfo.InvariantCulture),
        ParentCode = row.Text("parent"),
    };

    private static WorkbookRow Row(RegionName region) => WorkbookRow.Of(Sheet,
        [("code", region.Code), .. WorkbookRow.Wording("name", region.Names), ("level", $"{region.Level}"), ("parent", region.ParentCode)]);

    [GeneratedRegex("^[A-Z0-9][A-Z0-9._-]{0,23}$", RegexOptions.NonBacktracking)]
    private static partial Regex CodeShape();
}
