using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>One activity against all rules.</summary>
internal static class ActivityChecks
{
    public static void Run(Element activity, Check check, ShareGroups groups)
    {
        IdentifierChecks.Run(activity, check);
        DateChecks.Run(activity, check);
        ShareChecks.Run(activity, check, groups);
        var tally = new TransactionTally();
        foreach (var transaction in activity.All(IatiName.Transaction))
        {
            tally.Add(transaction);
            DateChecks.Transaction(transaction, check);
            IdentifierChecks.Parties(transaction, check);
            ShareChecks.AidTypes(transaction, IatiName.AidType, StandardRules.TransactionAidTypeTwice, check, groups);
        }

        foreach (var planned in activity.All(IatiName.PlannedDisbursement)) IdentifierChecks.Parties(planned, check);
        ShareChecks.Transactions(activity, tally, check);
        ResultChecks.Run(activity, check);
        TextChecks.Run(activity, check, StandardRules.LanguageMissing, StandardRules.CurrencyMissing);
    }
}
