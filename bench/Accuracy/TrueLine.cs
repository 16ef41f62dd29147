namespace Cornerstone.Bench.Accuracy;

internal enum LineKind
{
    Formula,
    Preambular,
    Operative,
    Point,
    Heading,
    Other,
}

/// <summary>One paragraph of a published document with what its markup says about it.</summary>
/// <param name="Italic">The italic words that open it; null when it opens upright.</param>
/// <param name="Symbols">Documents its links lead to.</param>
internal sealed record TrueLine(LineKind Kind, string? Number, string Text, string? Italic, IReadOnlyList<string> Symbols);
