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

/// <summary>How an instrument's history says the names the journal keeps.</summary>
internal static class InstrumentsHistory
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["instruments.add"] = Text.Later("Instrument entered"),
        ["instruments.edit"] = Text.Later("Instrument edited"),
        ["instruments.step"] = Text.Later("Step recorded"),
        ["instruments.void"] = Text.Later("Step taken back as a mistake"),
        ["instruments.consultation"] = Text.Later("Consultation recorded"),
        ["instruments.import"] = Text.Later("Instruments read from a workbook"),
        [nameof(Instrument.Code)] = Text.Later("Code"),
        [nameof(Instrument.Title)] = Text.Later("Title"),
        [nameof(Instrument.LeadInstitutionId)] = Text.Later("Identifier of the lead institution"),
        [nameof(Instrument.Components)] = Text.Later("Components"),
        [nameof(Instrument.StartedOn)] = Text.Later("Work began on"),
        [nameof(Instrument.AdoptedOn)] = Text.Later("Adopted on"),
        [nameof(Instrument.AdoptingAuthority)] = Text.Later("Adopting authority"),
        [nameof(Instrument.PublishedOn)] = Text.Later("Published on"),
        [nameof(Instrument.EffectiveOn)] = Text.Later("Takes effect on"),
        [nameof(Instrument.ValidFrom)] = Text.Later("Valid from"),
        [nameof(Instrument.ValidUntil)] = Text.Later("Valid until"),
        [nameof(Instrument.NationalShare)] = Text.Later("Drafted by nationals, per cent"),
        [nameof(Instrument.Authors)] = Text.Later("Authors"),
        [nameof(Instrument.HasGenderAnalysis)] = Text.Later("Gender analysis"),
        [nameof(Instrument.GenderAnalysisUrl)] = Text.Later("Address of the gender analysis"),
        [nameof(Instrument.HasConflictAnalysis)] = Text.Later("Conflict analysis"),
        [nameof(Instrument.IsCosted)] = Text.Later("Costed"),
        [nameof(Instrument.CostAmount)] = Text.Later("Cost"),
        [nameof(Instrument.CostCurrency)] = Text.Later("Currency"),
        [nameof(Instrument.FundedShare)] = Text.Later("Funded, per cent"),
        [nameof(Instrument.Url)] = Text.Later("Address of the text"),
        [nameof(Instrument.ReplacedById)] = Text.Later("Identifier of what replaced it"),
        [nameof(Instrument.StateSince)] = Text.Later("State since"),
        [nameof(Instrument.FormerState)] = Text.Later("State before the suspension"),
        [$"State.{InstrumentState.Consultation}"] = Text.Later("In consultation"),
        [$"State.{InstrumentState.Validation}"] = Text.Later("In validation"),
        [$"State.{InstrumentState.Adopted}"] = Text.Later("Adopted"),
        [$"State.{InstrumentState.UnderReview}"] = Text.Later("Under review"),
        [$"State.{InstrumentState.Suspended}"] = Text.Later("Suspended"),
        [$"State.{InstrumentState.Replaced}"] = Text.Later("Replaced"),
        [$"State.{InstrumentState.Lapsed}"] = Text.Later("Lapsed"),
        [$"FormerState.{InstrumentState.Adopted}"] = Text.Later("Adopted"),
        [$"FormerState.{InstrumentState.InForce}"] = Text.Later("In force"),
        [$"FormerState.{InstrumentState.UnderReview}"] = Text.Later("Under review"),
    };
}
