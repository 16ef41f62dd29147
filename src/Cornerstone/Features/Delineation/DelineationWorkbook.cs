using System.Runtime.CompilerServices;
using Cornerstone.Access;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Delineation;

/// <summary>The delineation of roles as a workbook: one line for each role. Nothing is removed by leaving a line out.</summary>
internal sealed class DelineationWorkbook : IWorkbook
{
    public string Name => "roles";

    public string Title => Text.Later("Delineation of roles");

    public string Purpose => Text.Later("Who is accountable, responsible, consulted and informed for which function, where and from when.");

    public string Reads => DelineationRoom.Read;

    public string Needs => DelineationRoom.Edit;

    public async Task<IReadOnlyList<WorkbookSheet>> SheetsAsync(WorkbookRun run, CancellationToken ct)
    {
        var T = run.T;
        var functions = (await FunctionsAsync(run, ct)).Values.Select(f => new WorkbookChoice(f.Code, f.Names.In(T.Language.Code)));
        return
        [
            new("roles", Text.Later("Roles"),
            [
                new("function", Text.Later("Function"), ColumnKind.Reference) { IsKey = true, Choices = [.. functions] },
                new("institution", Text.Later("Institution"), ColumnKind.Reference) { IsKey = true },
                new("role", Text.Later("Role"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<RoleInFunction>().Select(r => new WorkbookChoice(r.ToString(), T.Of(r)))] },
                new("territory", Text.Later("Territory"), ColumnKind.Reference) { IsKey = true, MayBeEmpty = true, Note = Text.Later("Code of a region; empty for the whole country") },
                new("standing", Text.Later("Standing"), ColumnKind.Choice) { IsKey = true, Choices = [.. Enum.GetValues<Standing>().Select(s => new WorkbookChoice(s.ToString(), T.Of(s)))] },
                new("from", Text.Later("Holds from"), ColumnKind.Date) { IsKey = true },
                new("until", Text.Later("Holds until"), ColumnKind.Date),
                new("legalBasis", Text.Later("Legal basis")) { Longest = 400 },
                new("deFacto", Text.Later("De facto"), ColumnKind.Choice) { Choices = [new("yes", T["Yes"]), new("no", T["No"])] },
                new("conditions", Text.Later("Conditions")) { Longest = 1_000 },
                new("coordination", Text.Later("How it works with others who do the same")) { Longest = 1_000 },
            ]),
        ];
    }

    public async IAsyncEnumerable<WorkbookRow> ReadAsync(WorkbookRun run, [EnumeratorCancellation] CancellationToken ct)
    {
        var known = await KnownAsync(run, ct);
        foreach (var role in known.Roles.OrderBy(r => known.Functions[r.FunctionId].Position).ThenBy(r => r.Role).ThenBy(r => r.ValidFrom).ThenBy(r => r.Id))
        {
            yield return Row(role, known);
        }
    }

    public async Task<IReadOnlyList<RowVerdict>> CheckAsync(IReadOnlyList<WorkbookRow> rows, WorkbookRun run, CancellationToken ct)
    {
        var known = await KnownAsync(run, ct);
        return [.. rows.Select(row => Check(row, known, run.T))];
    }

    public async Task ApplyAsync(IReadOnlyList<RowVerdict> verdicts, WorkbookRun run, CancellationToken ct)
    {
        var known = await KnownAsync(run, ct);
        foreach (var row in verdicts.Select(v => v.Row))
        {
            var role = known.Find(row);
            if (role is null)
            {
                run.Db.Add(role = known.Make(row, run.Country));
                known.Roles.Add(role);
            }
            else
            {
                // Found in the file's own checks too: only what the database holds has a version to raise.
                role.Version++;
            }

            role.ValidUntil = row.Has("until") ? row.Date("until") : role.ValidUntil;
            role.LegalBasis = row.Has("legalBasis") ? row.Text("legalBasis") : role.LegalBasis;
            role.DeFacto = row.Has("deFacto") ? row.Text("deFacto") == "yes" : role.DeFacto;
            role.Conditions = row.Has("conditions") ? row.Text("conditions") : role.Conditions;
            role.CoordinationRule = row.Has("coordination") ? row.Text("coordination") : role.CoordinationRule;
        }
    }

