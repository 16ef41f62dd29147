using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Published;

/// <summary>Benchmarks and commitments in words: the same for those who look at a proposal and for everybody.</summary>
public static class PublicCouncilWords
{
    public static string Of(this Text T, PublicJudgedParty party) => party == PublicJudgedParty.Assistance ? T["Effectiveness of assistance"] : T["Commitments of the host country"];

    public static string Of(this Text T, PublicJudgement? judgement) => judgement switch
    {
        PublicJudgement.Met => T["Met"],
        PublicJudgement.PartlyMet => T["Partly met"],
        PublicJudgement.NotMet => T["Not met"],
        PublicJudgement.Reversed => T["Reversed"],
        _ => T["Not judged yet"],
    };

    public static Tone ToneOf(PublicJudgement? judgement) => judgement switch
    {
        PublicJudgement.Met => Tone.Good,
        PublicJudgement.PartlyMet => Tone.Warning,
        null => Tone.Neutral,
        _ => Tone.Bad,
    };

    public static string Of(this Text T, PublicDeadline status) => status switch
    {
        PublicDeadline.NoDate => T["No date"],
        PublicDeadline.Upcoming => T["Upcoming"],
        PublicDeadline.DueSoon => T["Due soon"],
        PublicDeadline.Overdue => T["Overdue"],
        PublicDeadline.DeliveredOnTime => T["Delivered on time"],
        PublicDeadline.DeliveredLate => T["Delivered late"],
        _ => T["Superseded"],
    };

    public static Tone ToneOf(PublicDeadline status) => status switch
    {
        PublicDeadline.Overdue => Tone.Bad,
        PublicDeadline.DueSoon or PublicDeadline.DeliveredLate => Tone.Warning,
        PublicDeadline.DeliveredOnTime => Tone.Good,
        PublicDeadline.Upcoming => Tone.Information,
        _ => Tone.Neutral,
    };
}
