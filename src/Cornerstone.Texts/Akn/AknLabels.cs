namespace Cornerstone.Texts;

/// <summary>Puts numbers and texts together that the markup tore apart.</summary>
internal static class AknLabels
{
    internal static List<AknBlock> Settle(IReadOnlyList<AknBlock> blocks)
    {
        var settled = new List<AknBlock>(blocks.Count);
        for (var i = 0; i < blocks.Count; i++)
        {
            var block = OutOfText(blocks[i]);
            if (IsBareNumber(block) && i + 1 < blocks.Count && IsBareText(blocks[i + 1]))
            {
                i++;
                block = blocks[i] with { Number = block.Number };
            }

            settled.Add(block);
        }

        return settled;
    }

    /// <summary>Some files leave the number in the text: "1 - يقرر", "(1) Chairing".</summary>
    private static AknBlock OutOfText(AknBlock block) =>
        IsBareText(block) && AknNumber.Leading(block.Text) is { } label
            ? block with { Number = label.Number, Text = label.Text }
            : block;

    private static bool IsBareNumber(AknBlock block) => block is { Role: AknRole.Paragraph, Number: not null, Text: "" };

    private static bool IsBareText(AknBlock block) => block is { Role: AknRole.Paragraph, Number: null };
}
