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

    public string Of(AllocationRow row) => row.Kind switch
    {
        AllocationKind.One => NameOf(row.Code!),
        AllocationKind.Several => T["Shared by several"],
        AllocationKind.None => NoneMeans,
        _ => T["Does not add up (rule V3)"],
    };

    public string? AddressOfRow(AllocationRow row) => row.Kind == AllocationKind.One ? AddressOf(row.Code!) : null;

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
