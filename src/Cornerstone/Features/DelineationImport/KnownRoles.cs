using Cornerstone.Access;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.DelineationImport;

/// <summary>What an import of roles knows: what is on record, and what the rows read so far will make of it.</summary>
internal sealed class KnownRoles(string country, List<SectorFunction> functions, Dictionary<Guid, string> institutions, IReadOnlySet<string> regions, Dictionary<Guid, string> laws, List<RoleAssignment> roles)
{
    /// <summary>A role of the record as the file leaves it; roles the file adds stand for themselves.</summary>
    private readonly Dictionary<RoleAssignment, RoleAssignment> meant = roles.ToDictionary(r => r, r => r);

    public IReadOnlyDictionary<Guid, SectorFunction> Functions => functions.ToDictionary(f => f.Id);

    /// <summary>Functions of this country beside the shared catalogue.</summary>
    public IEnumerable<SectorFunction> Own => functions.Where(f => f.Country == country);

    public IReadOnlySet<string> Regions => regions;

    public IReadOnlyDictionary<Guid, string> Laws => laws;

    public List<RoleAssignment> Roles => roles;

    public static Task<KnownRoles> OfAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("delineation.known", async () => new KnownRoles(
        run.Country,
        await run.Db.SectorFunctions.AsNoTracking().Where(f => f.Country == run.Country || f.Country == Workspace.Shared)
            .OrderBy(f => f.Country == run.Country).ThenBy(f => f.Position).ToListAsync(ct),
        await run.Db.Institutions.AsNoTracking().Where(i => i.Country == run.Country).ToDictionaryAsync(i => i.Id, i => i.Code, ct),
        (await run.Db.RegionsAsync(run.Country, ct)).Select(r => r.Code).ToHashSet(),
        (await run.Db.LawsOfAsync(run.Country, ct)).ToDictionary(l => l.Id, l => l.Code),
        await run.Db.RoleAssignments.AsNoTracking().Where(r => r.Country == run.Country).OrderBy(r => r.Id).ToListAsync(ct)));

    /// <summary>The country's own before the shared one; a function that only the file brings is among them.</summary>
    public SectorFunction? FunctionOf(string code) => functions.FindLast(f => f.Code == code);

    public bool HasInstitution(string code) => institutions.ContainsValue(code);

    public string? InstitutionOf(Guid id) => institutions.GetValueOrDefault(id);

    public Guid? LawOf(string? code) => laws.Where(l => l.Value == code).Select(l => (Guid?)l.Key).FirstOrDefault();

    public void Add(SectorFunction function) => functions.Add(function);

    public RoleAssignment? Find(WorkbookRow row) => roles.Find(r =>
        FunctionOf(row.Text("function")!)?.Id == r.FunctionId && InstitutionOf(r.InstitutionId) == row.Text("institution")
        && r.Role.ToString() == row.Text("role") && r.Territory == row.Text("territory") && r.Standing.ToString() == row.Text("standing") && r.ValidFrom == row.Date("from"));

    public RoleAssignment Make(WorkbookRow row) => new()
    {
        Country = country,
        Classification = Classification.Public,
        FunctionId = FunctionOf(row.Text("function")!)!.Id,
        InstitutionId = institutions.Single(i => i.Value == row.Text("institution")).Key,
        Role = Enum.Parse<RoleInFunction>(row.Text("role")!),
        Territory = row.Text("territory"),
        Standing = Enum.Parse<Standing>(row.Text("standing")!),
        ValidFrom = row.Date("from")!.Value,
    };

    /// <summary>Rule R1 over time, and that an institution holds a role once: against the record as the rows above leave it.</summary>
    public RoleAssignment? ClashOf(RoleAssignment wanted, RoleAssignment? current) => meant.Where(m => m.Key != current).Select(m => m.Value).FirstOrDefault(other =>
        other.FunctionId == wanted.FunctionId && other.Role == wanted.Role && other.Standing == wanted.Standing && other.Territory == wanted.Territory && other.Overlaps(wanted)
        && (other.InstitutionId == wanted.InstitutionId || wanted is { Role: RoleInFunction.A, Standing: Standing.Agreed }));

    public void Promise(RoleAssignment? current, RoleAssignment wanted) => meant[current ?? wanted] = wanted;
}
