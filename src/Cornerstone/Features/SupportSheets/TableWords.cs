using Cornerstone.Languages;

namespace Cornerstone.Features.SupportSheets;

/// <summary>What columns may say, in words.</summary>
public static class TableWords
{
    public static string Of(this Text T, TableField field) => field switch
    {
        TableField.Identifier => T["Identifier of the activity"],
        TableField.Title => T["Title"],
        TableField.Description => T["Description"],
        TableField.Donor => T["Gives the money"],
        TableField.DonorCode => T["Code of who gives the money"],
        TableField.Recipient => T["Country it is for"],
        TableField.Pillar => T["Pillar of the TOSSD"],
        TableField.PlannedStart => T["Planned start"],
        TableField.Goals => T["Goals and targets of sustainable development"],
        TableField.FinanceType => T["Finance type"],
        TableField.AidType => T["Aid type"],
        TableField.Returned => T["Amount that came back"],
        TableField.Mobilised => T["Private money brought along, not counted"],
        TableField.Implementer => T["Carries it out"],
        TableField.Status => T["Status"],
        TableField.Starts => T["Actual start"],
        TableField.Ends => T["Planned end"],
        TableField.Purpose => T["Purpose code of the DAC"],
        TableField.FlowType => T["Reporter’s flow type"],
        TableField.Line => T["Name of the row of money"],
        TableField.Day => T["Day of the amount"],
        TableField.Year => T["Year of the amount"],
        TableField.Stage => T["Stage of the amount"],
        TableField.Currency => T["Currency of the amount"],
        TableField.Amount => T["Amount, of the stage another column says"],
        TableField.Committed => T["Amount committed"],
        TableField.PaidOut => T["Amount paid out"],
        TableField.Spent => T["Amount spent"],
        _ => T["Nothing: leave it out"],
    };
}
