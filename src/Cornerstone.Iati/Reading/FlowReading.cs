using Cornerstone.Iati.Rules;
using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Reading;

/// <summary>Transactions, budgets and planned disbursements.</summary>
internal static class FlowReading
{
    public static Transaction Transaction(Picker pick, Element transaction)
    {
        var country = transaction.First(IatiName.RecipientCountry);
        var region = transaction.First(IatiName.RecipientRegion);
        return new()
        {
            Type = Type(pick, transaction),
            Ref = pick.Attribute(transaction, IatiName.Ref),
            IsHumanitarian = pick.Flag(transaction, IatiName.Humanitarian),
            Date = pick.DayOf(transaction, IatiName.TransactionDate),
            Value = pick.Value(transaction),
            Description = pick.NarrativesOf(transaction, IatiName.Description),
            Provider = Party(pick, transaction.First(IatiName.ProviderOrg), IatiName.ProviderActivityId),
            Receiver = Party(pick, transaction.First(IatiName.ReceiverOrg), IatiName.ReceiverActivityId),
            DisbursementChannel = pick.CodeOf(transaction, IatiName.DisbursementChannel),
            Sectors = pick.All(transaction, IatiName.Sector, ActivityReading.Sector),
            Country = country.Exists ? ActivityReading.Country(pick, country) : null,
            Region = region.Exists ? ActivityReading.Region(pick, region) : null,
            FlowType = pick.CodeOf(transaction, IatiName.FlowType, CodeLists.FlowType),
            FinanceType = pick.CodeOf(transaction, IatiName.FinanceType, CodeLists.FinanceType),
            AidTypes = pick.All(transaction, IatiName.AidType, ActivityReading.AidType),
            TiedStatus = pick.CodeOf(transaction, IatiName.TiedStatus, CodeLists.TiedStatus),
        };
    }

    public static Budget Budget(Picker pick, Element budget) => new(
        OlderCodes.BudgetType(pick.Attribute(budget, IatiName.Type)),
        pick.Attribute(budget, IatiName.Status),
        pick.DayOf(budget, IatiName.PeriodStart),
        pick.DayOf(budget, IatiName.PeriodEnd),
        pick.Value(budget));

    public static PlannedDisbursement Planned(Picker pick, Element planned) => new(
        pick.Attribute(planned, IatiName.Type),
        pick.DayOf(planned, IatiName.PeriodStart),
        pick.DayOf(planned, IatiName.PeriodEnd),
        pick.Value(planned),
        Party(pick, planned.First(IatiName.ProviderOrg), IatiName.ProviderActivityId),
        Party(pick, planned.First(IatiName.ReceiverOrg), IatiName.ReceiverActivityId));

    private static string? Type(Picker pick, Element transaction)
    {
        var element = transaction.First(IatiName.TransactionType);
        var code = OlderCodes.TransactionType(pick.Code(element));
        if (code is null) pick.Missing(ReadingRules.NoTransactionType, transaction);
        return pick.Listed(CodeLists.TransactionType, element, IatiName.Code, code);
    }

    private static FlowParty? Party(Picker pick, Element party, IatiName activity) => party.Exists
        ? new(pick.Attribute(party, IatiName.Ref), pick.Attribute(party, IatiName.Type), pick.Attribute(party, activity), pick.Narratives(party))
        : null;
}
