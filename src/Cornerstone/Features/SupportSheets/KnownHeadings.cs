using System.Collections.Frozen;

namespace Cornerstone.Features.SupportSheets;

/// <summary>What headings mean in tables whose columns are known; written without spaces, signs and capitals.</summary>
internal static class KnownHeadings
{
    /// <summary>By this heading a table of the TOSSD is known.</summary>
    public const string OfTossd = "tossdid";

    /// <summary>By this heading a table of the CRS is known.</summary>
    public const string OfCrs = "crsid";

    /// <summary>
    /// The yearly files of activities of the TOSSD (53 columns, amounts in thousands of dollars; tossd.online). Columns in prices of
    /// another year are left out: they tell of the same money again.
    /// </summary>
    public static FrozenDictionary<string, TableField> Tossd { get; } = new Dictionary<string, TableField>
    {
        [OfTossd] = TableField.Identifier,
        ["year"] = TableField.Year,
        ["provider"] = TableField.DonorCode,
        ["providernamee"] = TableField.Donor,
        ["recipientnamee"] = TableField.Recipient,
        ["channelnamee"] = TableField.Implementer,
        ["financeinstrument"] = TableField.FinanceType,
        ["modality"] = TableField.AidType,
        ["projecttitle"] = TableField.Title,
        ["projectdescription"] = TableField.Description,
        ["sdgcode"] = TableField.Goals,
        ["purposecode"] = TableField.Purpose,
        ["tossdpillar"] = TableField.Pillar,
        ["usdcommitment"] = TableField.Committed,
        ["usddisbursements"] = TableField.PaidOut,
        ["usddisbursement"] = TableField.PaidOut,
        ["usdreflows"] = TableField.Returned,
        ["usdamountmobilised"] = TableField.Mobilised,
    }.ToFrozenDictionary();

    /// <summary>
    /// The OECD's table of projects (CRS), amounts in millions of dollars; older files write "Crsid", newer ones "crs_id". Its amounts
    /// in national currency and in prices of another year are left out: they tell of the same money again.
    /// </summary>
    public static FrozenDictionary<string, TableField> Crs { get; } = new Dictionary<string, TableField>
    {
        [OfCrs] = TableField.Identifier,
        ["year"] = TableField.Year,
        ["donorcode"] = TableField.DonorCode,
        ["donorname"] = TableField.Donor,
        ["recipientname"] = TableField.Recipient,
        ["flowcode"] = TableField.FlowType,
        ["financet"] = TableField.FinanceType,
        ["aidt"] = TableField.AidType,
        ["usdcommitment"] = TableField.Committed,
        ["usddisbursement"] = TableField.PaidOut,
        ["usdreceived"] = TableField.Returned,
        ["projecttitle"] = TableField.Title,
        ["longdescription"] = TableField.Description,
        ["purposecode"] = TableField.Purpose,
        ["channelname"] = TableField.Implementer,
        ["expectedstartdate"] = TableField.PlannedStart,
        ["completiondate"] = TableField.Ends,
        ["sdgfocus"] = TableField.Goals,
    }.ToFrozenDictionary();

    /// <summary>National aid management systems.</summary>
    public static FrozenDictionary<string, TableField> National { get; } = new Dictionary<string, TableField>
    {
        ["projectid"] = TableField.Identifier,
        ["activityid"] = TableField.Identifier,
        ["ampid"] = TableField.Identifier,
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
        ["expectedstartdate"] = TableField.PlannedStart,
        ["startactualisodate"] = TableField.Starts,
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

    /// <summary>
    /// Where a row stands for one place of an activity, its part of the money. The activity's totals beside it stand on every one of
    /// its rows and would count as many times.
    /// </summary>
    public static FrozenDictionary<string, TableField> PlaceByPlace { get; } = National
        .Where(k => !k.Key.StartsWith("total", StringComparison.Ordinal))
        .Append(new("evensplitcommitments", TableField.Committed))
        .Append(new("evensplitdisbursements", TableField.PaidOut))
        .ToFrozenDictionary();
}
