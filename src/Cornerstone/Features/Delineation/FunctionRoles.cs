namespace Cornerstone.Features.Delineation;

/// <summary>The roles of one function in one territory on one day.</summary>
/// <param name="Territory">Null is the whole country.</param>
public sealed record FunctionRoles(SectorFunction Function, string? Territory, IReadOnlyList<RoleAssignment> All)
{
    public IReadOnlyList<Guid> Accountable { get; } = [.. Of(All, RoleInFunction.A)];

    public IReadOnlyList<Guid> Responsible { get; } = [.. Of(All, RoleInFunction.R)];

    /// <summary>
    /// Picks what holds in a territory. The nearest territory that names somebody accountable replaces the wider one, as a special
    /// law does a general one; who does the work, is consulted or informed adds up.
    /// </summary>
    /// <param name="scopes">The territory, then what it lies in; the whole country (null) last.</param>
    public static FunctionRoles In(SectorFunction function, IReadOnlyList<string?> scopes, IEnumerable<RoleAssignment> assignments)
    {
        var inReach = assignments.Where(a => a.FunctionId == function.Id && scopes.Contains(a.Territory)).ToList();
        var nearest = scopes.FirstOrDefault(s => inReach.Exists(a => a.Territory == s && a.Role == RoleInFunction.A));
        return new(function, scopes[0], [.. inReach.Where(a => a.Role != RoleInFunction.A || a.Territory == nearest)]);
    }

    private static IEnumerable<Guid> Of(IEnumerable<RoleAssignment> all, RoleInFunction role) =>
        all.Where(a => a.Role == role).Select(a => a.InstitutionId).Distinct();
}
