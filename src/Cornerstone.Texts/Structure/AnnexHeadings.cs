namespace Cornerstone.Texts;

/// <summary>"Annex", "Annex II", "Annex to the letter dated …": what follows is a document of its own.</summary>
internal static class AnnexHeadings
{
    private static readonly string[] Words =
        ["Annex", "Appendix", "Enclosure", "Attachment", "Annexe", "Pièce jointe", "Anexo", "Apéndice", "Приложение", "Добавление", "المرفق", "التذييل", "الضميمة", "附件", "附录"];

    internal static bool Is(in SourceParagraph paragraph)
    {
        var text = paragraph.Text;
        if (paragraph.Number is not null || text.Length is 0 or > 300 || text[^1] is ';' or ',')
        {
            return false;
        }

        foreach (var word in Words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase) && IsWholeTitle(text.AsSpan(word.Length)))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>After the word: nothing, a number or letter, a dash or colon with a title, or "to the letter dated …".</summary>
    private static bool IsWholeTitle(ReadOnlySpan<char> rest)
    {
        if (rest.IsEmpty)
        {
            return true;
        }

        if (rest[0] != ' ' && rest[0] is not (':' or '.' or '-' or '–' or '*'))
        {
            return false;
        }

        rest = rest.TrimStart(" :.-–*");
        var end = rest.IndexOfAny(' ', ':', '.');
        var word = end < 0 ? rest : rest[..end];
        var isNumber = word.Length <= 4 && (RomanNumber.Read(word) > 0 || (word.Length == 1 && (char.IsUpper(word[0]) || char.IsDigit(word[0]))));
        return rest.IsEmpty || isNumber || rest.StartsWith("to the ", StringComparison.Ordinal) || rest.StartsWith("Article ", StringComparison.Ordinal) || (word.Length > 0 && word[0] >= '\u0590' && rest.Length < 30);
    }
}
