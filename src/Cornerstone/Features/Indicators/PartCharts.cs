using Cornerstone.Charts;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.Indicators;

/// <summary>A value of one area or one part, as far as a small chart needs it.</summary>
public sealed record PartValue(string Area, string Dimensions, Period Period, Figure Value);

/// <summary>The parts of the whole along one axis, sex or region, in small charts on a common scale.</summary>
public sealed record PartChart(string Key, string Name, SmallMultiplesChart Chart);

/// <summary>Draws an indicator's parts: one chart for each way of splitting it. Crossed parts stay in the table and the export.</summary>
internal static class PartCharts
{
    // More would be a wall of lines; the table behind each chart has them all, and so has the export.
    private const int MostPanels = 24;

    public static IReadOnlyList<PartChart> Of(
        IndicatorDefinition card, IReadOnlyList<PartValue> values, CountryDimensions dimensions, IReadOnlyDictionary<string, Wording> regions, Text T)
    {
        var parts = values.Select(v => (Value: v, Part: PartOf(v))).Where(v => v.Part is not null).Select(v => (v.Value, Part: v.Part!.Value)).ToList();
        return [.. parts.GroupBy(p => p.Part.Axis)
            .Where(axis => axis.Select(p => p.Part.Code).Distinct().Skip(1).Any())
            .OrderBy(axis => axis.Key == CountryDimensions.Region ? 1 : 0).ThenBy(axis => axis.Key, StringComparer.Ordinal)
            .Select(axis => Of(axis.Key, axis.ToLookup(p => p.Part.Code, p => p.Value), card, dimensions, regions, T))];
    }

    // One axis at a time: an area as a whole, or one part of the whole country.
    private static (string Axis, string Code)? PartOf(PartValue value) => (value.Area, DimensionKey.Parse(value.Dimensions)) switch
    {
        ({ Length: > 0 } area, { IsAll: true }) => (CountryDimensions.Region, area),
        ("", { Parts.Count: 1 } key) => (key.Parts.Keys.First(), key.Parts.Values.First()),
        _ => null,
    };

    private static PartChart Of(
        string axis, ILookup<string, PartValue> byCode, IndicatorDefinition card, CountryDimensions dimensions, IReadOnlyDictionary<string, Wording> regions, Text T)
    {
        var isRegion = axis == CountryDimensions.Region;
        var name = isRegion ? T["Region"] : dimensions.Of(axis)?.Name ?? axis;
        var order = (dimensions.Of(axis)?.Parts ?? []).Select((p, i) => (p.Code, i)).ToDictionary(p => p.Code, p => p.i);
        string NameOf(string code) => isRegion ? regions.TryGetValue(code, out var region) ? region.In(T.Language.Code) : code : dimensions.Of(axis)?.Find(code)?.Name ?? code;
        var panels = byCode
            .OrderBy(p => order.GetValueOrDefault(p.Key, int.MaxValue)).ThenBy(p => NameOf(p.Key), StringComparer.CurrentCulture)
            .Take(MostPanels)
            .Select(p => new DatedSeries(NameOf(p.Key), [.. p.Select(v => new DatedFigure(v.Period.Until, T.NameOf(v.Period), IndicatorChart.FigureOf(v.Value))).OrderBy(f => f.On)]));
        var text = new ChartText(T["{0}: {1}", card.Name.In(T.Language.Code), name], T["Each part over time, all on the same axes."], name, T.WordOf(card.Unit));
        return new(axis, name, new SmallMultiplesChart(text, [.. panels]));
    }
}
