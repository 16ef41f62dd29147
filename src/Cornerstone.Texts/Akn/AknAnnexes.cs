using System.Text.RegularExpressions;

namespace Cornerstone.Texts;

/// <summary>Annexes that the markup left inside the main body, told by their headings.</summary>
internal static partial class AknAnnexes
{
    internal static (List<AknBlock> Own, List<List<AknBlock>> Annexes) Split(List<AknBlock> blocks)
    {
        var own = new List<AknBlock>();
        var annexes = new List<List<AknBlock>>();
        foreach (var block in blocks)
        {
            if (block.Role == AknRole.Heading && AnnexHeading().IsMatch(block.Text)) annexes.Add([]);
            if (annexes.Count > 0 && block.Role != AknRole.Footnote) annexes[^1].Add(block);
            else own.Add(block);
        }

        return (own, annexes);
    }

    /// <summary>Some annexes carry their title as an ordinary paragraph: "Annexe A".</summary>
    internal static bool IsTitle(AknBlock block) =>
        block.Role == AknRole.Heading || (block.Number is null && AnnexHeading().IsMatch(block.Text) && block.Text.Length < 80);

    [GeneratedRegex(@"^(Annex|Annexe|Anexo|Appendix|Enclosure|Pièce jointe|Apéndice|Appendice|المرفق|التذييل|الضميمة|Приложение|Добавление|附件|附录|Anlage)(\s|$|[IVXA-Z\d]+\b)", RegexOptions.CultureInvariant)]
    private static partial Regex AnnexHeading();
}
