using System.Collections.Frozen;
using Cornerstone.Languages;

namespace Cornerstone.Features.Support;

/// <summary>How the history of support says the names the journal keeps; the same words name fields elsewhere.</summary>
public static class SupportHistory
{
    internal static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["support.import"] = Text.Later("Brought in from a file"),
        ["support.send"] = Text.Later("File of support sent"),
        ["support.discard"] = Text.Later("File of support put aside"),
        ["support.add"] = Text.Later("Activity entered"),
        ["support.edit"] = Text.Later("Activity edited"),
        ["support.correct"] = Text.Later("Source corrected"),
        ["support.decide"] = Text.Later("Correction decided anew"),
        ["support.align"] = Text.Later("What it serves: proposed"),
        ["support.judge"] = Text.Later("What it serves: judged"),
        ["support.stage"] = Text.Later("Procedure moved on"),
        [nameof(Activity.ReporterId)] = Text.Later("Reported by"),
        [nameof(Activity.Description)] = Text.Later("Description"),
        [nameof(Activity.Status)] = Text.Later("Status"),
        [nameof(Activity.PlannedStart)] = Text.Later("Planned start"),
        [nameof(Activity.ActualStart)] = Text.Later("Actual start"),
        [nameof(Activity.PlannedEnd)] = Text.Later("Planned end"),
        [nameof(Activity.ActualEnd)] = Text.Later("Actual end"),
        [nameof(Activity.DefaultCurrency)] = Text.Later("Usual currency"),
        [nameof(Activity.Scope)] = Text.Later("Scope"),
        [nameof(Activity.CollaborationType)] = Text.Later("Kind of collaboration"),
        [nameof(Activity.FlowType)] = Text.Later("Reporter’s flow type"),
        [nameof(Activity.FinanceType)] = Text.Later("Kind of finance"),
        [nameof(Activity.AidTypes)] = Text.Later("Kind of aid"),
        [nameof(Activity.TiedStatus)] = Text.Later("Tied or untied"),
        [nameof(Activity.IsHumanitarian)] = Text.Later("Humanitarian"),
        [nameof(Activity.Hierarchy)] = Text.Later("Level among its publisher’s activities"),
        [nameof(Activity.Parties)] = Text.Later("Organizations taking part"),
        [nameof(Activity.Countries)] = Text.Later("Countries"),
        [nameof(Activity.Regions)] = Text.Later("Regions of the world"),
        [nameof(Activity.Sectors)] = Text.Later("Sectors"),
        [nameof(Activity.Markers)] = Text.Later("Policy markers"),
        [nameof(Activity.Places)] = Text.Later("Places"),
        [nameof(Activity.Relations)] = Text.Later("Related activities"),
        [nameof(Activity.OtherIdentifiers)] = Text.Later("Also known as"),
        [nameof(Activity.SupportsForces)] = Text.Later("Support to security forces"),
        [nameof(Activity.Stage)] = Text.Later("The country’s procedure"),
        [nameof(Transaction.Amount)] = Text.Later("Amount"),
        [nameof(Transaction.Currency)] = Text.Later("Currency"),
        [nameof(Transaction.ValueDate)] = Text.Later("Value date"),
        [nameof(Transaction.ProviderId)] = Text.Later("From"),
        [nameof(Transaction.ProviderActivity)] = Text.Later("From activity"),
        [nameof(Transaction.ReceiverId)] = Text.Later("To"),
        [nameof(Transaction.ReceiverActivity)] = Text.Later("To activity"),
        [nameof(Transaction.Channel)] = Text.Later("By which way it was paid"),
        [nameof(Transaction.RecipientCountry)] = Text.Later("Country that receives"),
        [nameof(Transaction.RecipientRegion)] = Text.Later("Region that receives"),
        [nameof(Transaction.Form)] = Text.Later("Form"),
        [nameof(Transaction.Quantity)] = Text.Later("Quantity"),
        [nameof(Transaction.Unit)] = Text.Later("Unit"),
        [nameof(Transaction.RecipientUnitId)] = Text.Later("Received by"),
        [nameof(Transaction.EndUse)] = Text.Later("To be used for"),
        [nameof(SupportCorrection.Said)] = Text.Later("What the source said"),
        [nameof(SupportCorrection.Given)] = Text.Later("What stands here instead"),
        [nameof(SupportCorrection.Newer)] = Text.Later("What the source says since"),
        [nameof(SupportCorrection.Reason)] = Text.Later("Reason"),
        [nameof(FileImport.FileName)] = Text.Later("File"),
    }.ToFrozenDictionary();

    /// <summary>A field as a person says it; one nobody named shows as it is called in files.</summary>
    public static string FieldOf(this Text T, string field) => Rooms.HistoryWord(field) is { } word ? T[word] : field;
}
