using Cornerstone.Values;

namespace Cornerstone.Features.SupportMeasures;

/// <summary>How far support serves an approved objective: claimed by the partner alone, or agreed to by the owner of the objective.</summary>
public enum AlignmentWord
{
    None,
    ByPartnerOnly,
    AgreedByOwner,
}

/// <summary>Money weighed by how far it serves the plan (domain handbook §5.8).</summary>
public static class AlignmentShare
{
    /// <summary>Σ disbursed × weight / Σ disbursed, refunds with their sign; null when nothing was disbursed.</summary>
    public static Percentage? Of(IEnumerable<(decimal Disbursed, AlignmentWord Word)> money)
    {
        var all = money.ToList();
        return Percentage.Of(all.Sum(m => m.Disbursed * WeightOf(m.Word)), all.Sum(m => m.Disbursed));
    }

    public static decimal WeightOf(AlignmentWord word) => word switch
    {
        AlignmentWord.AgreedByOwner => 1m,
        AlignmentWord.ByPartnerOnly => 0.5m,
        _ => 0m,
    };
}

/// <summary>Four ways in which money can go with a country's own systems; null where nobody said.</summary>
public sealed record SystemFlags(bool? OnPlan = null, bool? OnBudget = null, bool? OnTreasury = null, bool? OnAudit = null);

/// <summary>The share of money of which something is so, and the share of which nobody said. Unknown is not no.</summary>
public sealed record FlagShare(Percentage? Yes, Percentage? Unknown)
{
    public static FlagShare Of(IEnumerable<(decimal Amount, bool? Flag)> money)
    {
        var all = money.ToList();
        var sum = all.Sum(m => m.Amount);
        return new(Percentage.Of(all.Where(m => m.Flag == true).Sum(m => m.Amount), sum), Percentage.Of(all.Where(m => m.Flag is null).Sum(m => m.Amount), sum));
    }
}
