using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>A value that is there, as far as a comparison needs it.</summary>
internal sealed record StoredPoint(
    Guid Id, Period Period, Figure Value, decimal? Numerator, decimal? Denominator, string Source, DateOnly? CollectedOn, string? Note, string? NoEvidenceBecause, PointState State);

/// <summary>What an import knows of the record: indicators and regions once, the points of an indicator when its first row comes.</summary>
internal sealed class StoredSeries(AppDb db, string country)
{
    // Files are sorted by indicator more often than not; memory stays bounded when they are not.
    private const int MostPointsKept = 200_000;

    private readonly Dictionary<Guid, Dictionary<(string Area, string Dimensions), SortedList<Period, StoredPoint>>> points = [];
    private int kept;

    public required IReadOnlyDictionary<string, DefinedIndicator> Indicators { get; init; }

    public required IReadOnlySet<string> Regions { get; init; }

    public required Framework Thresholds { get; init; }

    public Guid? ImportId { get; set; }

    public static Task<StoredSeries> OfAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("series", async () => new StoredSeries(run.Db, run.Country)
    {
        Indicators = (await run.Db.DefinedIndicatorsAsync(run.Country, ct)).ToDictionary(d => d.Indicator.Code),
        Regions = (await run.Db.RegionsAsync(run.Country, ct)).Select(r => r.Code).ToHashSet(),
        Thresholds = await run.Db.FrameworkAsync(run.Country, ct),
    });

    public async Task LoadAsync(IEnumerable<Guid> indicators, CancellationToken ct)
    {
        var wanted = indicators.Distinct().ToList();
        if (kept > MostPointsKept)
        {
            points.Clear();
            kept = 0;
        }

        var missing = wanted.Where(i => !points.ContainsKey(i)).ToList();
        foreach (var id in missing)
        {
            points[id] = [];
        }

        if (missing.Count == 0)
        {
            return;
        }

        await foreach (var p in db.PointsFor(working: true).Where(p => p.Country == country && missing.Contains(p.IndicatorId)).AsAsyncEnumerable().WithCancellation(ct))
        {
            var stored = new StoredPoint(p.Id, p.Period, p.Value, p.Numerator, p.Denominator, p.Source, p.CollectedOn, p.Note, p.NoEvidenceBecause, p.State);
            Keep(p.IndicatorId, p.Area, p.Dimensions, stored);
        }
    }

    public StoredPoint? Find(Guid indicator, string area, string dimensions, Period period) =>
        points[indicator].GetValueOrDefault((area, dimensions))?.GetValueOrDefault(period);

    /// <summary>The value of the same area and part that ends last before this period.</summary>
    public StoredPoint? Before(Guid indicator, string area, string dimensions, Period period)
    {
        if (points[indicator].GetValueOrDefault((area, dimensions)) is not { } series)
        {
            return null;
        }

        var (low, high) = (0, series.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = series.GetKeyAtIndex(middle) < period ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : series.GetValueAtIndex(low - 1);
    }

    /// <summary>A row of the file counts for the rows after it. Of a value and its correction, the correction is compared with.</summary>
    public void Keep(Guid indicator, string area, string dimensions, StoredPoint point)
    {
        if (!points[indicator].TryGetValue((area, dimensions), out var series))
        {
            points[indicator][(area, dimensions)] = series = [];
        }

        if (!series.TryGetValue(point.Period, out var there) || there.State == PointState.Published)
        {
            series[point.Period] = point;
            kept++;
        }
    }
}
