using Cornerstone.Features.Institutions;

namespace Cornerstone.Features.Delineation;

/// <summary>One letter of a cell. The same role in several territories is one letter.</summary>
/// <param name="Roles">At least one; all of the same role, standing and kind of basis.</param>
/// <param name="IsWrong">It is one of several who answer, or answers for what it oversees.</param>
public sealed record MatrixLetter(RoleInFunction Role, IReadOnlyList<RoleAssignment> Roles, bool IsWrong)
{
    public bool IsClaim => Roles[0].Standing == Standing.Claimed;

    public bool HasLegalBasis => Roles[0].HasLegalBasis;

    /// <summary>Only in part of the territory looked at.</summary>
    public bool IsLocal(string? territory) => Roles.All(r => r.Territory is { } place && place != territory);
}

/// <summary>Institutions of one component side by side, so that those who share a field share a corner of the matrix.</summary>
public sealed record MatrixColumns(ComponentName Component, IReadOnlyList<InstitutionOn> Institutions);

/// <summary>A function with what is wrong in it, the severe first.</summary>
public sealed record MatrixRow(SectorFunction Function, IReadOnlyList<RoleFinding> Findings, IReadOnlyDictionary<Guid, IReadOnlyList<MatrixLetter>> Cells)
{
    public IReadOnlyList<MatrixLetter> At(Guid institution) => Cells.GetValueOrDefault(institution) ?? [];
}

/// <summary>
/// The picture of roles laid out as a table: functions below each other, those that oversee after those that act; institutions
/// side by side in the order of the component list.
/// </summary>
public sealed class DelineationMatrix
{
    private static readonly RoleFault[] OfWhoAnswers = [RoleFault.SeveralAccountable, RoleFault.OverseesItself];

    /// <param name="component">Only institutions of this component; null or empty for all.</param>
    /// <param name="everybody">Also institutions that have no role.</param>
    public DelineationMatrix(DelineationReading reading, IReadOnlyList<ComponentName> components, string? component, bool everybody)
    {
        var findings = reading.Picture.Findings.ToLookup(f => f.Function);
        Rows = [.. reading.Picture.Functions.Select(f => Row(f, reading.Picture.RolesOf(f), [.. findings[f.Id]]))];
        var busy = Rows.SelectMany(r => r.Cells.Keys).ToHashSet();
        var families = new ComponentFamilies(components);
        var order = components.Select((c, place) => (c, place)).ToDictionary(c => c.c.Code, c => c);
        Columns = [.. reading.Lines.Institutions
            .Where(i => (everybody || busy.Contains(i.Id)) && (string.IsNullOrEmpty(component) || i.IsOf(component, families)))
            .GroupBy(i => i.Component)
            .OrderBy(g => order.TryGetValue(g.Key, out var known) ? known.place : int.MaxValue).ThenBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new MatrixColumns(order.TryGetValue(g.Key, out var known) ? known.c : new ComponentName(g.Key, null), [.. g.OrderBy(i => i.Code, StringComparer.Ordinal)]))];
    }

    public IReadOnlyList<MatrixRow> Rows { get; }

    public IReadOnlyList<MatrixColumns> Columns { get; }

    /// <summary>Functions of the field, then those that watch, fund or command them.</summary>
    public IEnumerable<IGrouping<bool, MatrixRow>> Parts => Rows.GroupBy(r => r.Function.IsOversight).OrderBy(g => g.Key);

    private static MatrixRow Row(SectorFunction function, IReadOnlyList<RoleAssignment> roles, IReadOnlyList<RoleFinding> findings)
    {
        var wrong = findings.Where(f => OfWhoAnswers.Contains(f.Fault)).SelectMany(f => f.Institutions).ToHashSet();
        var cells = roles.GroupBy(r => r.InstitutionId).ToDictionary(g => g.Key, g => (IReadOnlyList<MatrixLetter>)[.. g
            .GroupBy(r => (r.Role, r.Standing, r.HasLegalBasis)).OrderBy(l => l.Key.Role).ThenBy(l => l.Key.Standing)
            .Select(l => new MatrixLetter(l.Key.Role, [.. l], l.Key.Role == RoleInFunction.A && wrong.Contains(g.Key)))]);
        return new(function, [.. findings.OrderByDescending(f => f.IsSevere).ThenBy(f => f.Rule, StringComparer.Ordinal)], cells);
    }
}
