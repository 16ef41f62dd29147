using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Features.IndicatorValues;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>A value that is there, as far as a comparison needs it.</summary>
internal sealed record StoredPoint(
    Guid Id, Period Period, Figure Value, decimal? Numerator, decimal? Denominator, string Source, DateOnly? CollectedOn, string? Note, string? NoEvidenceBecause, PointState State,
    bool IsCorrection = false);

/// <summary>The values of one area and part by period, with what rule I5 holds a new one against.</summary>
internal sealed class StoredPart
{
    private readonly SortedList<Period, StoredPoint> points = [];

    public Spread Values { get; private set; }

    /// <summary>Changes from one value to the next as they came in order; what comes later in between changes them little.</summary>
    public Spread Jumps { get; private set; }

    public StoredPoint? At(Period period) => points.GetValueOrDefault(period);

    /// <summary>The value that ends last before this period.</summary>
    public StoredPoint? Before(Period period)
    {
        var (low, high) = (0, points.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = points.GetKeyAtIndex(middle) < period ? (middle + 1, high) : (low, middle);
        }

        return low == 0 ? null : points.GetValueAtIndex(low - 1);
    }

    public void Put(StoredPoint point)
    {
        if (points.TryGetValue(point.Period, out var old) && old.Value.Number is { } gone)
        {
            Values = Values.Without(gone);
        }
        else if (points.Count > 0 && points.GetKeyAtIndex(points.Count - 1) < point.Period && points.GetValueAtIndex(points.Count - 1).Value.Number is { } last && point.Value.Number is { } next)
        {
            Jumps = Jumps.With(next - last);
        }

        points[point.Period] = point;
        Values = point.Value.Number is { } number ? Values.With(number) : Values;
    }
}

/// <summary>What an import knows of the record: indicators and regions once, the points of an indicator when its first row comes.</summary>
internal sealed class StoredSeries(AppDb db, string country)
{
    // Files are sorted by indicator more often than not; memory stays bounded when they are not.
    private const int MostPointsKept = 200_000;
    private const int MostTextsKept = 10_000;

    // A large file says the same few periods and parts again and again.
    private readonly Dictionary<string, Period?> periods = [];
    private readonly Dictionary<string, DimensionKey?> keys = [];
    private readonly Dictionary<Guid, Dictionary<(string Area, string Dimensions), StoredPart>> points = [];
    private readonly PartTree tree = new();
    private readonly Dictionary<(Guid, string, string, Period), int> lines = [];
    private int kept;

    public required IReadOnlyDictionary<string, DefinedIndicator> Indicators { get; init; }

    public required IReadOnlySet<string> Regions { get; init; }

    public required Framework Thresholds { get; init; }

    public required ILookup<Guid, IndicatorTarget> Targets { get; init; }

    public required CountryDimensions Dimensions { get; init; }

    /// <summary>Why the sender may not enter values of an indicator.</summary>
    public required Func<DefinedIndicator, Refusal?> MayEnter { get; init; }

    public Guid? ImportId { get; set; }

    /// <summary>Rows of the batch judged last, as they were understood: applying it need not read them again.</summary>
    public IReadOnlyDictionary<WorkbookRow, SeriesEntry> Judged { get; set; } = new Dictionary<WorkbookRow, SeriesEntry>();

    public static Task<StoredSeries> OfAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("series", async () => new StoredSeries(run.Db, run.Country)
    {
        Indicators = (await run.Db.DefinedIndicatorsAsync(run.Country, ct)).ToDictionary(d => d.Indicator.Code),
        Regions = (await run.Db.RegionsAsync(run.Country, ct)).Select(r => r.Code).ToHashSet(),
        Thresholds = await run.Db.FrameworkAsync(run.Country, ct),
        Targets = await run.Db.TargetsAsync(run.Country, ct),
        Dimensions = await run.Db.DimensionsAsync(run.Country, DateOnly.FromDateTime(run.At.UtcDateTime), run.T, ct),
        MayEnter = await run.Db.MayEnterAsync(run.Reader, run.Country, DateOnly.FromDateTime(run.At.UtcDateTime), ct),
    });

    /// <summary>Null when it is none.</summary>
    public Period? PeriodOf(string? text) => Of(periods, text, t => Period.TryParse(t, out var period) ? period : null);

    /// <inheritdoc cref="PeriodOf"/>
    public DimensionKey? KeyOf(string? text) => Of(keys, text, t => DimensionKey.TryParse(t, out var key) ? key : null);

    public async Task LoadAsync(IEnumerable<Guid> indicators, CancellationToken ct)
    {
        var wanted = indicators.Distinct().ToList();
        if (kept > MostPointsKept)
        {
            points.Clear();
            tree.Clear();
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

        await foreach (var p in db.PointsFor(working: true).Where(p => p.Country == country && missing.Contains(p.IndicatorId)).OrderBy(p => p.UntilDay).AsAsyncEnumerable().WithCancellation(ct))
        {
            var stored = new StoredPoint(p.Id, p.Period, p.Value, p.Numerator, p.Denominator, p.Source, p.CollectedOn, p.Note, p.NoEvidenceBecause, p.State, p.Corrects is not null);
            Keep(p.IndicatorId, p.Area, p.Dimensions, stored);
        }
    }

    public StoredPoint? Find(Guid indicator, string area, string dimensions, Period period) => PartOf(indicator, area, dimensions)?.At(period);

    /// <summary>All values of the same area and part; null when there is none yet.</summary>
    public StoredPart? PartOf(Guid indicator, string area, string dimensions) => points[indicator].GetValueOrDefault((area, dimensions));

    /// <summary>Values of the same period that a part is held together with (rule I4): of the record and of the rows before.</summary>
    public IReadOnlyList<PartFigure> RelativesOf(SeriesEntry e, DimensionKey key) => [.. tree.RelativesOf(e.Defined.Indicator.Id, e.Area, key)
        .Distinct()
        .Select(part => (Part: part, Point: Find(e.Defined.Indicator.Id, e.Area, part, e.Period)))
        .Where(p => p.Point is not null)
        .Select(p => new PartFigure(p.Part, p.Point!.Value))];

    /// <summary>The line of the file that had this period, area and part before, however it was written; null when none had.</summary>
    public int? LineBefore(SeriesEntry e) =>
        lines.TryAdd((e.Defined.Indicator.Id, e.Area, e.Dimensions, e.Period), e.Row.Line) ? null : lines[(e.Defined.Indicator.Id, e.Area, e.Dimensions, e.Period)];

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

    /// <summary>A row of the file counts for the rows after it. Of a value and its correction, the correction is compared with.</summary>
    public void Keep(Guid indicator, string area, string dimensions, StoredPoint point)
    {
        if (Find(indicator, area, dimensions, point.Period) is null or { State: PointState.Published })
        {
            Put(indicator, area, dimensions, point);
            kept++;
        }
    }

    /// <summary>What a row would make of a value that is there: the rows after it are held against the new figure.</summary>
    public void Put(Guid indicator, string area, string dimensions, StoredPoint point)
    {
        if (!points[indicator].TryGetValue((area, dimensions), out var part))
        {
            points[indicator][(area, dimensions)] = part = new();
            tree.Add(indicator, area, dimensions);
        }

        part.Put(point);
    }
}
