namespace Cornerstone.Texts;

internal enum AknRole
{
    Heading,
    Preambular,

    /// <summary>A paragraph at the top of a body, numbered or not.</summary>
    Paragraph,
    Point,
    Footnote,
}

/// <summary>One paragraph of the markup in reading order, before it is known what provision it makes.</summary>
/// <param name="Number">As printed: "1.", "(a)", "–"; null when unnumbered.</param>
/// <param name="Level">Depth of a point below its paragraph, from 1; 0 when the markup does not say.</param>
/// <param name="Notes">Markers of the footnotes called in this text.</param>
internal sealed record AknBlock(AknRole Role, string? Number, string Text, int Level, IReadOnlyList<string> Notes);
