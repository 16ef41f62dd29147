namespace Cornerstone.Texts;

/// <summary>Puts numbers and texts together that the markup tore apart.</summary>
internal static class AknLabels
{
    // "* Reissued for technical reasons on 22 July 2011." and the headings between preambular paragraphs are this short.
    private const int LongestMark = 100;

    internal static List<AknBlock> Settle(IReadOnlyList<AknBlock> blocks, bool isResolution)
    {
        var settled = new List<AknBlock>(blocks.Count);
        var hasNumbers = blocks.Any(block => block.Role == AknRole.Paragraph && AknNumber.OfParagraph(block.Number) is not null);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = OutOfText(blocks[i]);
            if (IsBareNumber(block) && i + 1 < blocks.Count && IsBareText(blocks[i + 1]))
            {
                i++;
                block = blocks[i] with { Number = block.Number };
            }

            if (IsSeparator(block)) continue;
            var next = i + 1 < blocks.Count ? new SourceParagraph(blocks[i + 1].Text, blocks[i + 1].Number) : default;
            settled.Add(InItsRole(block, next, isResolution && hasNumbers));
        }

        return settled;
    }

    private static AknBlock InItsRole(AknBlock block, in SourceParagraph next, bool mayHaveHeadings)
    {
        if (IsBareText(block) && block.Text.StartsWith("* ", StringComparison.Ordinal) && block.Text.Length < LongestMark)
        {
            return block with { Role = AknRole.Footnote, Number = "*", Text = block.Text[2..] };
        }

        var isUntold = IsBareText(block) || (block.Role == AknRole.Preambular && block.Text.Length < LongestMark && !Openers.IsPreambular(block.Text));
        return isUntold && mayHaveHeadings && HeadingShape.Is(block.Text, next) ? block with { Role = AknRole.Heading } : block;
    }

    /// <summary>A line of dashes between body and annexes.</summary>
    private static bool IsSeparator(AknBlock block) => block.Number is null && !block.Text.Any(char.IsLetterOrDigit);

    /// <summary>Some files leave the number in the text: "1 - يقرر", "(1) Chairing".</summary>
    private static AknBlock OutOfText(AknBlock block) =>
        IsBareText(block) && AknNumber.Leading(block.Text) is { } label
            ? block with { Number = label.Number, Text = label.Text }
            : block;

    private static bool IsBareNumber(AknBlock block) => block is { Role: AknRole.Paragraph, Number: not null, Text: "" };

    private static bool IsBareText(AknBlock block) => block is { Role: AknRole.Paragraph, Number: null };
}
