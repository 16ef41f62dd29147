using System.Globalization;
using System.Text.RegularExpressions;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Sheets;

namespace Cornerstone.Features.SupportSheets;

/// <summary>What cells of such a table mean. What is not understood is null, never zero.</summary>
internal static partial class TableCells
{
    public static decimal? Amount(SheetCell cell, string decimalSign)
    {
        if (cell.Number is { } native)
        {
            return native;
        }

        var written = new string([.. cell.Text.Where(c => !char.IsWhiteSpace(c))]);
        var shape = decimalSign == "," ? GroupedByPoints().IsMatch(written) : GroupedByCommas().IsMatch(written);
        if (!shape)
        {
            return null;
        }

        var plain = decimalSign == "," ? written.Replace(".", "", StringComparison.Ordinal).Replace(',', '.') : written.Replace(",", "", StringComparison.Ordinal);
        return decimal.TryParse(plain, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    public static DateOnly? Day(SheetCell cell) => cell.Date
        ?? (DateOnly.TryParseExact(cell.Text.Trim(), ["yyyy-MM-dd", "yyyy/MM/dd", "dd.MM.yyyy", "yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null);

    public static int? Year(SheetCell cell) =>
        int.TryParse(cell.Text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 1950 and <= 2100 ? year : null;

    /// <summary>By the letters of IATI 1.0x, the numbers of 2.0x, or a word.</summary>
    public static TransactionType? Stage(string text) => text.Trim().ToUpperInvariant() switch
    {
        "C" or "2" or "COMMITMENT" or "COMMITMENTS" => TransactionType.OutgoingCommitment,
        "D" or "3" or "DISBURSEMENT" or "DISBURSEMENTS" => TransactionType.Disbursement,
        "E" or "4" or "EXPENDITURE" or "EXPENDITURES" => TransactionType.Expenditure,
        "P" or "12" or "PLEDGE" or "PLEDGES" => TransactionType.OutgoingPledge,
        _ => null,
    };

    /// <summary>The number of IATI's code list ActivityStatus; null for a word nobody explained.</summary>
    public static string? Status(string text) => text.Trim().ToUpperInvariant() switch
    {
        "1" or "PLANNED" or "PIPELINE" or "APPROVED" or "PIPELINE/IDENTIFICATION" => "1",
        "2" or "ONGOING" or "IMPLEMENTATION" or "ACTIVE" or "COMMITTED" or "EXTENDED" => "2",
        "3" or "COMPLETION" or "COMPLETED" or "FINALISATION" => "3",
        "4" or "CLOSED" or "POST-COMPLETION" => "4",
        "5" or "CANCELLED" => "5",
        "6" or "SUSPENDED" => "6",
        _ => null,
    };

    /// <summary>The number of the code list FlowType. The CRS has numbers of its own for aid in grants, loans and equity, and for what is not aid.</summary>
    public static string? FlowType(string text) => text.Trim() switch
    {
        "11" or "13" or "19" => "10",
        "14" => "21",
        var code => CodeLists.FlowType.Find(code) is null ? null : code,
    };

    public static string? FinanceType(string text) => CodeLists.FinanceType.Find(text.Trim())?.Code;

    /// <summary>By the code list AidType. The TOSSD divides some of its codes further: "D011" is of "D01".</summary>
    public static string? AidType(string text)
    {
        var code = text.Trim().ToUpperInvariant();
        return (CodeLists.AidType.Find(code) ?? (code.Length > 3 ? CodeLists.AidType.Find(code[..3]) : null))?.Code;
    }

    public static bool IsDebt(string? financeType) => financeType?.Trim() is ['4', _, _];

    /// <summary>"2", "21", "II", "Pillar II.A".</summary>
    public static bool IsSecondPillar(string? text) =>
        text?.Trim().ToUpperInvariant().Replace("PILLAR", "", StringComparison.Ordinal).Trim() is { } pillar && (pillar.StartsWith('2') || pillar.StartsWith("II", StringComparison.Ordinal));

    /// <summary>Several in one cell, as such tables write them.</summary>
    public static IReadOnlyList<string> Several(string text) => [.. text.Split(['|', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Distinct(StringComparer.Ordinal)];

    [GeneratedRegex(@"^[-+]?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?([eE][-+]?\d+)?$")]
    private static partial Regex GroupedByCommas();

    [GeneratedRegex(@"^[-+]?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?([eE][-+]?\d+)?$")]
    private static partial Regex GroupedByPoints();
}
