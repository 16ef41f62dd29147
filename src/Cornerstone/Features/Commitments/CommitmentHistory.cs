using Cornerstone.Languages;
using Cornerstone.Texts;

namespace Cornerstone.Features.Commitments;

/// <summary>How an obligation's history says the names the journal keeps; those it shares with documents are the library's.</summary>
internal static class CommitmentHistory
{
    public static readonly IReadOnlyDictionary<string, string> Words = new Dictionary<string, string>(
        Coded(nameof(Obligation.Addressees), Addressees.All)
            .Concat(Coded(nameof(Obligation.Conditions), Conditions.All))
            .Concat(Coded(nameof(Obligation.Themes), Themes.All)))
    {
        ["commitments.accept"] = Text.Later("Obligation accepted"),
        ["commitments.dismiss"] = Text.Later("Obligation dismissed"),
        ["commitments.reopen"] = Text.Later("Made a proposal again"),
        ["commitments.edit"] = Text.Later("Obligation edited"),
        ["commitments.evidence"] = Text.Later("Evidence added"),
        [nameof(Obligation.DocumentId)] = Text.Later("Document"),
        [nameof(Obligation.ProvisionId)] = Text.Later("Identifier of the paragraph"),
        [nameof(Obligation.ProvisionPath)] = Text.Later("Paragraph"),
        [nameof(Obligation.Strength)] = Text.Later("Strength"),
        [nameof(Obligation.What)] = Text.Later("What"),
        [nameof(Obligation.Addressees)] = Text.Later("Addressee"),
        [nameof(Obligation.DueDate)] = Text.Later("Due"),
        [nameof(Obligation.DuePrecision)] = Text.Later("Precision of the date"),
        [nameof(Obligation.Recurrence)] = Text.Later("Falls due again"),
        [nameof(Obligation.Conditions)] = Text.Later("Conditions"),
        [nameof(Obligation.Themes)] = Text.Later("Themes"),
        [nameof(Obligation.State)] = Text.Later("Decision"),
        [nameof(Obligation.DecisionReason)] = Text.Later("Reason"),
        [nameof(Obligation.Responsible)] = Text.Later("Responsible"),
        [nameof(Obligation.SupersededBy)] = Text.Later("Superseded by"),
        [nameof(Evidence.ObligationId)] = Text.Later("Obligation"),
        [nameof(Evidence.Note)] = Text.Later("Note"),
        [nameof(Evidence.DeliveredOn)] = Text.Later("Delivered on"),
        [nameof(Evidence.AddedAt)] = Text.Later("Added"),
        [$"State.{ObligationState.Proposed}"] = Text.Later("Proposed"),
        [$"State.{ObligationState.Accepted}"] = Text.Later("Accepted"),
        [$"State.{ObligationState.Dismissed}"] = Text.Later("Dismissed"),
        [$"DuePrecision.{DatePrecision.Day}"] = Text.Later("Day"),
        [$"DuePrecision.{DatePrecision.Month}"] = Text.Later("Month"),
        [$"DuePrecision.{DatePrecision.Quarter}"] = Text.Later("Quarter"),
        [$"DuePrecision.{DatePrecision.Year}"] = Text.Later("Year"),
    };

    private static IEnumerable<KeyValuePair<string, string>> Coded(string field, IEnumerable<CodedWords> list) =>
        list.Select(words => KeyValuePair.Create($"{field}.{words.Code}", words.Name));
}
