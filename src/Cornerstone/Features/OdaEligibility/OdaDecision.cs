namespace Cornerstone.Features.OdaEligibility;

/// <summary>
/// Whether one component is official development assistance, by the rules of the Development Assistance Committee as the table
/// has them. It is our own word and stands beside the reporter's flow type; it never replaces that.
/// </summary>
/// <param name="Rule">The line that decided; null when none did.</param>
/// <param name="Share">The part that counts: 1 or 0 for a plain answer, null where the assessor has not stated it or nothing is known.</param>
/// <param name="Missing">What would have to be known.</param>
public sealed record OdaDecision(OdaVerdict Verdict, OdaRule? Rule, decimal? Share, IReadOnlyList<OdaQuestion> Missing)
{
    /// <summary>What would have to be known first: while nobody knows what support does, every other question is open with it.</summary>
    public IReadOnlyList<OdaQuestion> FirstMissing => Missing.Contains(OdaQuestion.Support) ? [.. Missing.Where(q => q is OdaQuestion.Recipient or OdaQuestion.Support)] : Missing;

    /// <summary>
    /// The first line that fits. A line before it that might fit leaves the answer open, unless it would say the same; an answer
    /// that hangs on something unknown is not given.
    /// </summary>
    public static OdaDecision Of(OdaFacts facts, IReadOnlyList<OdaRule>? table = null)
    {
        var open = new List<OdaRule>();
        foreach (var rule in table ?? OdaRule.Table)
        {
            switch (rule.Fits(facts))
            {
                case true when open.TrueForAll(o => (o.Verdict, o.Share) == (rule.Verdict, rule.Share)):
                    return new(rule.Verdict, rule, rule.Share ?? Plain(rule.Verdict), []);
                case true:
                    return Undetermined(open, facts);
                case null:
                    open.Add(rule);
                    break;
            }
        }

        return Undetermined(open, facts);
    }

    /// <summary>The table counts a part and does not say which.</summary>
    public bool LeavesShare => this is { Verdict: OdaVerdict.PartlyEligible, Rule.Share: null };

    /// <summary>With the part an assessor states, where the table leaves it to them.</summary>
    public OdaDecision With(decimal? stated) => LeavesShare ? this with { Share = stated } : this;

    private static OdaDecision Undetermined(List<OdaRule> open, OdaFacts facts) =>
        new(OdaVerdict.Undetermined, null, null, [.. open.SelectMany(r => r.Missing(facts)).Distinct().Order()]);

    private static decimal? Plain(OdaVerdict verdict) => verdict switch { OdaVerdict.Eligible => 1m, OdaVerdict.NotEligible => 0m, _ => null };
}
