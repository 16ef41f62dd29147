using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Rules;

/// <summary>An organisation's budgets, held against the rules for organisation files.</summary>
internal static class OrganisationChecks
{
    public static void Run(Element organisation, Check check)
    {
        var identifier = organisation.First(IatiName.OrganisationIdentifier);
        if (identifier.Exists)
        {
            var own = Texts.Trim(identifier.Inner);
            if (own.Length != identifier.Inner.Length) check.Found(OrganisationRules.Spaces, identifier);
            if (Check.HasForbiddenSign(own)) check.Found(OrganisationRules.Signs, identifier);
        }

        var reporter = organisation.First(IatiName.ReportingOrg);
        check.Signs(OrganisationRules.ReporterSigns, reporter, IatiName.Ref);
        check.Spaces(OrganisationRules.ReporterSpaces, reporter, IatiName.Ref);
        if (Numbers.TryMoment(organisation.Attribute(IatiName.LastUpdatedDatetime), out var updated) && check.IsFuture(updated))
        {
            check.Found(OrganisationRules.UpdatedInFuture, organisation, IatiName.LastUpdatedDatetime);
        }

        foreach (var child in organisation.Children) Budget(child, check);
        TextChecks.Run(organisation, check, OrganisationRules.LanguageMissing, OrganisationRules.CurrencyMissing);
    }

    private static void Budget(Element budget, Check check)
    {
        if (budget.Name is not (IatiName.TotalBudget or IatiName.RecipientOrgBudget or IatiName.RecipientCountryBudget or IatiName.RecipientRegionBudget or IatiName.TotalExpenditure)) return;
        check.Period(StandardRules.PeriodOrder, budget, StandardRules.PeriodTooLong);
        if (budget.Name == IatiName.RecipientOrgBudget) check.Spaces(OrganisationRules.RecipientSpaces, budget.First(IatiName.RecipientOrg), IatiName.Ref);
        if (budget.Name != IatiName.RecipientCountryBudget) return;
        var (start, end) = (Check.Day(budget.First(IatiName.PeriodStart)), Check.Day(budget.First(IatiName.PeriodEnd)));
        foreach (var line in budget.All(IatiName.BudgetLine))
        {
            var value = line.First(IatiName.Value);
            if (Check.Day(value, IatiName.ValueDate) is { } day && (day < start || day > end)) check.Found(OrganisationRules.LineOutsidePeriod, value, IatiName.ValueDate);
        }
    }
}
