namespace Cornerstone.Texts;

/// <summary>What a kind of document has in its body.</summary>
/// <param name="IsUnnumbered">Statements and letters: paragraphs without numbers are its paragraphs.</param>
/// <param name="HasHeadings">A short line without a stop is a heading; in a letter it is an address or a greeting.</param>
/// <param name="StopsAtAnnex">An annex, or a count that starts anew, ends the body.</param>
internal sealed record BodyStyle(ProvisionKind Kind, bool HasRecommendations = false, bool IsUnnumbered = false, bool StopsAtAnnex = true, bool HasHeadings = true)
{
    internal static readonly BodyStyle Resolution = new(ProvisionKind.OP);
    internal static readonly BodyStyle Report = new(ProvisionKind.Para, HasRecommendations: true);
    internal static readonly BodyStyle Statement = new(ProvisionKind.Para, IsUnnumbered: true);
    internal static readonly BodyStyle Letter = Statement with { StopsAtAnnex = false, HasHeadings = false };
    internal static readonly BodyStyle Annex = new(ProvisionKind.Para, StopsAtAnnex: false);

    /// <summary>What is numbered inside a statement is a list of one of its paragraphs.</summary>
    internal bool HasListsOnly => IsUnnumbered && HasHeadings;

    internal string Address(int number) => $"{(Kind == ProvisionKind.OP ? "op" : "para")}/{MarkerText.Of(number)}";
}
