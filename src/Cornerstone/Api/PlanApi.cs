using System.ComponentModel;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Api;

/// <param name="OversightIds">Institutions that watch it.</param>
public sealed record InstitutionRow(
    Guid Id, string Code, IReadOnlyDictionary<string, string> Name, string Component, IReadOnlyList<string> AlsoComponents, InstitutionType Type, Guid? ParentId, bool IsArmed,
    IReadOnlyList<Power> Powers, IReadOnlyList<Guid> OversightIds, IReadOnlyList<string> Territory);

/// <param name="Lineage">The same objective through all versions of the plan.</param>
/// <param name="ParentLineage">Of the objective it stands under; null at the top.</param>
public sealed record PlanNodeRow(
    Guid Lineage, Guid? ParentLineage, PlanLevel Level, string Code, IReadOnlyDictionary<string, string> Title, IReadOnlyDictionary<string, string>? Statement, Guid? OwnerId,
    IReadOnlyList<Guid> ContributorIds, IReadOnlyList<string> Components, IReadOnlyList<string> Regions, DateOnly? StartsOn, DateOnly? EndsOn, short? GenderMarker, Classification Classification);

/// <param name="Version">Null, with no nodes, where there is no plan the reader may see.</param>
public sealed record PlanRow(IReadOnlyDictionary<string, string>? Title, int? Version, PlanVersionState? State, IReadOnlyList<PlanNodeRow> Nodes);

/// <summary>Institutions and the national plan for programs.</summary>
internal static class PlanApi
{
    public static async Task<Listing<InstitutionRow>> InstitutionsAsync(
        AppDb db, CurrentReader current, TimeProvider clock, CancellationToken ct, [FromQuery, Description("As they were on this day; today if none is named.")] DateOnly? on = null)
    {
        var day = on ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new([.. (await db.InstitutionsOnAsync(current.Workspace!.Code, day, ct)).Select(i => new InstitutionRow(
            i.Id, i.Code, i.Names.Texts, i.Component, i.AlsoComponents, i.Type, i.ParentId, i.Armed, i.Powers, i.OversightIds, i.Territory))], null);
    }

    public static async Task<PlanRow> PlanAsync(AppDb db, CurrentReader current, CancellationToken ct)
    {
        if (await db.PlanInForceAsync(current.Workspace!.Code, ct) is not { } found) return new(null, null, null, []);

        var nodes = await db.NodesOfAsync(found.Version.Id, ct);
        var lineages = nodes.ToDictionary(n => n.Id, n => n.Lineage);
        return new(found.Plan.Title.Texts, found.Version.Number, found.Version.State, nodes.ConvertAll(n => new PlanNodeRow(
            n.Lineage, n.ParentId is { } parent && lineages.TryGetValue(parent, out var above) ? above : null, n.Level, n.Code, n.Title.Texts, n.Statement?.Texts, n.OwnerId,
            n.ContributorIds, n.Components, n.Regions, n.StartsOn, n.EndsOn, n.GenderMarker, n.Classification)));
    }
}
