using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.PlanNodes;

/// <summary>One fiscal year of costs as the form asks for it: four types of spending in one currency. An empty cell is unknown.</summary>
public sealed class CostLine
{
    private const string Most = "999999999999999";

    [Range(1900, 2200)]
    public int? Year { get; set; }

    [StringLength(3)]
    public string? Currency { get; set; }

    [Range(typeof(decimal), "0", Most)]
    public decimal? Wages { get; set; }

    [Range(typeof(decimal), "0", Most)]
    public decimal? GoodsAndServices { get; set; }

    [Range(typeof(decimal), "0", Most)]
    public decimal? Capital { get; set; }

    [Range(typeof(decimal), "0", Most)]
    public decimal? Transfers { get; set; }

    public IEnumerable<(EconomicType Type, decimal Amount)> Amounts => new (EconomicType Type, decimal? Amount)[]
    {
        (EconomicType.Wages, Wages), (EconomicType.GoodsAndServices, GoodsAndServices), (EconomicType.Capital, Capital), (EconomicType.Transfers, Transfers),
    }.Where(a => a.Amount is not null).Select(a => (a.Type, a.Amount!.Value));

    public static List<CostLine> Of(IEnumerable<PlanCost> costs, Currency usual, int firstYear)
    {
        var lines = costs.GroupBy(c => (c.FiscalYear, c.Currency)).OrderBy(g => g.Key.FiscalYear).ThenBy(g => g.Key.Currency.Code, StringComparer.Ordinal)
            .Select(g => new CostLine
            {
                Year = g.Key.FiscalYear,
                Currency = g.Key.Currency.Code,
                Wages = Amount(g, EconomicType.Wages),
                GoodsAndServices = Amount(g, EconomicType.GoodsAndServices),
                Capital = Amount(g, EconomicType.Capital),
                Transfers = Amount(g, EconomicType.Transfers),
            }).ToList();
        var next = lines.Count == 0 ? firstYear : lines[^1].Year!.Value + 1;
        return [.. lines, .. Enumerable.Range(next, 2).Select(y => new CostLine { Year = y, Currency = usual.Code })];
    }

    public void Check(ModelStateDictionary state, string prefix, Text T)
    {
        if (Amounts.Any() && Year is null)
        {
            state.AddModelError($"{prefix}.{nameof(Year)}", T["Say for which fiscal year."]);
        }

        if (Amounts.Any() && !Values.Currency.TryParse(Currency, out _))
        {
            state.AddModelError($"{prefix}.{nameof(Currency)}", T["Write the three letters of a currency, such as USD."]);
        }
    }

    public override string ToString() => string.Join("; ", Amounts.Select(a => FormattableString.Invariant($"{Year} {a.Type} {a.Amount:0.####} {Currency}")));

    private static decimal? Amount(IEnumerable<PlanCost> costs, EconomicType type) => costs.SingleOrDefault(c => c.EconomicType == type)?.Amount;
}

/// <summary>One funding line as the form asks for it. A line without an amount is not kept.</summary>
public sealed class FundingLine
{
    public FundingKind Kind { get; set; }

    [StringLength(PlanFunding.LongestSource)]
    public string? Source { get; set; }

    [Range(1900, 2200)]
    public int? Year { get; set; }

    [Range(typeof(decimal), "0", "999999999999999")]
    public decimal? Amount { get; set; }

    [StringLength(3)]
    public string? Currency { get; set; }

    public static List<FundingLine> Of(IEnumerable<PlanFunding> funding, Currency usual, int firstYear) =>
    [
        .. funding.OrderBy(f => f.FiscalYear).ThenBy(f => f.Kind).ThenBy(f => f.Source, StringComparer.Ordinal)
            .Select(f => new FundingLine { Kind = f.Kind, Source = f.Source, Year = f.FiscalYear, Amount = f.Amount, Currency = f.Currency.Code }),
        new() { Year = firstYear, Currency = usual.Code },
        new() { Kind = FundingKind.Commitment, Year = firstYear, Currency = usual.Code },
    ];

    public void Check(ModelStateDictionary state, string prefix, Text T)
    {
        if (Amount is null)
        {
            return;
        }

        if (string.IsNullOrWhiteSpace(Source))
        {
            state.AddModelError($"{prefix}.{nameof(Source)}", T["Say whose money it is."]);
        }

        if (Year is null)
        {
            state.AddModelError($"{prefix}.{nameof(Year)}", T["Say for which fiscal year."]);
        }

        if (!Values.Currency.TryParse(Currency, out _))
        {
            state.AddModelError($"{prefix}.{nameof(Currency)}", T["Write the three letters of a currency, such as USD."]);
        }
    }

    public override string ToString() => Amount is null ? "" : FormattableString.Invariant($"{Year} {Kind} {Source}: {Amount:0.####} {Currency}");
}
