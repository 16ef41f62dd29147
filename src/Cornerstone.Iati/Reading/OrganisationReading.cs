using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Reading;

/// <summary>An organisation and its budgets; 1.0x names the organisation by its identifier as it names an activity.</summary>
internal static class OrganisationReading
{
    public static Organisation Read(Picker pick, Element organisation) => new()
    {
        Identifier = pick.Text(organisation.First(IatiName.OrganisationIdentifier)) ?? pick.Text(organisation.First(IatiName.IatiIdentifier)),
        Language = pick.Attribute(organisation, IatiName.XmlLang),
        DefaultCurrency = pick.CurrencyOf(organisation, IatiName.DefaultCurrency),
        LastUpdated = pick.Moment(organisation, IatiName.LastUpdatedDatetime),
        Name = pick.NarrativesOf(organisation, IatiName.Name),
        ReportingOrganisation = ActivityReading.Reporter(pick, organisation.First(IatiName.ReportingOrg)),
        Budgets = Budgets(pick, organisation),
        Documents = pick.All(organisation, IatiName.DocumentLink, ActivityReading.Document),
    };

    private static Items<OrganisationBudget> Budgets(Picker pick, Element organisation)
    {
        var budgets = new List<OrganisationBudget>();
        foreach (var child in organisation.Children)
        {
            if (KindOf(child.Name) is { } kind) budgets.Add(Budget(pick, child, kind));
        }

        return [.. budgets];
    }

    private static OrganisationBudgetKind? KindOf(IatiName name) => name switch
    {
        IatiName.TotalBudget => OrganisationBudgetKind.Total,
        IatiName.RecipientOrgBudget => OrganisationBudgetKind.Recipient,
        IatiName.RecipientRegionBudget => OrganisationBudgetKind.Region,
        IatiName.RecipientCountryBudget => OrganisationBudgetKind.Country,
        IatiName.TotalExpenditure => OrganisationBudgetKind.Spent,
        _ => null,
    };

    private static OrganisationBudget Budget(Picker pick, Element budget, OrganisationBudgetKind kind)
    {
        var (recipient, region, country) = (budget.First(IatiName.RecipientOrg), budget.First(IatiName.RecipientRegion), budget.First(IatiName.RecipientCountry));
        return new(kind, pick.Attribute(budget, IatiName.Status), pick.DayOf(budget, IatiName.PeriodStart), pick.DayOf(budget, IatiName.PeriodEnd), pick.Value(budget))
        {
            Recipient = recipient.Exists ? new(pick.Attribute(recipient, IatiName.Ref), pick.Narratives(recipient)) : null,
            Region = region.Exists ? ActivityReading.Region(pick, region) : null,
            Country = country.Exists ? ActivityReading.Country(pick, country) : null,
            Lines = pick.All(budget, kind == OrganisationBudgetKind.Spent ? IatiName.ExpenseLine : IatiName.BudgetLine, static (p, e) =>
                new OrganisationBudgetLine(p.Attribute(e, IatiName.Ref), p.Value(e), p.Narratives(e))),
        };
    }
}
