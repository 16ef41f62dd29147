namespace Cornerstone.Texts;

/// <summary>
/// What stands above a presidential statement: its title, and the sentence that announces it ("At the 8683rd meeting … the President made
/// the following statement"). Neither is a paragraph of the statement.
/// </summary>
internal static class StatementLines
{
    // A note of reissue and a sentence that announces in other words.
    private const int LongestAnnouncement = 4;

    // The longest published one names a dozen letters of the agenda.
    private const int LongestSentence = 2500;

    private static readonly string[] Titles =
    [
        "Statement by the President of the", "Statement of the President of the", "Statement by the President", "Déclaration du Président du", "Déclaration de la Présidente du", "Déclaration de la Présidence du",
        "Declaración de la Presidencia del", "Declaración del Presidente del", "Declaración de la Presidenta del", "Заявление Председателя", "بيان من رئيس", "بيان رئيس", "安全理事会主席的声明", "安全理事会主席声明",
    ];

    private static readonly string[] Announcing =
    [
        "following statement", "déclaration suivante", "déclaration ci-après", "siguiente declaración", "declaración siguiente", "следующее заявление", "следующим заявлением",
        "بالبيان التالي", "البيان التالي", "声明如下", "下列声明", "以下声明",
    ];

    private static readonly string[] Named = ["entitled", "intitulé", "titulado", "titulada", "озаглавлен", "المعنون", "题为", "item", "question"];

    internal static bool IsTitle(string text)
    {
        if (text.Length > 120)
        {
            return false;
        }

        foreach (var title in Titles)
        {
            if (text.StartsWith(title, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    internal static bool IsAnnouncement(string text)
    {
        if (text.Length is 0 or > LongestSentence || text[^1] is not (':' or '：' or '.' or '”' or '"'))
        {
            return false;
        }

        foreach (var words in Announcing)
        {
            // The sentence ends with these words: "… made the following statement on behalf of the Council:".
            if (text.LastIndexOf(words, StringComparison.Ordinal) is >= 0 and var at && text.Length - at < words.Length + 60)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"“The Security Council" quotes the statement that someone announced.</summary>
    internal static bool Quotes(string text) => text.Length > 0 && text[0] is '“' or '"' or '«' or '”' or '„';

    /// <summary>Index of the first paragraph of the statement, at or after <paramref name="start"/>.</summary>
    internal static int BodyStart(IReadOnlyList<string> texts, int start)
    {
        var last = Math.Min(texts.Count, start + LongestAnnouncement);
        var (from, isAnnounced) = (start, false);
        for (var i = start; i < last; i++)
        {
            var announces = IsAnnouncement(texts[i]);
            isAnnounced |= announces;
            from = announces || (IsTitle(texts[i]) && !isAnnounced) ? i + 1 : from;
        }

        if (isAnnounced)
        {
            return from;
        }

        for (var i = from; i < Math.Min(texts.Count, from + LongestAnnouncement); i++)
        {
            if (Quotes(texts[i]))
            {
                return i;
            }
        }

        return from;
    }

    /// <summary>The item of the agenda, between the quotation marks of the announcing sentence: "The situation in Haiti".</summary>
    internal static string? ItemIn(string text)
    {
        var from = 0;
        foreach (var word in Named)
        {
            if (text.IndexOf(word, StringComparison.Ordinal) is > 0 and var at)
            {
                from = at;
                break;
            }
        }

        var open = from == 0 ? -1 : text.AsSpan(from).IndexOfAny("“\"«”‘");
        if (open < 0)
        {
            return null;
        }

        open += from;
        // Arabic and Chinese texts may set the marks the other way round: ”…“.
        var close = text.AsSpan(open + 1).IndexOf(text[open] switch { '“' => '”', '«' => '»', '”' => '“', '‘' => '’', var same => same });
        return close > 1 ? text.Substring(open + 1, close).Trim().TrimEnd('.') : null;
    }
}
