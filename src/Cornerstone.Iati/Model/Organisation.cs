namespace Cornerstone.Iati;

/// <summary>An organisation's own file: what it means to spend in the years to come, and on whom.</summary>
public sealed record Organisation
{
    public string? Identifier { get; init; }
    public string? Language { get; init; }
    public string? DefaultCurrency { get; init; }
    public DateTimeOffset? LastUpdated { get; init; }
    public Items<Narrative> Name { get; init; }
    public ReportingOrganisation? ReportingOrganisation { get; init; }

    /// <summary>Budgets, in the order of the file; what was spent in the past is among them as its own kind.</summary>
    public Items<OrganisationBudget> Budgets { get; init; }
    public Items<DocumentLink> Documents { get; init; }
}

/// <summary>What a line of an organisation's finances is about.</summary>
public enum OrganisationBudgetKind
{
    Total,
    Recipient,
    Region,
    Country,
    Spent,
}

public sealed record OrganisationBudget(OrganisationBudgetKind Kind, string? Status, DateOnly? Start, DateOnly? End, Amount? Value)
{
    /// <summary>The organisation that is to receive it.</summary>
    public OwnerOrganisation? Recipient { get; init; }
    public RegionShare? Region { get; init; }
    public CountryShare? Country { get; init; }
    public Items<OrganisationBudgetLine> Lines { get; init; }
}

public sealed record OrganisationBudgetLine(string? Ref, Amount? Value, Items<Narrative> Text);
