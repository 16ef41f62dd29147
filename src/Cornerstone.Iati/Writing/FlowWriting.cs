namespace Cornerstone.Iati.Writing;

/// <summary>Budgets, planned disbursements, capital spend and transactions.</summary>
internal static class FlowWriting
{
    public static void Write(Pen pen, Activity activity)
    {
        foreach (var budget in activity.Budgets) Budget(pen, budget);
        foreach (var planned in activity.PlannedDisbursements) Planned(pen, planned);
        if (activity.CapitalSpend is { } spend)
        {
            pen.Begin("capital-spend");
            pen.Attribute("percentage", spend);
            pen.End();
        }

        foreach (var transaction in activity.Transactions) Transaction(pen, transaction);
    }

    private static void Budget(Pen pen, Budget budget)
    {
        pen.Begin("budget");
        pen.Attribute("type", budget.Type);
        pen.Attribute("status", budget.Status);
        pen.Day("period-start", budget.Start);
        pen.Day("period-end", budget.End);
        pen.Value(budget.Value);
        pen.End();
    }

    private static void Planned(Pen pen, PlannedDisbursement planned)
    {
        pen.Begin("planned-disbursement");
        pen.Attribute("type", planned.Type);
        pen.Day("period-start", planned.Start);
        pen.Day("period-end", planned.End);
        pen.Value(planned.Value);
        Party(pen, "provider-org", "provider-activity-id", planned.Provider);
        Party(pen, "receiver-org", "receiver-activity-id", planned.Receiver);
        pen.End();
    }

    private static void Transaction(Pen pen, Transaction transaction)
    {
        pen.Begin("transaction");
        pen.Attribute("ref", transaction.Ref);
        pen.Attribute("humanitarian", transaction.IsHumanitarian);
        pen.Code("transaction-type", transaction.Type);
        pen.Day("transaction-date", transaction.Date);
        pen.Value(transaction.Value);
        pen.Texts("description", transaction.Description);
        Party(pen, "provider-org", "provider-activity-id", transaction.Provider);
        Party(pen, "receiver-org", "receiver-activity-id", transaction.Receiver);
        pen.Code("disbursement-channel", transaction.DisbursementChannel);
        foreach (var sector in transaction.Sectors) ActivityWriting.Sector(pen, sector);
        if (transaction.Country is { } country) ActivityWriting.Country(pen, country);
        if (transaction.Region is { } region) ActivityWriting.Region(pen, region);
        pen.Code("flow-type", transaction.FlowType);
        pen.Code("finance-type", transaction.FinanceType);
        foreach (var type in transaction.AidTypes) ActivityWriting.AidType(pen, "aid-type", type);
        pen.Code("tied-status", transaction.TiedStatus);
        pen.End();
    }

    private static void Party(Pen pen, string name, string activity, FlowParty? party)
    {
        if (party is null) return;
        pen.Begin(name);
        pen.Attribute("ref", party.Ref);
        pen.Attribute(activity, party.ActivityId);
        pen.Attribute("type", party.Type);
        pen.Narratives(party.Name);
        pen.End();
    }
}
