using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>What an import knows of the record: indicators and regions once, the values of an indicator when its first row comes.</summary>
internal sealed class StoredSeries
{
    private const string Name = "series";

    // Files are sorted by indicator more often than not; memory stays bounded when they are not.
    private const int MostPointsKept = 200_000;
    private const int MostTextsKept = 10_000;

    // A large file says the same few periods and parts again and again.
    private readonly Dictionary<string, Period?> periods = [];
    private readonly Dictionary<string, DimensionKey?> keys = [];
    private HashSet<StoredIndicator> latest = [];
    private int kept;

    /// <summary>By code.</summary>
    public required IReadOnlyDictionary<string, StoredIndicator> Indicators { get; init; }

    public required IReadOnlySet<string> Regions { get; init; }

    public required Framework Thresholds { get; init; }

    public Guid? ImportId { get; set; }

    public static Task<StoredSeries> OfAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync(Name, async () =>
    {
        var today = DateOnly.FromDateTime(run.At.UtcDateTime);
        var targets = await run.Db.TargetsAsync(run.Country, ct);
        var dimensions = await run.Db.DimensionsAsync(run.Country, today, run.T, ct);
        var mayEnter = await run.Db.MayEnterAsync(run.Reader, run.Country, today, ct);
        return new StoredSeries
        {
            Indicators = (await run.Db.DefinedIndicatorsAsync(run.Country, ct)).ToDictionary(
                d => d.Indicator.Code,
                d => new StoredIndicator(d) { MayNotEnter = mayEnter(d), Targets = [.. targets[d.Indicator.Id]], Dimensions = dimensions, T = run.T }),
            Regions = (await run.Db.RegionsAsync(run.Country, ct)).Select(r => r.Code).ToHashSet(),
            Thresholds = await run.Db.FrameworkAsync(run.Country, ct),
        };
    });

    /// <summary>What a batch before has learnt.</summary>
    public static StoredSeries Of(WorkbookRun run) => run.Once<StoredSeries>(Name, () => throw new InvalidOperationException("Nothing was learnt yet."));

    /// <summary>Null when it is none.</summary>
    public Period? PeriodOf(string? text) => Of(periods, text, t => Period.TryParse(t, out var period) ? period : null);

    /// <inheritdoc cref="PeriodOf"/>
    public DimensionKey? KeyOf(string? text) => Of(keys, text, t => DimensionKey.TryParse(t, out var key) ? key : null);

    /// <summary>The values of these indicators, by code, that are not here yet.</summary>
    public async Task LearnAsync(IEnumerable<string> codes, WorkbookRun run, CancellationToken ct)
    {
        var wanted = codes.Distinct().Select(c => Indicators.GetValueOrDefault(c)).OfType<StoredIndicator>().ToHashSet();
        if (kept > MostPointsKept)
        {
            Forget(wanted);
        }

        var missing = wanted.Where(i => !i.IsLearnt).ToDictionary(i => i.Indicator.Id);
        latest = wanted;
        if (missing.Count > 0)
        {
            await ReadAsync(missing, run, ct);
        }
    }

    // Of a value and its correction, the correction is compared with.
    private async Task ReadAsync(Dictionary<Guid, StoredIndicator> missing, WorkbookRun run, CancellationToken ct)
    {
        await foreach (var p in run.Db.PointsFor(working: true).Where(p => p.Country == run.Country && missing.Keys.Contains(p.IndicatorId)).OrderBy(p => p.UntilDay).AsAsyncEnumerable().WithCancellation(ct))
        {
            var point = new StoredPoint(p.Id, p.Period, p.Value, p.Numerator, p.Denominator, p.Source, p.CollectedOn, p.Note, p.NoEvidenceBecause, p.State, p.Corrects is not null);
            if (missing[p.IndicatorId].PartOf(p.Area, KeyOf(p.Dimensions)!) is var part && part.At(point.Period) is null or { State: PointState.Published })
            {
                part.Put(point);
                kept++;
            }
        }

        foreach (var indicator in missing.Values)
        {
            indicator.IsLearnt = true;
        }
    }

    // What the batch before brought may not be in the record yet.
    private void Forget(HashSet<StoredIndicator> wanted)
    {
        foreach (var indicator in Indicators.Values.Where(i => !wanted.Contains(i) && !latest.Contains(i)))
        {
            indicator.Forget();
        }

        kept = 0;
    }

    private static TMeant? Of<TMeant>(Dictionary<string, TMeant?> known, string? text, Func<string, TMeant?> read)
        where TMeant : class
    {
        if (!known.TryGetValue(text ?? "", out var meant))
        {
            meant = read(text ?? "");
            _ = known.Count < MostTextsKept && known.TryAdd(text ?? "", meant);
        }

        return meant;
    }
}
