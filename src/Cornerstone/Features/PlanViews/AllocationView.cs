using Cornerstone.Charts;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.PlanViews;

/// <summary>Cost and funding by component or region, as pages show them.</summary>
/// <param name="Heading">Of the first column: "Component", "Region".</param>
/// <param name="NoneMeans">What it means to name none: "No component named", "The whole country".</param>
public sealed record AllocationView(PlanAllocation Allocation, OpenPlan Plan, string Heading, string NoneMeans, Func<string, string> NameOf, Func<string, string> AddressOf, Text T)
{
    public IEnumerable<Currency> Currencies => Allocation.Total.Select(f => f.Currency);

    /// <summary>Rows as a table shows them: under each the parts it is made of.</summary>
    public IEnumerable<AllocationLine> Lines => Allocation.Rows.SelectMany(row => row.Parts.Select(part => part.Code == row.Code
        ? new AllocationLine(part, T["of which outside the country's own components"], null, IsPart: true)
        : new AllocationLine(part, T["of which {0}", Of(part)], AddressOfRow(part), IsPart: true)).Prepend(new(row, Of(row), AddressOfRow(row), IsPart: false)));

    private string Of(AllocationRow row) => row.Kind switch
    {
        AllocationKind.One => NameOf(row.Code!),
        AllocationKind.Several => T["Shared by several"],
        AllocationKind.None => NoneMeans,
        _ => T["Does not add up (rule V3)"],
    };

    private string? AddressOfRow(AllocationRow row) => row.Kind == AllocationKind.One ? AddressOf(row.Code!) : null;

    public MoneyFigures TotalIn(Currency currency) => Allocation.Total.Single(f => f.Currency == currency);

    public Percentage? GovernanceIn(Currency currency) => PlanShares.Of(Plan.Tree).Single(s => s.Figures.Currency == currency).Governance;

    /// <summary>A chart for each currency: amounts of different currencies never stand on one axis.</summary>
    public MoneyBars Chart(Currency currency) => new(
        new ChartText(T["Cost and funding in {0}", currency.Code], T["For each row what it costs, as an outline, and how much of that is funded, as a bar."], Heading, currency.Code),
        new MoneyWords(T["Cost"], T["Funded"], T["Spent"], T["Gap"]),
        [.. Allocation.Rows.Where(r => r.Kind != AllocationKind.DoesNotAddUp && r.In(currency) is not null).Select(r => RowOf(r, r.In(currency)!.Figures))]);

    private MoneyRow RowOf(AllocationRow row, MoneyFigures figures) =>
        new(Of(row), ChartValue.Of(figures.Cost), ChartValue.Known(figures.Funding), ChartValue.Unknown, AddressOfRow(row));
}

/// <summary>A row of the table, with where its name leads.</summary>
/// <param name="IsPart">Counted in the row above already.</param>
public sealed record AllocationLine(AllocationRow Row, string Name, string? Address, bool IsPart);
