using System.Globalization;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorCatalogue;

/// <summary>A figure printed in a document of the Council, as it stands there: intervals stay intervals, what is undated stays undated (domain handbook §16).</summary>
/// <param name="To">The second figure of a pair.</param>
/// <param name="When">Written form of its period; null when the source gives none.</param>
/// <param name="Path">The paragraph inside the document; null for the document as a whole.</param>
public sealed record ReferenceFigure(
    int Number, string What, string Value, string? To, string Unit, string? When, string? WhenTo, string Where, string Symbol, string? Path, string? Note)
{
    private static readonly ReferenceFigures Read = CatalogueEntry.Read<ReferenceFigures>("IndicatorCatalogue/figures.json");

    public static IReadOnlyList<ReferenceFigure> All => Read.Figures;

    /// <summary>What an editor should know before using them: the sources' own contradictions are told, not mended.</summary>
    public static IReadOnlyList<EditorsNote> Traps => Read.Traps;

    public Figure Figure => Figure.Parse(Value, CultureInfo.InvariantCulture);

    public Figure? Second => To is null ? null : Figure.Parse(To, CultureInfo.InvariantCulture);

    public bool IsPair => To is not null;

    /// <summary>A pair has a place on an axis of time only when both of its ends are dated.</summary>
    public bool IsDatedPair => IsPair && When is not null && WhenTo is not null;
}

/// <param name="Key">"a" to "i".</param>
public sealed record EditorsNote(string Key, string Note);

internal sealed record ReferenceFigures(IReadOnlyList<ReferenceFigure> Figures, IReadOnlyList<EditorsNote> Traps);
