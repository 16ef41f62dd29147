namespace Cornerstone.Texts;

/// <summary>
/// What the yearly volumes of resolutions print below one: "Adopted unanimously at the 2940th meeting." and the notes of the page.
/// It is no paragraph of the resolution.
/// </summary>
internal static class YearlyVolume
{
    /// <summary>Index of the line of adoption, or <paramref name="end"/>.</summary>
    internal static int ClosingLine(IReadOnlyList<SourceParagraph> paragraphs, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            var text = paragraphs[i].Text;
            if (paragraphs[i].Number is null && text.StartsWith("Adopted ", StringComparison.Ordinal) && text.Length < 400 && text.Contains(" meeting", StringComparison.Ordinal))
            {
                return i;
            }
        }

        return end;
    }

    /// <summary>Takes "106 Ibid., vol. 500, No. 7310." as footnotes, and what follows without a number as their rest; says where annexes begin.</summary>
    internal static int Notes(IReadOnlyList<SourceParagraph> paragraphs, ProvisionList list, int start, int end)
    {
        for (var i = start; i < end; i++)
        {
            if (AnnexHeadings.Is(paragraphs[i]))
            {
                return i;
            }

            var (number, text) = Note(paragraphs[i]);
            if (number is null && list.Last is { Kind: ProvisionKind.Footnote })
            {
                list.Extend(list.Items.Count - 1, text);
            }
            else
            {
                list.Add(ProvisionKind.Footnote, $"fn/{number ?? "*"}", paragraphs[i] with { Text = text }, number ?? "*");
            }
        }

        return end;
    }

    private static (string? Number, string Text) Note(in SourceParagraph paragraph)
    {
        if (paragraph is { Number: { } printed, Text.Length: > 0 })
        {
            return (printed.Trim('.', '(', ')', ' '), paragraph.Text);
        }

        if (paragraph.Text.Length == 0)
        {
            return (null, paragraph.Number ?? "");
        }

        var digits = paragraph.Text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4 && paragraph.Text[digits] == ' ' ? (paragraph.Text[..digits], paragraph.Text[(digits + 1)..]) : (null, paragraph.Text);
    }
}
