using System.ComponentModel.DataAnnotations;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.PlanVersions;

/// <summary>A plan's name, its money and years, and the levels the country uses under its own names.</summary>
public sealed class PlanForm
{
    public WordingForm Title { get; set; } = new();

    [Display(Name = "Currency"), Required, StringLength(3)]
    public string Currency { get; set; } = "USD";

    [Display(Name = "Month in which the fiscal year begins"), Range(1, 12)]
    public short FiscalYearStartMonth { get; set; } = 1;

    [Display(Name = "Day on which the fiscal year begins"), Range(1, 28)]
    public short FiscalYearStartDay { get; set; } = 1;

    public PriceBasis PriceBasis { get; set; }

    [Display(Name = "Price year"), Range(1900, 2200)]
    public int? PriceYear { get; set; }

    public Classification Classification { get; set; }

    public List<LevelLine> Levels { get; set; } = [];

    public static PlanForm Empty(string language) => new()
    {
        Title = WordingForm.Of(null, language),
        Levels = [.. Enum.GetValues<PlanLevel>().Select(l => new LevelLine { Level = l, IsUsed = true, Name = WordingForm.Of(null, language) })],
    };

    public static PlanForm Of(NationalPlan plan, PlanVersion version, string language) => new()
    {
        Title = WordingForm.Of(plan.Title, language),
        Currency = plan.Currency.Code,
        FiscalYearStartMonth = plan.FiscalYearStartMonth,
        FiscalYearStartDay = plan.FiscalYearStartDay,
        PriceBasis = version.PriceBasis,
        PriceYear = version.PriceYear,
        Classification = version.Classification,
        Levels =
        [
            .. Enum.GetValues<PlanLevel>().Select(l => new LevelLine
            {
                Level = l,
                IsUsed = version.Levels.Names.ContainsKey(l),
                Name = WordingForm.Of(version.Levels.Names.GetValueOrDefault(l), language),
            }),
        ],
    };

    public LevelNames ToLevels() => new(Levels.Where(l => l.IsUsed).DistinctBy(l => l.Level).ToDictionary(l => l.Level, l => l.Name.ToWording() ?? Wording.Empty));

    public void Check(ModelStateDictionary state, string prefix, IReadOnlySet<PlanLevel> inUse, Classification highest, Text T)
    {
        Title.Check(state, $"{prefix}.{nameof(Title)}", T);
        if (!Values.Currency.TryParse(Currency, out _))
        {
            state.AddModelError($"{prefix}.{nameof(Currency)}", T["Write the three letters of a currency, such as USD."]);
        }

        if (PriceBasis == PriceBasis.Constant && PriceYear is null)
        {
            state.AddModelError($"{prefix}.{nameof(PriceYear)}", T["Say of which year the constant prices are."]);
        }

        if (Levels.Count(l => l.IsUsed) < 2)
        {
            state.AddModelError($"{prefix}.{nameof(Levels)}", T["A plan has at least two levels."]);
        }

        foreach (var level in inUse.Where(l => !Levels.Any(line => line.Level == l && line.IsUsed)))
        {
            state.AddModelError($"{prefix}.{nameof(Levels)}", T["There are nodes of the level {0}: move or retire them first.", T.Of(level)]);
        }

        if (Classification > highest)
        {
            state.AddModelError($"{prefix}.{nameof(Classification)}", T["You may not give this level here."]);
        }
    }
}

/// <summary>One level of the handbook: whether the country uses it, and what it calls it.</summary>
public sealed class LevelLine
{
    public PlanLevel Level { get; set; }

    public bool IsUsed { get; set; }

    public WordingForm Name { get; set; } = new();
}
