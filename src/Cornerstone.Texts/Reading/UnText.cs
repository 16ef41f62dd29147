namespace Cornerstone.Texts;

/// <summary>Reads the text of a United Nations document: plain text, Markdown, or what <c>pdftotext</c> gives.</summary>
public static class UnText
{
    /// <param name="language">ISO 639-1 code; null to tell from the text.</param>
    public static UnDocument Parse(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);

        var paragraphs = new List<SourceParagraph>();
        foreach (var block in text.Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var space = block.IndexOfAny([' ', '\t']);
            var numbered = space > 1 && block[space - 1] == '.' && char.IsAsciiDigit(block[0]);
            paragraphs.Add(numbered ? new(block[(space + 1)..], block[..space]) : new(block));
        }

        return DocumentStructure.Build(paragraphs, language ?? "en");
    }
}
