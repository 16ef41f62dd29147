using Cornerstone.Languages;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>What this room's rules say, and how the history of a value says the names the journal keeps.</summary>
internal static class ValueWords
{
    public static readonly IReadOnlyDictionary<string, string> History = new Dictionary<string, string>
    {
        ["values.enter"] = Text.Later("Value entered"),
        ["values.edit"] = Text.Later("Value changed"),
        ["values.rival"] = Text.Later("A second value entered for the same period"),
        ["values.rival-taken"] = Text.Later("The second value taken"),
        ["values.rival-set-aside"] = Text.Later("The second value set aside"),
        ["values.evidence"] = Text.Later("Evidence added"),
        ["values.submit"] = Text.Later("Value submitted"),
        ["values.verify"] = Text.Later("Value verified"),
        ["values.return"] = Text.Later("Value returned"),
        ["values.publish"] = Text.Later("Value published"),
        ["values.correct"] = Text.Later("Correction begun"),
        ["values.retract"] = Text.Later("Value retracted"),
        [nameof(ValueEvidence.PointId)] = Text.Later("Value"),
        [nameof(ValueEvidence.Length)] = Text.Later("Size in bytes"),
        [nameof(ValueEvidence.Sha256)] = Text.Later("Fingerprint of the file"),
        [nameof(ValueEvidence.AddedBy)] = Text.Later("Added by"),
        [nameof(RivalValue.Standing)] = Text.Later("Decision"),
        [nameof(RivalValue.DecidedBy)] = Text.Later("Decided by"),
        [nameof(RivalValue.DecidedBecause)] = Text.Later("Reason"),
        [$"Standing.{RivalStanding.Waiting}"] = Text.Later("Awaits a decision"),
        [$"Standing.{RivalStanding.Taken}"] = Text.Later("Taken"),
        [$"Standing.{RivalStanding.SetAside}"] = Text.Later("Set aside"),
    };

    /// <summary>Each names the rule and what was expected; the field is where it stands on the page.</summary>
    public static readonly IReadOnlyList<RefusalSentence> Refusals =
    [
        new RefusalSentence("values.I1", "Rule I1: one unit over the whole series. You read card {0}; card {1} in force has another unit. A new unit needs a new indicator linked to this one."),
        new RefusalSentence("values.I2", "Rule I2: a percentage lies between 0 and 100; you wrote {0}."),
        new RefusalSentence("values.I3", "Rule I3: the numerator is not greater than the denominator; {0} is greater than {1}."),
        new RefusalSentence("values.I3-share", "Rule I3: the value is the numerator over the denominator; you wrote {0}, they give {1}."),
        new RefusalSentence("values.I3-sign", "Rule I3: the denominator is greater than zero, the numerator at least zero."),
        new RefusalSentence("values.I4", "Rule I4: the parts by {0} add up to their total; they give {1}, the total is {2}. Enter what is not known about as unknown."),
        new RefusalSentence("values.I4-rest", "Rule I4: the parts by {0} give {1} of {2}. Enter the remaining {3} as unknown, or confirm that parts are still to come."),
        new RefusalSentence("values.I5-jump", "Rule I5: {0} had {1}; {2} is a change by more than {3}. Confirm that it is right."),
        new RefusalSentence("values.I5-deviation", "Rule I5: {2} is further than {0} standard deviations from the mean of the series, {1}. Confirm that it is right."),
        new RefusalSentence("values.I5-leap", "Rule I5: {0} had {1}; {2} is a change by more than {3} standard deviations of the changes so far. Confirm that it is right."),
        new RefusalSentence("values.falls", "{0} already had {1}; a count since a fixed day cannot fall to {2}. Confirm that it is right."),
        new RefusalSentence("values.I6", "Rule I6: the baseline lies before the target in the direction of the indicator; {0} does not with a target of {1}. Confirm that it is right."),
        new RefusalSentence("values.I7", "Rule I7: {0} is not over; a value can be entered after {1:d MMMM yyyy}."),
        new RefusalSentence("values.I7-collected", "Rule I7: collected on a day up to today; {0:d MMMM yyyy} lies in the future."),
        new RefusalSentence("values.I8", "Rule I8: one value for each period, area and part; {0} has one already."),
        new RefusalSentence("values.I9-yes-no", "Rule I9: 1 for yes or 0 for no; you wrote {0}."),
        new RefusalSentence("values.I9-level", "Rule I9: a whole number from 0 to {1}, one of the levels of the card; you wrote {0}."),
        new RefusalSentence("values.not-yours", "You enter values of the institutions you speak for; {0} has another custodian."),
        new RefusalSentence("values.not-measured", "{0} is not measured: it is still proposed, or retired."),
        new RefusalSentence("values.own", "You had a hand in this value: another person verifies and publishes it."),
        new RefusalSentence("values.rivals-waiting", "A second value waits for a decision: decide on it first."),
        new RefusalSentence("values.quality-missing", "Judge all six dimensions of quality."),
        new RefusalSentence("values.rival-decided", "It was decided on already."),
        new RefusalSentence("values.rival-own", "You entered one of the two values: a third person decides."),
        new RefusalSentence("values.rival-reason", "Say why."),
        new RefusalSentence("values.rival-late", "The value has been verified meanwhile: return it first."),
        new RefusalSentence("values.file-too-large", "A file may have {0} MB at most."),
        new RefusalSentence("values.picture-too-large", "A picture may have {0} million dots at most; this one says that it has more."),
        new RefusalSentence("values.file-kind", "Evidence is a PDF, an office document, a picture or plain text; this file is none by its content."),
        new RefusalSentence("values.file-twice", "This file is there already."),
        new RefusalSentence("values.not-published", "Only a published value is corrected."),
    ];
}
