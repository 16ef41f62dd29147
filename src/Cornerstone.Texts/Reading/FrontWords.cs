namespace Cornerstone.Texts;

/// <summary>What first pages say in the six languages: kinds of document, adoption, distribution.</summary>
internal static class FrontWords
{
    private static readonly string[] Letters =
    [
        "Letter dated", "Letters dated", "Identical letters dated", "Note verbale dated", "Lettre datée", "Lettres identiques datées", "Note verbale datée",
        "Carta de fecha", "Cartas idénticas de fecha", "Nota verbal de fecha", "Письмо ", "Вербальная нота", "Идентичные письма", "رسالة مؤرخة", "رسالتان متطابقتان", "مذكرة شفوية",
    ];

    private static readonly string[] Adoptions =
        ["Adopted by", "Adoptée par", "Aprobada por el Consejo", "Aprobada por la Asamblea", "Принятая ", "принятая ", "الذي اتخذه", "الذي اتخذته", "通过"];

    private static readonly string[] Resolutions = ["Resolution ", "Résolution ", "Resolución ", "Резолюция ", "القرار ", "第"];

    private static readonly string[] Drafts = ["draft resolution", "projet de résolution", "proyecto de resolución", "проект резолюции", "مشروع قرار", "决议草案"];

    private static readonly string[] Reports =
        ["Report of the Secretary-General", "Rapport du Secrétaire général", "Informe del Secretario General", "Доклад Генерального секретаря", "تقرير الأمين العام", "秘书长的报告"];

    private static readonly (string Word, string Distribution)[] Distributions =
    [
        ("limit", "Limited"), ("محدود", "Limited"), ("ограничен", "Limited"), ("有限", "Limited"),
        ("restrict", "Restricted"), ("restrein", "Restricted"), ("reserv", "Restricted"),
    ];

    internal static bool OpensLetter(string text) => Opens(text, Letters);

    internal static bool OpensReport(string text) => Opens(text, Reports);

    /// <summary>"Resolution 667 (1990) of 16 September 1990"; in the yearly volumes of old "25 (1947). Resolution of 22 May 1947".</summary>
    internal static bool NamesResolution(string text) => char.IsAsciiDigit(text.Length > 0 ? text[0] : ' ')
        ? text.Contains("). Resolution of ", StringComparison.Ordinal)
        : Opens(text, Resolutions) && text.AsSpan(0, Math.Min(text.Length, 20)).ContainsAnyInRange('0', '9');

    internal static bool TellsAdoption(string text)
    {
        foreach (var words in Adoptions)
        {
            if (text.Contains(words, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>"Belgium, Estonia and Niger: draft resolution": the words stand last.</summary>
    internal static bool EndsAsDraft(string text)
    {
        foreach (var words in Drafts)
        {
            if (text.EndsWith(words, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Most documents are for general distribution, and each language says so in its own words.</summary>
    internal static string Distribution(string text)
    {
        foreach (var (word, distribution) in Distributions)
        {
            if (text.Contains(word, StringComparison.OrdinalIgnoreCase))
            {
                return distribution;
            }
        }

        return "General";
    }

    /// <summary>"9518th meeting", "9518e séance", "9518ª sesión", "9518-м заседании", "الجلسة 9518": the number of the record S/PV.9518.</summary>
    internal static string? MeetingIn(ReadOnlySpan<char> text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!char.IsAsciiDigit(text[i]))
            {
                continue;
            }

            var start = i;
            while (i < text.Length && char.IsAsciiDigit(text[i]))
            {
                i++;
            }

            if (i - start is > 1 and < 6 && (IsOrdinal(text[i..]) || text[..start].TrimEnd().EndsWith("الجلسة") || text[..start].TrimEnd().EndsWith("جلسته")))
            {
                return $"S/PV.{text[start..i]}";
            }
        }

        return null;
    }

    private static bool IsOrdinal(ReadOnlySpan<char> after) =>
        after.Length > 2 && (after[0] is 'ª' or '次' or 'e' || after.StartsWith("th ") || after.StartsWith("st ") || after.StartsWith("nd ") || after.StartsWith("rd ") || after.StartsWith("-м"));

    private static bool Opens(string text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.StartsWith(word, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
