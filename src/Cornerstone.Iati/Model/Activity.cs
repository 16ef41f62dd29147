using Cornerstone.Values;

namespace Cornerstone.Iati;

/// <summary>
/// An activity as its publisher tells it, in the terms of IATI 2.03 whatever the version of its file. What is not said is null or empty:
/// nothing is filled in from defaults, so that what was reported and what is inherited stay apart.
/// </summary>
public sealed record Activity
{
    public string? Identifier { get; init; }
    public string? Language { get; init; }
    public string? DefaultCurrency { get; init; }
    public DateTimeOffset? LastUpdated { get; init; }
    public int? Hierarchy { get; init; }
    public bool? IsHumanitarian { get; init; }
    public string? BudgetNotProvided { get; init; }
    public string? LinkedDataUri { get; init; }
    public ReportingOrganisation? ReportingOrganisation { get; init; }
    public Items<Narrative> Title { get; init; }
    public Items<Description> Descriptions { get; init; }
    public Items<ParticipatingOrganisation> ParticipatingOrganisations { get; init; }
    public Items<OtherIdentifier> OtherIdentifiers { get; init; }
    public string? Status { get; init; }
    public Items<ActivityDate> Dates { get; init; }
    public Items<Contact> Contacts { get; init; }
    public string? Scope { get; init; }
    public Items<CountryShare> Countries { get; init; }
    public Items<RegionShare> Regions { get; init; }
    public Items<Location> Locations { get; init; }
    public Items<SectorShare> Sectors { get; init; }
    public Items<Tag> Tags { get; init; }
    public CountryBudgetItems? CountryBudgetItems { get; init; }
    public Items<HumanitarianScope> HumanitarianScopes { get; init; }
    public Items<PolicyMarker> PolicyMarkers { get; init; }
    public string? CollaborationType { get; init; }
    public string? DefaultFlowType { get; init; }
    public string? DefaultFinanceType { get; init; }
    public Items<AidType> DefaultAidTypes { get; init; }
    public string? DefaultTiedStatus { get; init; }
    public Items<Budget> Budgets { get; init; }
    public Items<PlannedDisbursement> PlannedDisbursements { get; init; }
    public decimal? CapitalSpend { get; init; }
    public Items<Transaction> Transactions { get; init; }
    public Items<DocumentLink> Documents { get; init; }
    public Items<RelatedActivity> RelatedActivities { get; init; }
    public Items<LegacyEntry> LegacyEntries { get; init; }
    public Conditions? Conditions { get; init; }
    public Items<Result> Results { get; init; }
    public CrsAdditions? CrsAdditions { get; init; }
    public ForwardSpending? ForwardSpending { get; init; }

    /// <summary>An amount of this activity as money: in its own currency, else the activity's default. Null when either number or currency is not known.</summary>
    public Money? MoneyOf(Amount amount)
    {
        ArgumentNullException.ThrowIfNull(amount);

        return amount.Number is { } number && Currency.TryParse(amount.Currency ?? DefaultCurrency, out var currency) && CodeLists.IsCurrency(currency.Code) ? new(number, currency) : null;
    }

    /// <summary>The title in one language, else its first.</summary>
    public string? TitleIn(string language) => (Title.FirstOrDefault(n => string.Equals(n.Language ?? Language, language, StringComparison.OrdinalIgnoreCase)) ?? (Title.Count > 0 ? Title[0] : null))?.Text;
}
