using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.Plan;

/// <summary>One line of the plan's tree as a page shows it.</summary>
/// <param name="Below">How many nodes stand below and are not shown; they open by an address of their own.</param>
public sealed record OutlineRow(PlanBranch Branch, int Depth, int Below);

/// <summary>Which lines of a tree a page shows: as many whole levels as fit a first view, so that a plan of thousands of nodes opens fast.</summary>
public static class PlanOutline
{
    /// <summary>Lines of a first view: about 60 KB of markup before compression.</summary>
    public const int MostRows = 120;

    public static IReadOnlyList<OutlineRow> Of(IReadOnlyList<PlanBranch> tops, int mostRows = MostRows)
    {
        var depth = 0;
        var level = tops.SelectMany(t => t.Children).ToList();
        for (var rows = tops.Count; level.Count > 0 && rows + level.Count <= mostRows; depth++)
        {
            rows += level.Count;
            level = [.. level.SelectMany(b => b.Children)];
        }

        return [.. tops.SelectMany(t => Rows(t, 0, depth))];
    }

    private static IEnumerable<OutlineRow> Rows(PlanBranch branch, int depth, int deepest)
    {
        var isCut = depth == deepest;
        var below = branch.Children.SelectMany(c => isCut ? [] : Rows(c, depth + 1, deepest));
        return below.Prepend(new(branch, depth, isCut ? branch.SelfAndBelow().Count - 1 : 0));
    }
}

/// <summary>What the tree is narrowed to; all of it stands in the address.</summary>
public sealed record PlanFilter
{
    public string? Component { get; init; }

    public string? Region { get; init; }

    public Guid? Owner { get; init; }

    public PlanRule? Rule { get; init; }

    /// <summary>What is reported, or "late".</summary>
    public string? State { get; init; }

    public const string Late = "late";

    public bool IsNarrow => Component is not null || Region is not null || Owner is not null || Rule is not null || State is not null;

    public bool Admits(PlanBranch branch, ILookup<Guid?, PlanFinding> findings, DateOnly today) =>
        (Component is null || branch.Names(Component))
        && (Region is null || branch.Node.Regions.Contains(Region))
        && (Owner is null || branch.Node.OwnerId == Owner || branch.Node.ContributorIds.Contains(Owner.Value))
        && (Rule is null || findings[branch.Node.Id].Any(f => f.Rule == Rule))
        && (State is null || (State == Late ? branch.IsLate(today) : branch.State?.ToString() == State));

    public string AddressOn(string path, IEnumerable<KeyValuePair<string, string?>> further) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>(further)
    {
        ["component"] = Component,
        ["region"] = Region,
        ["owner"] = Owner?.ToString(),
        ["rule"] = Rule?.ToString(),
        ["state"] = State,
    });
}
