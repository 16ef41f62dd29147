namespace Cornerstone.Texts;

/// <summary>What a provision's words mean beyond its place: verbs, strength, addressees, conditions, due date, themes, references.</summary>
internal static class Enrichment
{
    /// <param name="chapeau">The already enriched paragraph that governs a point ("Requests the Secretary-General to consider: (a) …").</param>
    internal static Provision Enrich(Provision bare, DocumentContext context, Provision? chapeau = null) =>
        bare with { Strength = chapeau?.Strength };

    /// <summary>Findings about the references of an enriched provision: "D3" for what does not resolve, "type-mismatch" for a wrong kind.</summary>
    internal static IEnumerable<Finding> ReferenceFindings(Provision provision) => [];
}
