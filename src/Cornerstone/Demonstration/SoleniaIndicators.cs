using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Plan;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>Sixty indicators with their cards and targets, tied to the objectives they measure. One has no baseline and a day by which to get one.</summary>
internal static class SoleniaIndicators
{
    private static readonly DateTimeOffset Agreed = new(2026, 5, 18, 9, 0, 0, TimeSpan.Zero);

    public static async Task<IReadOnlyDictionary<string, Indicator>> AddAsync(AppDb db, string country, CancellationToken ct)
    {
        var institutions = await SoleniaInstitutions.IdsAsync(db, country, ct);
        var approved = (await db.PlanInForceAsync(country, ct))!.Version.Id;
        var lineages = await db.PlanNodes.Where(n => n.VersionId == approved).ToDictionaryAsync(n => n.Code, n => n.Lineage, ct);
        var cards = SoleniaFile.Rows("indicator-cards.csv").ToDictionary(r => r["Code"]);
        var targets = SoleniaFile.Rows("targets.csv").ToLookup(r => r["Indicator"]);
        var indicators = new Dictionary<string, Indicator>();
        foreach (var row in SoleniaFile.Rows("indicators.csv"))
        {
            var indicator = Of(row, country, [.. row.Codes("Nodes").Select(code => lineages[code])], targets[row["Code"]].Any());
            indicators.Add(indicator.Code, indicator);
            db.Add(indicator);
            db.Add(Card(row, cards[row["Code"]], indicator, institutions[row["Custodian"]]));
            db.AddRange(targets[indicator.Code].Select(t => Target(t, indicator)));
        }

        await db.SaveAsync(new Act("demonstration.indicators", country, Agreed), ct);
        return indicators;
    }

    private static Indicator Of(SoleniaRow row, string country, List<Guid> measured, bool hasBaseline)
    {
        var indicator = new Indicator
        {
            Country = country,
            Classification = row.Word<Classification>("Classification"),
            Code = row["Code"],
            PlanLineages = measured,
            BaselinePlannedFor = hasBaseline ? null : new DateOnly(2027, 3, 31),
        };
        _ = indicator.Agree();
        if (row.Word<IndicatorState>("State") == IndicatorState.Active)
        {
            _ = indicator.TakeBaseline(hasBaseline);
            _ = indicator.Activate(hasBaseline, DateOnly.FromDateTime(Agreed.UtcDateTime));
        }

        return indicator;
    }

    private static IndicatorDefinition Card(SoleniaRow row, SoleniaRow words, Indicator indicator, Guid custodian)
    {
        var unit = row.Word<IndicatorUnit>("Unit");
        var ofWhole = unit is IndicatorUnit.Percent or IndicatorUnit.RatioPer100k;
        return new()
        {
            IndicatorId = indicator.Id,
            Country = indicator.Country,
            Classification = indicator.Classification,
            ValidFrom = Agreed,
            Name = row.Names(),
            Meaning = words.Names(),
            Unit = unit,
            UnitDetail = row.Maybe("Detail"),
            Measure = unit == IndicatorUnit.Percent ? IndicatorMeasure.Percentage : IndicatorMeasure.Unit,
            Direction = row.Word<Direction>("Direction"),
            BandLow = row.Maybe("BandLow") is null ? null : row.Decimal("BandLow"),
            BandHigh = row.Maybe("BandHigh") is null ? null : row.Decimal("BandHigh"),
            Tolerance = row.Word<Direction>("Direction") is Direction.Band or Direction.Maintain ? 15m : null,
            Numerator = words.Maybe("Numerator"),
            Denominator = words.Maybe("Denominator"),
            Method = words["Method"],
            SourceType = row.Word<SourceType>("SourceType"),
            Source = row["Source"],
            Frequency = row.Word<Frequency>("Frequency"),
            LagDays = row.Number("Lag"),
            Custodian = row["Custodian"],
            CustodianId = custodian,
            SdgCode = row.Maybe("Sdg"),
            Component = row["Component"],
            Level = row.Word<ResultLevel>("Level"),
            Disaggregations = row.Codes("Splits"),
            OverTime = row.Word<StockOrFlow>("Kind") == StockOrFlow.Stock ? RollUpRule.Last : unit == IndicatorUnit.Count ? RollUpRule.Sum : RollUpRule.None,
            OverAreas = unit == IndicatorUnit.Count ? RollUpRule.Sum : ofWhole ? RollUpRule.WeightedMean : RollUpRule.None,
            OverDimensions = unit == IndicatorUnit.Count ? RollUpRule.Sum : ofWhole ? RollUpRule.WeightedMean : RollUpRule.None,
            StockOrFlow = row.Word<StockOrFlow>("Kind"),
            IsCumulative = row.Yes("Cumulative"),
        };
    }

    private static IndicatorTarget Target(SoleniaRow row, Indicator indicator) => new()
    {
        IndicatorId = indicator.Id,
        Country = indicator.Country,
        Classification = indicator.Classification,
        Kind = row.Word<TargetKind>("Kind"),
        OnDay = row.Day("Day"),
        Value = Figure.Exact(row.Decimal("Value")),
        SetBy = "National Security Sector Reform Secretariat",
        ApprovedIn = "Decree 2026-41 of 8 July 2026, annex 2",
        Source = row.Word<TargetKind>("Kind") == TargetKind.Baseline ? "Value of that year in the series" : null,
    };
}
