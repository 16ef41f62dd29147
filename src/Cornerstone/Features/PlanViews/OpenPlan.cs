using System.Globalization;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.PlanViews;

/// <summary>Which plan and version a page is asked for; nothing means the one in force.</summary>
public sealed record PlanAsked(string Country, Guid? Plan, int? Version)
{
    public string Path => $"/{Country.ToLowerInvariant()}/plan";

    /// <summary>An address under the plan that keeps to the plan and version asked for.</summary>
    public string Address(string view, params IEnumerable<(string Name, string? Value)> further) => QueryHelpers.AddQueryString(
        Path + view,
        new (string Name, string? Value)[] { ("plan", Plan?.ToString()), ("version", Version?.ToString(CultureInfo.InvariantCulture)) }.Concat(further)
            .Where(q => q.Value is not null).Select(q => KeyValuePair.Create(q.Name, q.Value)));

    public string Node(TreeNode node) => Address($"/nodes/{node.Lineage}");
}

/// <summary>The version a view shows, as a tree, with the names it needs.</summary>
public sealed record OpenPlan(NationalPlan Plan, PlanVersion Version, PlanTree Tree, PlanNames Names, DateOnly Today)
{
    /// <summary>Null where there is no such plan, or none this reader may see.</summary>
    public static async Task<OpenPlan?> ReadAsync(AppDb db, PlanReading reading, PlanAsked asked, PlanParts parts, DateOnly today, CancellationToken ct) =>
        await db.PlanInForceAsync(asked.Country, asked.Plan, asked.Version, ct) is { } found
            ? new(found.Plan, found.Version, await reading.TreeAsync(found.Version, parts, ct), await db.PlanNamesAsync(asked.Country, today, ct), today)
            : null;

    public string OwnerOf(TreeNode node, Text T) => node.OwnerId is { } owner ? Names.InstitutionIn(owner, T) : "–";
}

/// <summary>What the links between the views need.</summary>
/// <param name="IsImprinted">The page says itself which version it shows.</param>
public sealed record PlanViewTabs(PlanAsked Asked, string Current, OpenPlan? Plan, bool IsImprinted = false);
