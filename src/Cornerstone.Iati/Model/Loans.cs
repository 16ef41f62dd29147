namespace Cornerstone.Iati;

/// <summary>What an activity adds for the statistics of the OECD: loan terms and their state.</summary>
public sealed record CrsAdditions(Items<CrsFlag> Flags, LoanTerms? Terms, LoanStatus? Status, string? ChannelCode);

public sealed record CrsFlag(string? Code, bool? IsSignificant);

public sealed record LoanTerms(decimal? Rate1, decimal? Rate2, string? RepaymentType, string? RepaymentPlan)
{
    public DateOnly? Commitment { get; init; }
    public DateOnly? FirstRepayment { get; init; }
    public DateOnly? FinalRepayment { get; init; }
}

public sealed record LoanStatus(string? Year, string? Currency, DateOnly? ValueDate)
{
    public decimal? InterestReceived { get; init; }
    public decimal? PrincipalOutstanding { get; init; }
    public decimal? PrincipalArrears { get; init; }
    public decimal? InterestArrears { get; init; }
}

/// <summary>What a donor expects to spend in years to come.</summary>
public sealed record ForwardSpending(DateOnly? Extracted, bool? IsPriority, string? PhaseOutYear, Items<SpendingForecast> Forecasts);

public sealed record SpendingForecast(string? Year, Amount Value);
