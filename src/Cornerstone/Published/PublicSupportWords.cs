using Cornerstone.Languages;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;

namespace Cornerstone.Published;

/// <summary>Published support in words: the same for those who look at a proposal and for everybody.</summary>
public static class PublicSupportWords
{
    /// <summary>"1,200,000 USD"; unknown, not applicable and withheld in words, never as zero.</summary>
    public static string Written(this Text T, PublishedLine line) => line.State switch
    {
        ToldState.Withheld => T["withheld"],
        ToldState.Unknown => T["unknown"],
        ToldState.NotApplicable => T["not applicable"],
        _ => T.AmountOf(line.Amount!.Value, line.Currency),
    };

    /// <summary>An amount with its currency as written.</summary>
    public static string AmountOf(this Text T, decimal amount, string? currency) => Currency.TryParse(currency, out var usual)
        ? $"{amount.ToString(amount == decimal.Truncate(amount) ? "N0" : "N2", T.Language.Culture)}\u00A0{usual.Code}"
        : T["{0:N2}, currency {1}", amount, currency ?? T["not said"]];

    /// <summary>"Withheld, on the ground of national security": a whole sentence for each ground, so that it can be said well in any language.</summary>
    public static string Sentence(this Text T, PublicGround ground) => ground switch
    {
        PublicGround.NationalSecurity => T["Withheld, on the ground of national security"],
        PublicGround.SafetyOfPersons => T["Withheld, on the ground of the safety of persons"],
        PublicGround.Privacy => T["Withheld, on the ground of privacy"],
        PublicGround.InternationalRelations => T["Withheld, on the ground of international relations"],
        PublicGround.CommercialConfidence => T["Withheld, on the ground of commercial confidence"],
        PublicGround.OngoingInvestigation => T["Withheld, on the ground of an ongoing investigation"],
        _ => T["Withheld, because it would tell another withheld amount"],
    };

    public static string Of(this Text T, PublicPart part) => part switch
    {
        PublicPart.Everything => T["Everything"],
        PublicPart.Title => T["Title"],
        PublicPart.Description => T["Description"],
        PublicPart.Parties => T["Who gives and who receives"],
        PublicPart.Places => T["Places"],
        PublicPart.Money => T["All amounts"],
        _ => T["Single amounts"],
    };

    public static string KindOf(this Text T, PublishedLine line) => line.Kind switch
    {
        PublicLineKind.Transaction => line.Stage?.Name?.In(T.Language.Code) ?? T["Kind not said"],
        PublicLineKind.PlannedDisbursement => T["Planned to be paid out"],
        _ => line.IsRevised == true ? T["Budget, revised"] : T["Budget"],
    };

    // Codes of the list ActivityStatus.
    public static Tone ToneOf(PublicCode? status) => status?.Code switch
    {
        "2" or "3" => Tone.Good,
        "1" => Tone.Information,
        "5" or "6" => Tone.Warning,
        _ => Tone.Neutral,
    };

    /// <summary>The title in the reader's language; what stands in its place where it is withheld or nobody gave one.</summary>
    public static Wording TitleOf(this Text T, PublishedActivity activity) => activity.Title
        ?? Wording.Of(T.Language.Code, activity.WithheldOf(PublicPart.Title) is { } withheld ? T.Sentence(withheld.Ground) : T["Without a title"]);

    /// <summary>"60 %"; nothing where the share is not said.</summary>
    public static string ShareOf(this Text T, PublicShare share) => share.Percentage is { } percentage ? (percentage / 100m).ToString("P0", T.Language.Culture) : "";
}
