using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Values;

namespace Cornerstone.Features.Publications;

/// <summary>Makes the rows of the approved plan: its public aims down to the outputs. What stands under an aim that is not public stays inside with it.</summary>
internal static class PlanRows
{
    /// <summary>There is one plan in force, so its name among the public things is fixed.</summary>
    public const string Key = "plan";

    private static readonly PlanLevel[] Told = [PlanLevel.Vision, PlanLevel.Goal, PlanLevel.Outcome, PlanLevel.Output];

    /// <summary>Null where no approved version is public.</summary>
    public static async Task<DraftSubject?> OfAsync(AppDb db, string country, DateOnly on, Text T, CancellationToken ct)
    {
        if (await db.PlanInForceAsync(country, ct) is not { Plan: { Classification: Classification.Public, Compartment: null } plan, Version: { State: PlanVersionState.Approved, Classification: Classification.Public, Compartment: null } version })
        {
            return null;
        }

        var nodes = (await db.NodesOfAsync(version.Id, ct)).Where(n => n.Classification == Classification.Public && n.Compartment is null && Told.Contains(n.Level)).ToLookup(n => n.ParentId);
        var owners = await PublicNames.InstitutionsAsync(db, country, on, ct);
        return new(SubjectKind.Plan, Key,
        [
            new(new Subject { Kind = SubjectKind.Plan, Title = plan.Title }, "plan", plan.Id),
            .. Under(null, 0).Select(n => new DraftRow(RowOf(n.Node, n.Depth), "plan_node", n.Node.Id)),
        ]);

        IEnumerable<(PlanNode Node, int Depth)> Under(Guid? parent, int depth) => nodes[parent].SelectMany(n => Under(n.Id, depth + 1).Prepend((n, depth)));

        PublishedPlanNode RowOf(PlanNode n, int depth) => new()
        {
            Depth = depth,
            Level = n.Level.ToString(),
            LevelName = version.Levels.Names.TryGetValue(n.Level, out var own) && !own.IsEmpty ? own : Text.InEach(() => T.Of(n.Level)),
            Code = n.Code,
            Title = n.Title,
            Statement = n.Statement,
            OwnerName = n.OwnerId is { } owner ? owners.GetValueOrDefault(owner) : null,
            StartsOn = n.StartsOn,
            EndsOn = n.EndsOn,
        };
    }
}
