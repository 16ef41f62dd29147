using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Values;

namespace Cornerstone.Features.Delineation;

/// <summary>
/// Everybody's roles on one day in one territory, what is wrong with them, and how much. Pure: pages, workbook and overview
/// all ask here.
/// </summary>
public sealed class DelineationPicture
{
    private readonly string? territory;
    private readonly IReadOnlyList<RegionName> regions;
    private readonly LinesOfCommand lines;
    private readonly IReadOnlyList<RoleAssignment> assignments;
    private readonly Dictionary<Guid, CitedLaw>? laws;

    /// <param name="territory">Code of a region; null looks at the whole country and every territory its roles name.</param>
    /// <param name="assignments">Those that hold on the day.</param>
    /// <param name="laws">Null where no room tracks laws: rule R8 is silent then.</param>
    public DelineationPicture(
        string? territory, IReadOnlyList<SectorFunction> functions, IReadOnlyList<RoleAssignment> assignments, LinesOfCommand lines,
        IReadOnlyList<RegionName> regions, IReadOnlyList<CitedLaw>? laws = null)
    {
        (this.territory, this.regions, this.lines, this.assignments) = (territory, regions, lines, assignments);
        this.laws = laws?.ToDictionary(l => l.Id);
        Functions = functions;
        Findings = [.. functions.SelectMany(FindingsOf), .. lines.Institutions.Where(LacksOversight).Select(i => new RoleFinding(RoleFault.NoExternalOversight, null, null, [i.Id]))];
    }

    public IReadOnlyList<SectorFunction> Functions { get; }

    public IReadOnlyList<RoleFinding> Findings { get; }

    public int Overlaps => CountOf(RoleFault.SeveralAccountable);

    /// <summary>Functions nobody does (no R), whether or not somebody answers for them.</summary>
    public int Gaps => CountOf(RoleFault.Gap, RoleFault.NobodyResponsible);

    public Percentage? OverlapRate => Percentage.Of(Overlaps, Functions.Count);

    public Percentage? GapRate => Percentage.Of(Gaps, Functions.Count);

    public Percentage? OversightCoverage => lines.OversightCoverage;

    /// <summary>Roles to show in a row of the matrix: those of the territory, or all of them with their territories.</summary>
    public IReadOnlyList<RoleAssignment> RolesOf(SectorFunction function) => territory is null
        ? [.. assignments.Where(a => a.FunctionId == function.Id)]
        : In(function, territory).All;

    private int CountOf(params RoleFault[] faults) => Findings.Where(f => faults.Contains(f.Fault)).Select(f => f.Function).Distinct().Count();

    private FunctionRoles In(SectorFunction function, string? place) => FunctionRoles.In(function, ScopesOf(place), assignments);

    private List<string?> ScopesOf(string? place)
    {
        var scopes = new List<string?>();
        for (var at = place; at is not null && !scopes.Contains(at); at = regions.FirstOrDefault(r => r.Code == at)?.ParentCode)
        {
            scopes.Add(at);
        }

        return [.. scopes, null];
    }

    private IEnumerable<RoleFinding> FindingsOf(SectorFunction function)
    {
        var places = territory is not null
            ? [territory]
            : assignments.Where(a => a.FunctionId == function.Id && a.Territory is not null).Select(a => a.Territory).Distinct().Prepend(null).ToList();
        var roles = places.ConvertAll(p => In(function, p));
        return Presence(function, roles).Concat(roles.SelectMany(WithinOnePlace))
            .Concat(RolesOf(function).SelectMany(BasisOf))
            .DistinctBy(f => (f.Fault, f.Function, string.Join(' ', f.Institutions), string.Join(' ', f.Facts)));
    }

    // Rules R1, R2 and R5: that somebody is there. A function settled in every first-level region needs nobody for the whole country.
    private IEnumerable<RoleFinding> Presence(SectorFunction function, List<FunctionRoles> roles)
    {
        var isSettledByRegion = territory is null && regions.Count > 0
            && regions.Where(r => r.Level == 1).All(r => roles.Exists(f => f.Territory == r.Code && f.Accountable.Count > 0 && f.Responsible.Count > 0));
        foreach (var place in roles.Where(f => f.Territory is not null || !isSettledByRegion))
        {
            var (answers, does) = (place.Accountable.Count > 0, place.Responsible.Count > 0);
            if (!answers && !does)
            {
                yield return new(RoleFault.Gap, function.Id, place.Territory, []);
            }
            else if (!does)
            {
                yield return new(RoleFault.NobodyResponsible, function.Id, place.Territory, place.Accountable);
            }
            else if (!answers)
            {
                yield return new(RoleFault.NobodyAccountable, function.Id, place.Territory, []);
            }
        }
    }

    private IEnumerable<RoleFinding> WithinOnePlace(FunctionRoles roles)
    {
        if (roles.Accountable.Count > 1)
        {
            yield return new(RoleFault.SeveralAccountable, roles.Function.Id, roles.Territory, roles.Accountable);
        }

        var unruled = roles.All.Where(a => a.Role == RoleInFunction.R && string.IsNullOrWhiteSpace(a.CoordinationRule)).Select(a => a.InstitutionId).Distinct().ToList();
        if (roles.Responsible.Count > 1 && unruled.Count > 1)
        {
            yield return new(RoleFault.NoCoordinationRule, roles.Function.Id, roles.Territory, unruled);
        }

        if (roles.Accountable.Where(a => Oversees(a, roles)).ToList() is { Count: > 0 } own)
        {
            yield return new(RoleFault.OverseesItself, roles.Function.Id, roles.Territory, own);
        }
    }

    // Rule R6. Of a function of the field: who answers for it is an oversight body, or oversees somebody who does it.
    // Of an oversight function: who answers for it is watched by nobody else, being the one who bears the arms.
    private bool Oversees(Guid accountable, FunctionRoles roles)
    {
        var institution = lines.Of(accountable);
        return roles.Function.IsOversight
            ? institution is { Armed: true }
            : institution?.Component == nameof(Component.OVS)
                || roles.Responsible.Any(doer => doer != accountable && lines.Of(doer)?.OversightIds.Contains(accountable) == true && !lines.Upward(doer).Any(i => i.Id == accountable));
    }

    private IEnumerable<RoleFinding> BasisOf(RoleAssignment role)
    {
        if (role.Role is RoleInFunction.A or RoleInFunction.R && !role.HasLegalBasis && !role.DeFacto)
        {
            yield return new(RoleFault.NoLegalBasis, role.FunctionId, role.Territory, [role.InstitutionId]);
        }

        if (role.LawId is { } id && laws?.GetValueOrDefault(id) is { IsInForce: false } law)
        {
            yield return new(RoleFault.LawNotInForce, role.FunctionId, role.Territory, [role.InstitutionId], law.Name);
        }
    }

    private bool LacksOversight(InstitutionOn institution) => institution.NeedsOversight && lines.ExternalOversightOf(institution).Count == 0;
}