    private static RowVerdict Check(WorkbookRow row, KnownRoles known, Text T)
    {
        var findings = new List<WorkbookFinding>();
        if (known.FunctionOf(row.Text("function")!) is null)
        {
            findings.Add(row.Finding("function", "delineation.function", T["Choose a function of the list."]));
        }

        if (!known.Institutions.ContainsValue(row.Text("institution")!))
        {
            findings.Add(row.Finding("institution", "delineation.institution", T["{0} is not the code of an institution here.", row.Text("institution")!]));
        }

        if (row.Text("territory") is { } place && !known.Regions.Contains(place))
        {
            findings.Add(row.Finding("territory", "delineation.territory", T["Choose a region of the list."]));
        }

        if (row.Date("until") < row.Date("from"))
        {
            findings.Add(row.Finding("until", "delineation.until", T["It cannot end before it begins."]));
        }

        if (findings.Count > 0)
        {
            return row.Refuse([.. findings]);
        }

        var (current, meant) = (known.Find(row), known.Make(row, ""));
        meant.ValidUntil = row.Has("until") ? row.Date("until") : current?.ValidUntil;
        if (known.Roles.Concat(known.Promised).FirstOrDefault(r => r != current && KnownRoles.Clash(r, meant)) is { } clash)
        {
            var code = known.Institutions.GetValueOrDefault(clash.InstitutionId, "?");
            return row.Refuse(row.Finding("institution", "delineation.accountable-already", clash.InstitutionId == meant.InstitutionId
                ? T["{0} has this role in this territory since {1} already.", code, clash.ValidFrom]
                : T["{0} is accountable for it in this territory since {1}. End that first, or record this one as a claim.", code, clash.ValidFrom]));
        }

        if (current is null)
        {
            known.Promised.Add(meant);
        }

        return row.Against(current is null ? null : Row(current, known));
    }

    private static WorkbookRow Row(RoleAssignment r, KnownRoles known) => WorkbookRow.Of("roles",
    [
        ("function", known.Functions[r.FunctionId].Code), ("institution", known.Institutions.GetValueOrDefault(r.InstitutionId)), ("role", r.Role), ("territory", r.Territory),
        ("standing", r.Standing), ("from", r.ValidFrom), ("until", r.ValidUntil), ("legalBasis", r.LegalBasis), ("deFacto", r.DeFacto), ("conditions", r.Conditions),
        ("coordination", r.CoordinationRule),
    ]);

    private static Task<KnownRoles> KnownAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("delineation.known", async () => new KnownRoles(
        await FunctionsAsync(run, ct),
        await run.Db.Institutions.Where(i => i.Country == run.Country).ToDictionaryAsync(i => i.Id, i => i.Code, ct),
        [.. (await run.Db.RegionsAsync(run.Country, ct)).Select(r => r.Code)],
        await run.Db.RoleAssignments.Where(r => r.Country == run.Country).ToListAsync(ct)));

    private static Task<Dictionary<Guid, SectorFunction>> FunctionsAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("delineation.functions", () => run.Db.SectorFunctions.AsNoTracking()
        .Where(f => f.Country == run.Country || f.Country == Workspace.Shared).OrderBy(f => f.Country == run.Country).ThenBy(f => f.Position).ToDictionaryAsync(f => f.Id, ct));

    private sealed record KnownRoles(Dictionary<Guid, SectorFunction> Functions, Dictionary<Guid, string> Institutions, HashSet<string> Regions, List<RoleAssignment> Roles)
    {
        /// <summary>What earlier rows of the file will add.</summary>
        public List<RoleAssignment> Promised { get; } = [];

        public SectorFunction? FunctionOf(string code) => Functions.Values.LastOrDefault(f => f.Code == code);

        public RoleAssignment? Find(WorkbookRow row) => Roles.Find(r =>
            Functions[r.FunctionId].Code == row.Text("function") && Institutions.GetValueOrDefault(r.InstitutionId) == row.Text("institution")
            && r.Role.ToString() == row.Text("role") && r.Territory == row.Text("territory") && r.Standing.ToString() == row.Text("standing") && r.ValidFrom == row.Date("from"));

        public RoleAssignment Make(WorkbookRow row, string country) => new()
        {
            Country = country,
            Classification = Classification.Public,
            FunctionId = FunctionOf(row.Text("function")!)!.Id,
            InstitutionId = Institutions.Single(i => i.Value == row.Text("institution")).Key,
            Role = Enum.Parse<RoleInFunction>(row.Text("role")!),
            Territory = row.Text("territory"),
            Standing = Enum.Parse<Standing>(row.Text("standing")!),
            ValidFrom = row.Date("from")!.Value,
        };

        public static bool Clash(RoleAssignment a, RoleAssignment b) =>
            a.FunctionId == b.FunctionId && a.Role == b.Role && a.Standing == b.Standing && a.Territory == b.Territory && a.Overlaps(b)
            && (a.InstitutionId == b.InstitutionId || a is { Role: RoleInFunction.A, Standing: Standing.Agreed });
    }
}
