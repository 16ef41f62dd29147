namespace Cornerstone.Texts;

/// <summary>The paragraphs of a letter: results of a vote become points of the sentence that gives them, the signature is no paragraph.</summary>
internal static class LetterBody
{
    private static readonly string[] Signatures = ["(Signed)", "(Signé)", "(Firmado)", "(Подпись)", "(توقيع)", "(签名)"];

    internal static bool IsSignature(string text)
    {
        foreach (var signature in Signatures)
        {
            if (text.StartsWith(signature, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    internal static List<SourceParagraph> Of(IReadOnlyList<SourceParagraph> paragraphs, int start, int end)
    {
        var body = new List<SourceParagraph>(end - start);
        var isSigned = false;
        for (var i = start; i < end; i++)
        {
            var paragraph = paragraphs[i];
            isSigned |= IsSignature(paragraph.Text);
            if (isSigned && paragraph.Role != ParagraphRole.Footnote && paragraph.Number != "*")
            {
                continue;
            }

            if (VoteReader.Label(paragraph.Text) is (not null, var names))
            {
                var text = names.Length > 0 || i + 1 == end ? paragraph.Text : $"{paragraph.Text} {paragraphs[++i].Text}";
                paragraph = paragraph with { Text = text, Role = ParagraphRole.Point };
            }

            body.Add(paragraph);
        }

        return body;
    }
}
