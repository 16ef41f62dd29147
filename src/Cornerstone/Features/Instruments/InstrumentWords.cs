using Cornerstone.Languages;
using Cornerstone.Ui.Tags;

namespace Cornerstone.Features.Instruments;

/// <summary>The words of this room's values.</summary>
internal static class InstrumentWords
{
    public static string Of(this Text T, InstrumentKind kind) => kind switch
    {
        InstrumentKind.Dialogue => T["National dialogue"],
        InstrumentKind.Review => T["Review"],
        InstrumentKind.Mapping => T["Mapping"],
        InstrumentKind.Policy => T["Policy"],
        InstrumentKind.Strategy => T["Strategy"],
        InstrumentKind.Legislation => T["Legislation"],
        InstrumentKind.SectorPlan => T["Sector plan"],
        InstrumentKind.ExpenditureReview => T["Public expenditure review"],
        InstrumentKind.OversightMechanism => T["Oversight mechanism"],
        InstrumentKind.CoordinationMechanism => T["Coordination mechanism"],
        _ => T["Management reform"],
    };

    public static string Of(this Text T, InstrumentState state) => state switch
    {
        InstrumentState.Proposed => T["Proposed"],
        InstrumentState.Drafting => T["Being drafted"],
        InstrumentState.Consultation => T["In consultation"],
        InstrumentState.Validation => T["In validation"],
        InstrumentState.Adopted => T["Adopted"],
        InstrumentState.InForce => T["In force"],
        InstrumentState.UnderReview => T["Under review"],
        InstrumentState.Suspended => T["Suspended"],
        InstrumentState.Replaced => T["Replaced"],
        _ => T["Lapsed"],
    };

    public static Tone ToneOf(InstrumentState state) => state switch
    {
        InstrumentState.InForce or InstrumentState.Adopted => Tone.Good,
        InstrumentState.UnderReview => Tone.Warning,
        InstrumentState.Suspended => Tone.Bad,
        InstrumentState.Replaced or InstrumentState.Lapsed => Tone.Neutral,
        _ => Tone.Information,
    };

    public static string Of(this Text T, OwnershipElement element) => element switch
    {
        OwnershipElement.InclusiveVision => T["An inclusive national vision"],
        OwnershipElement.Coordination => T["Its implementation is coordinated"],
        OwnershipElement.OwnResources => T["National resources are dedicated to it"],
        _ => T["Its impact is monitored"],
    };

    /// <summary>"3 years, 11 months"; "5 months" within the first year.</summary>
    public static string Of(this Text T, MakingTime time) => (time.Years, time.MonthsBeyond) switch
    {
        (0, var months) => T.Plural(months, "{0} month", "{0} months"),
        (var years, 0) => T.Plural(years, "{0} year", "{0} years"),
        var (years, months) => T["{0}, {1}", T.Plural(years, "{0} year", "{0} years"), T.Plural(months, "{0} month", "{0} months")],
    };

    /// <summary>Yes, no, or that nobody has said: three different answers.</summary>
    public static string YesNo(this Text T, bool? answer) => answer switch
    {
        true => T["Yes"],
        false => T["No"],
        null => T["Not recorded"],
    };

    public static string Share(this Text T, decimal? percent) => percent is { } known ? T["{0:0.#} %", known] : T["Not recorded"];
}
