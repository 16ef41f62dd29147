namespace Cornerstone.Iati.Writing;

/// <summary>An organisation; the schema wants its budgets kind by kind.</summary>
internal static class OrganisationWriting
{
    private static readonly OrganisationBudgetKind[] InOrder =
        [OrganisationBudgetKind.Total, OrganisationBudgetKind.Recipient, OrganisationBudgetKind.Region, OrganisationBudgetKind.Country, OrganisationBudgetKind.Spent];

    public static void Write(Pen pen, Organisation organisation)
    {
        pen.Begin("iati-organisation");
        pen.Attribute("last-updated-datetime", organisation.LastUpdated);
        pen.Language(organisation.Language);
        pen.Attribute("default-currency", organisation.DefaultCurrency);
        pen.Simple("organisation-identifier", organisation.Identifier ?? "");
        pen.Texts("name", organisation.Name);
        ActivityWriting.Reporter(pen, organisation.ReportingOrganisation);
        foreach (var kind in InOrder)
        {
            foreach (var budget in organisation.Budgets)
            {
                if (budget.Kind == kind) Budget(pen, budget);
            }
        }

        foreach (var document in organisation.Documents) ActivityWriting.Document(pen, document);
        pen.End();
    }

    private static void Budget(Pen pen, OrganisationBudget budget)
    {
        pen.Begin(NameOf(budget.Kind));
        pen.Attribute("status", budget.Status);
        if (budget.Recipient is { } recipient)
        {
            pen.Begin("recipient-org");
            pen.Attribute("ref", recipient.Ref);
            pen.Narratives(recipient.Name);
            pen.End();
        }

        if (budget.Region is { } region) ActivityWriting.Region(pen, region);
        if (budget.Country is { } country) ActivityWriting.Country(pen, country);
        pen.Day("period-start", budget.Start);
        pen.Day("period-end", budget.End);
        pen.Value(budget.Value);
        foreach (var line in budget.Lines) Line(pen, budget.Kind == OrganisationBudgetKind.Spent ? "expense-line" : "budget-line", line);
        pen.End();
    }

    private static void Line(Pen pen, string name, OrganisationBudgetLine line)
    {
        pen.Begin(name);
        pen.Attribute("ref", line.Ref);
        pen.Value(line.Value);
        pen.Narratives(line.Text);
        pen.End();
    }

    private static string NameOf(OrganisationBudgetKind kind) => kind switch
    {
        OrganisationBudgetKind.Total => "total-budget",
        OrganisationBudgetKind.Recipient => "recipient-org-budget",
        OrganisationBudgetKind.Region => "recipient-region-budget",
        OrganisationBudgetKind.Country => "recipient-country-budget",
        _ => "total-expenditure",
    };
}
