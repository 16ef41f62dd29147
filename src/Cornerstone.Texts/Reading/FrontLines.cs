namespace Cornerstone.Texts;

/// <summary>Lines of a document's first page that are no paragraphs: publisher, distribution, dates, the formula that opens the body.</summary>
internal static class FrontLines
{
    private const int LongestFormula = 40;

    private static readonly string[] Formulas =
    [
        "The Security Council", "The General Assembly", "Le Conseil de sécurité", "L’Assemblée générale", "L'Assemblée générale", "El Consejo de Seguridad",
        "La Asamblea General", "Совет Безопасности", "Генеральная Ассамблея", "إن مجلس الأمن", "إن الجمعية العامة", "安全理事会", "大会",
    ];

    private static readonly string[] Alone =
    [
        "United Nations", "Nations Unies", "Naciones Unidas", "Организация", "الأمم المتحدة", "Distr.", "Original:", "Original :", "ORIGINAL:", "Resolution ", "Adopted by", "Letter dated",
        "Adoptée", "Résolution ", "Security Council", "General Assembly", "Report of the Secretary-General", "Provisional", "Draft resolution", "Summary", "RESOLUTION ", "Statement by the President", "Déclaration d", "Declaración de", "Заявление Председателя", "بيان من رئيس", "Letters dated", "Lettre datée",
    ];

    /// <summary>"The Security Council," alone on its line opens the preamble.</summary>
    internal static bool IsFormula(ReadOnlySpan<char> line) =>
        line.Length <= LongestFormula && (FormulaLength(line) is > 0 and var length ? line[length..].Trim().IsEmpty : IsBareFormula(line) || IsCutFormula(line));

    /// <summary>The volumes of the first years print "The Security Council" without a comma.</summary>
    private static bool IsBareFormula(ReadOnlySpan<char> line) => line is "The Security Council" or "The General Assembly";

    /// <summary>"The Secu rity Council,": the extraction cuts these words as it cuts others.</summary>
    private static bool IsCutFormula(ReadOnlySpan<char> line)
    {
        if (line.Count(' ') is 0 or > 6 || line[^1] is not (',' or ':' or '،'))
        {
            return false;
        }

        Span<char> letters = stackalloc char[LongestFormula];
        var length = Letters(line[..^1], letters);
        Span<char> expected = stackalloc char[LongestFormula];
        foreach (var formula in Formulas)
        {
            if (letters[..length].SequenceEqual(expected[..Letters(formula, expected)]))
            {
                return true;
            }
        }

        return false;
    }

    private static int Letters(ReadOnlySpan<char> text, Span<char> letters)
    {
        var length = 0;
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                letters[length++] = c;
            }
        }

        return length;
    }

    /// <summary>Length of an opening "The Security Council," with its comma; 0 when the text opens otherwise.</summary>
    internal static int FormulaLength(ReadOnlySpan<char> text)
    {
        if (text.Length < 3 || text[0] is not ('T' or 'L' or 'E' or 'С' or 'Г' or 'إ' or '安' or '大'))
        {
            return 0;
        }

        foreach (var formula in Formulas)
        {
            // French and Arabic typing may set a space before the stop.
            var stop = formula.Length < text.Length && text[formula.Length] is ' ' or '\u00A0' ? formula.Length + 1 : formula.Length;
            if (text.StartsWith(formula, StringComparison.Ordinal) && stop < text.Length && text[stop] is ',' or ':' or '،' or '，' or '：')
            {
                return stop + 1;
            }
        }

        return 0;
    }

    /// <summary>In a wrapped source such a line is never joined with its neighbours.</summary>
    internal static bool StandsAlone(ReadOnlySpan<char> line)
    {
        if (line.Length > 120)
        {
            return false;
        }

        foreach (var start in Alone)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return line.Contains("Distr.", StringComparison.Ordinal) || FrontDate.IsAlone(line) || PageFurniture.IsSymbolAlone(line);
    }
}
