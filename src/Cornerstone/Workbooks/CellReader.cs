using System.Globalization;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Workbooks;

/// <summary>What a cell means, by the kind of its column. What people type is read leniently; what could mean two things is said.</summary>
internal sealed class CellReader(Text T)
{
    // A large file says the same few periods again and again.
    private const int MostSpansKept = 10_000;

    private static readonly char[] Invisible = ['\u200E', '\u200F', '\u202A', '\u202B', '\u202C', '\u2066', '\u2067', '\u2068', '\u2069', '\uFEFF', '\u200B'];

    private readonly NumberReader numbers = new(T.Language.Culture);
    private readonly HashSet<string> spans = [];

    public WorkbookCell Read(SheetCell cell, int line, WorkbookColumn column, ChoiceBook choices, List<CellFault> faults)
    {
        var text = Trimmed(cell.Text);
        if (cell.Kind == CellKind.Error)
        {
            faults.Add(new("W5", T["a value, not an error of the spreadsheet"], FindingGrade.Error));
            return new(cell.Column, line, cell.Text, null);
        }

        if (text.Length == 0)
        {
            return new(cell.Column, line, null, null);
        }

        object? value = column.Kind switch
        {
            ColumnKind.Number => Number(cell, text, faults),
            ColumnKind.Percentage => Share(cell, text, faults),
            ColumnKind.Figure => Figure(cell, text),
            ColumnKind.Date => Day(cell, text, faults),
            ColumnKind.Period => Span(cell, text, faults),
            ColumnKind.Choice => Choice(cell, text, column, choices, faults),
            ColumnKind.Reference => Reference(text, column),
            _ => Plain(text, column, faults),
        };
        return new(cell.Column, line, text, value);
    }

    /// <summary>Without spaces and without the invisible marks of direction that are copied along with names and codes.</summary>
    internal static string Trimmed(string text) => text.Trim().Trim(Invisible).Trim();

    private string? Plain(string text, WorkbookColumn column, List<CellFault> faults)
    {
        if (text.Length <= column.Longest)
        {
            return text;
        }

        faults.Add(new("W10", T["at most {0} characters", T.Count(column.Longest)], FindingGrade.Error));
        return null;
    }

    private decimal? Number(SheetCell cell, string text, List<CellFault> faults)
    {
        if (cell.Number is { } native && cell.Kind is CellKind.Number or CellKind.Percentage)
        {
            return native;
        }

        if (numbers.Read(text, out var isAmbiguous) is not { } number)
        {
            faults.Add(new("W1", T["a number"], FindingGrade.Error));
            return null;
        }

        if (isAmbiguous)
        {
            faults.Add(new("W2", T["a number; this text was read as {0}", number], FindingGrade.Warning));
        }

        return number;
    }

    private decimal? Share(SheetCell cell, string text, List<CellFault> faults)
    {
        if (cell is { Kind: CellKind.Percentage, Number: { } share })
        {
            return share;
        }

        var hasSign = text.EndsWith('%') || text.EndsWith('٪');
        var number = cell.Kind == CellKind.Number ? cell.Number : numbers.Read(text.TrimEnd('%', '٪', ' ', '\u00A0', '\u202F'), out _);
        // 25 without a sign may be 25 per cent or, as the cell stands, 2,500.
        if (number is not { } read || (!hasSign && Math.Abs(read) > 1))
        {
            faults.Add(new("W3", T["a percentage, such as {0}", "25 %"], FindingGrade.Error));
            return null;
        }

        return hasSign ? read / 100 : read;
    }

    private string Figure(SheetCell cell, string text) => cell switch
    {
        // Written so by the reader of the file.
        { Kind: CellKind.Number, Number: not null } => text,
        { Kind: CellKind.Percentage, Number: { } share } => Canonical(share * 100),
        // A number typed as text; intervals, bounds and words are the room's to read.
        _ => numbers.Read(text, out _) is { } typed ? Canonical(typed) : NumberReader.LatinDigits(text),
    };

    private static string Canonical(decimal number) => WorkbookCell.Of(number).Canonical!;

    private DateOnly? Day(SheetCell cell, string text, List<CellFault> faults)
    {
        if (cell.Date is { } native)
        {
            return native;
        }

        var latin = NumberReader.LatinDigits(text);
        string[] clear = ["yyyy-MM-dd", "yyyy/MM/dd", "d.M.yyyy", "dd.MM.yyyy"];
        if (DateOnly.TryParseExact(latin, clear, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || Languages.Languages.All.Any(l => DateOnly.TryParseExact(latin, ["d MMMM yyyy", l.Culture.DateTimeFormat.LongDatePattern], l.Culture, DateTimeStyles.None, out day)))
        {
            return day;
        }

        // 03/12/2020 is two different days to two readers.
        faults.Add(new("W4", T["a day, such as {0}", "2026-11-21"], FindingGrade.Error));
        return null;
    }

    private string? Span(SheetCell cell, string text, List<CellFault> faults)
    {
        var latin = cell.Date is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : NumberReader.LatinDigits(text);
        if (spans.Contains(latin))
        {
            return latin;
        }

        if (Period.TryParse(latin, out _) || FiscalLabel(latin))
        {
            _ = spans.Count < MostSpansKept && spans.Add(latin);
            return latin;
        }

        faults.Add(new("W11", T["a period, such as {0}", "2026, 2026-Q3, 2026-09, 2025/26"], FindingGrade.Error));
        return null;
    }

    // "2025/26": a fiscal year by its label; which days it has is the country's to say.
    private static bool FiscalLabel(string text) =>
        text.Length == 7 && text[4] is '/' or '-' && text.Remove(4, 1).All(char.IsAsciiDigit);

    private string? Choice(SheetCell cell, string text, WorkbookColumn column, ChoiceBook choices, List<CellFault> faults)
    {
        var parts = column.IsList ? text.Split([';', '؛'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) : [text];
        var codes = parts.Select(p => cell.Kind == CellKind.Boolean ? choices.CodeOf(column, p == "TRUE" ? "yes" : "no") : choices.CodeOf(column, p)).ToList();
        if (codes.TrueForAll(c => c is not null))
        {
            return string.Join("; ", codes);
        }

        var offered = column.Choices.Take(8).Select(c => c.Code == c.Label ? c.Code : $"{c.Code} ({c.Label})");
        faults.Add(new("W6", T["one of: {0}", string.Join(T[", "], offered) + (column.Choices.Count > 8 ? " …" : "")], FindingGrade.Error));
        return null;
    }

    private static string Reference(string text, WorkbookColumn column) => column.IsList
        ? string.Join("; ", text.Split([';', '؛'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(ChoiceBook.CodePart))
        : ChoiceBook.CodePart(text);
}

/// <summary>What was wrong or odd in one cell.</summary>
internal sealed record CellFault(string Rule, string Expected, FindingGrade Grade);
