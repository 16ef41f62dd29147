using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Features.SupportMeasures;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What an activity's money serves in the plan that is in force.</summary>
/// <param name="Agreed">A whole; codes are objectives, the rest serves none or is not divided.</param>
/// <param name="Weight">How far it serves the plan: one for what is agreed, half for what only the partner says (domain handbook §5.8).</param>
public sealed record ObjectiveShares(IReadOnlyList<LedgerShare> Agreed, decimal Weight)
{
    public static readonly ObjectiveShares None = new([LedgerShare.NobodySaid], 0m);

    /// <param name="objectives">By the lineage of each node of the plan: the objective it belongs to. What is not in the plan serves none of it.</param>
    public static ObjectiveShares Of(IEnumerable<ActivityAlignment> alignments, IReadOnlyDictionary<Guid, Guid> objectives)
    {
        var byState = alignments.ToLookup(a => a.State);
        var agreed = InPlan(byState[AlignmentState.Agreed], objectives, out var whole);
        _ = InPlan(byState[AlignmentState.Proposed], objectives, out var said);
        var byPartner = Math.Min(said, 1m - whole);
        return new(agreed, (whole * AlignmentShare.WeightOf(AlignmentWord.AgreedByOwner)) + (byPartner * AlignmentShare.WeightOf(AlignmentWord.ByPartnerOnly)));
    }

    // Shares are taken as they were agreed, before it is asked what is still in the plan: what served an objective that is gone serves none, and not the others more.
    private static List<LedgerShare> InPlan(IEnumerable<ActivityAlignment> alignments, IReadOnlyDictionary<Guid, Guid> objectives, out decimal served)
    {
        var all = alignments.ToList();
        var isPlanned = all.Where(a => a.Share is null).All(a => objectives.ContainsKey(a.Lineage));
        var shares = LedgerShares.Of(all.Select(a => (a.Lineage.ToString(), a.Share)))
            .Select(s => s.Kind switch
            {
                ShareKind.Declared when objectives.TryGetValue(Guid.Parse(s.Code!), out var objective) => s with { Code = objective.ToString() },
                ShareKind.Undivided when isPlanned => s,
                _ => s with { Kind = ShareKind.Undeclared, Code = null },
            })
            .GroupBy(s => (s.Kind, s.Code)).Select(g => new LedgerShare(g.Key.Kind, g.Key.Code, g.Sum(s => s.Part))).ToList();
        served = shares.Where(s => s.Kind != ShareKind.Undeclared).Sum(s => s.Part);
        return shares;
    }
}
