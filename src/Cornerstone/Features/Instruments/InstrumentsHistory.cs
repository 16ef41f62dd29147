using Cornerstone.Languages;

namespace Cornerstone.Features.Instruments;

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
