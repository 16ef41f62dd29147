using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Features.SupportSheets;

/// <summary>What the headings of a table probably say. A guess is shown, never used by itself.</summary>
internal static partial class TableGuess
{
    // Headings of national aid management systems, and of the OECD's table of projects (CRS), whose amounts are in millions.
    private static readonly FrozenDictionary<string, TableField> Known = new Dictionary<string, TableField>
    {
        ["projectid"] = TableField.Identifier,
        ["activityid"] = TableField.Identifier,
        ["ampid"] = TableField.Identifier,
        ["crsid"] = TableField.Identifier,
        ["projecttitle"] = TableField.Title,
        ["title"] = TableField.Title,
        ["description"] = TableField.Description,
        ["projectdescription"] = TableField.Description,
        ["longdescription"] = TableField.Description,
        ["donors"] = TableField.Donor,
        ["donor"] = TableField.Donor,
        ["donorname"] = TableField.Donor,
        ["fundingsource"] = TableField.Donor,
        ["implementer"] = TableField.Implementer,
        ["implementingagency"] = TableField.Implementer,
        ["channelname"] = TableField.Implementer,
        ["status"] = TableField.Status,
        ["startactualisodate"] = TableField.Starts,
        ["expectedstartdate"] = TableField.Starts,
        ["startdate"] = TableField.Starts,
        ["endactualisodate"] = TableField.Ends,
        ["completiondate"] = TableField.Ends,
        ["enddate"] = TableField.Ends,
        ["adpurposecodes"] = TableField.Purpose,
        ["adsectorcodes"] = TableField.Purpose,
        ["purposecode"] = TableField.Purpose,
        ["sectorcode"] = TableField.Purpose,
        ["flowcode"] = TableField.FlowType,
        ["transactionid"] = TableField.Line,
        ["transactionisodate"] = TableField.Day,
        ["transactiondate"] = TableField.Day,
        ["transactionyear"] = TableField.Year,
        ["year"] = TableField.Year,
        ["transactionvaluecode"] = TableField.Stage,
        ["transactiontype"] = TableField.Stage,
        ["transactionvalue"] = TableField.Amount,
        ["transactioncurrency"] = TableField.Currency,
        ["currency"] = TableField.Currency,
        ["totalcommitments"] = TableField.Committed,
        ["commitments"] = TableField.Committed,
        ["usdcommitment"] = TableField.Committed,
        ["totaldisbursements"] = TableField.PaidOut,
        ["disbursements"] = TableField.PaidOut,
        ["usddisbursement"] = TableField.PaidOut,
    }.ToFrozenDictionary();

    public static List<TableColumn> Of(IReadOnlyList<string> headings, IReadOnlyList<TableColumn> kept)
    {
        var before = kept.DistinctBy(c => c.Heading).ToDictionary(c => c.Heading);
        var taken = new HashSet<TableField>();
        return [.. headings.Select(h => before.GetValueOrDefault(h) ?? (kept.Count > 0 ? new(h, TableField.Ignored) : Guess(h, taken)))];
    }

    private static TableColumn Guess(string heading, HashSet<TableField> taken)
    {
        var year = Year().Match(heading) is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : (int?)null;
        var plain = new string([.. (year is null ? heading : Year().Replace(heading, "")).ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);
        var field = Known.GetValueOrDefault(plain, Worded(plain));
        var isAmount = field is TableField.Committed or TableField.PaidOut or TableField.Spent;
        // What may stand once only is taken by the first column that looks like it.
        return isAmount ? new(heading, field, year) : year is null && field != TableField.Ignored && taken.Add(field) ? new(heading, field) : new(heading, TableField.Ignored);
    }

    private static TableField Worded(string plain) => plain.StartsWith("committed", StringComparison.Ordinal) || plain.StartsWith("commitment", StringComparison.Ordinal) ? TableField.Committed
        : plain.StartsWith("disburse", StringComparison.Ordinal) ? TableField.PaidOut
        : plain.StartsWith("expenditure", StringComparison.Ordinal) ? TableField.Spent
        : TableField.Ignored;

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)")]
    private static partial Regex Year();
}
