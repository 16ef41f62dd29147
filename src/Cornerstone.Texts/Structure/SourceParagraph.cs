namespace Cornerstone.Texts;

/// <summary>What a source already knows about a paragraph; plain text knows nothing, markup knows much.</summary>
internal enum ParagraphRole
{
    Unknown,
    Heading,
    Preambular,
    Operative,
    Point,
    Para,
    Footnote,
}

/// <summary>One paragraph as a source gives it: clean text without its number, on one line.</summary>
/// <param name="Number">As printed, with its punctuation: "1.", "(a)", "–"; null when unnumbered.</param>
/// <param name="Offset">Of the first character in the raw source; null when the source has no characters of its own.</param>
/// <param name="Role">Unknown when the reader is to decide from position and number.</param>
/// <param name="Level">Depth of a point below its paragraph, from 1; 0 when unknown.</param>
internal readonly record struct SourceParagraph(
    string Text,
    string? Number = null,
    int? Offset = null,
    ParagraphRole Role = ParagraphRole.Unknown,
    int Level = 0);
