using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Strength;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>A figure as a report prints it, with the page it comes from.</summary>
public sealed record BenchmarkFigure(string Text, string? Href);

/// <summary>Published values and strengths of what benchmarks are linked to, as known on a day; one query a kind, whatever the number of benchmarks.</summary>
internal static class BenchmarkFigures
{
    public static async Task<ILookup<Guid, BenchmarkFigure>> ReadAsync(
        AppDb db, string country, IReadOnlyList<CouncilBenchmark> benchmarks, DateOnly asAt, bool showsSmallCounts, Text T, CancellationToken ct)
    {
        var indicators = await IndicatorsAsync(db, country, [.. benchmarks.SelectMany(b => b.IndicatorIds).Distinct()], asAt, T, ct);
        var institutions = await StrengthsAsync(db, country, [.. benchmarks.SelectMany(b => b.InstitutionIds).Distinct()], asAt, showsSmallCounts, T, ct);
        return benchmarks
            .SelectMany(b => b.InstitutionIds.Select(id => institutions.GetValueOrDefault(id)).Concat(b.IndicatorIds.Select(id => indicators.GetValueOrDefault(id))), (b, figure) => (b.Id, figure))
            .Where(f => f.figure is not null)
            .ToLookup(f => f.Id, f => f.figure!);
    }

    private static async Task<Dictionary<Guid, BenchmarkFigure>> IndicatorsAsync(AppDb db, string country, List<Guid> ids, DateOnly asAt, Text T, CancellationToken ct)
    {
        if (ids.Count == 0) return [];

        var cards = await db.Set<IndicatorDefinition>().AsNoTracking()
            .Where(d => d.Country == country && ids.Contains(d.IndicatorId) && d.ReplacedAt == null).ToListAsync(ct);
        var points = (await db.Set<SeriesPoint>().AsNoTracking()
            .Where(p => p.Country == country && ids.Contains(p.IndicatorId) && p.State == PointState.Published && p.Area == "" && p.UntilDay <= asAt
                && (p.Dimensions == "" || p.Dimensions == "sex=F"))
            .ToListAsync(ct)).ToLookup(p => p.IndicatorId);
        return cards.ToDictionary(c => c.IndicatorId, c => new BenchmarkFigure(
            FigureSentence.OfIndicator(c, [.. points[c.IndicatorId]], T), $"/{country.ToLowerInvariant()}/indicators/{c.IndicatorId}"));
    }

    private static async Task<Dictionary<Guid, BenchmarkFigure>> StrengthsAsync(
        AppDb db, string country, List<Guid> ids, DateOnly asAt, bool showsSmallCounts, Text T, CancellationToken ct)
    {
        if (ids.Count == 0) return [];

        var names = await db.InstitutionNamesAsync(country, asAt, ct);
        var strengths = await db.InstitutionStrengths.AsNoTracking()
            .Where(s => s.Country == country && ids.Contains(s.InstitutionId) && s.AsAt <= asAt && s.RankLevel == RankLevel.All && s.AgeBand == InstitutionStrength.AllAges)
            .ToListAsync(ct);
        return strengths.GroupBy(s => s.InstitutionId).ToDictionary(g => g.Key, g => new BenchmarkFigure(
            FigureSentence.OfStrength(names.GetValueOrDefault(g.Key, Wording.Empty).In(T.Language.Code), StrengthInBrief.Of([.. g]), showsSmallCounts, T),
            $"/{country.ToLowerInvariant()}/institutions/{g.Key}"));
    }
}
