using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>What the import of indicators knows of the record, and of the rows before.</summary>
internal sealed class KnownIndicators
{
    public required IReadOnlyDictionary<string, DefinedIndicator> ByCode { get; init; }

    public required ILookup<Guid, IndicatorTarget> Targets { get; init; }

    public required IReadOnlySet<Guid> HasValues { get; init; }

    public required IReadOnlySet<string> Regions { get; init; }

    public required CountryDimensions Dimensions { get; init; }

    /// <summary>Cards of the file, by code: what its targets are held against.</summary>
    public Dictionary<string, DefinedIndicator> Cards { get; } = [];

    /// <summary>Baselines and targets of the file so far, by code.</summary>
    public Dictionary<string, List<IndicatorTarget>> Seen { get; } = [];

    public DefinedIndicator? CardOf(string code) => Cards.GetValueOrDefault(code) ?? ByCode.GetValueOrDefault(code);

    /// <summary>What a row sets; null when its value is no number.</summary>
    public static IndicatorTarget? TargetOf(WorkbookRow row, Indicator indicator) => !Figure.TryParse(row.Text("value"), out var value) || !value.IsKnown ? null : new()
    {
        IndicatorId = indicator.Id,
        Country = indicator.Country,
        Classification = indicator.Classification,
        Kind = Enum.Parse<TargetKind>(row.Text("kind")!),
        Area = row.Text("area") ?? "",
        Dimensions = DimensionKey.TryParse(row.Text("dimensions"), out var key) ? key.ToString() : "",
        OnDay = row.Date("on")!.Value,
        Value = value,
        SetBy = row.Text("set-by"),
        ApprovedIn = row.Text("approved"),
        Source = row.Text("source"),
        Note = row.Text("note"),
    };

    public static async Task<KnownIndicators> ReadAsync(WorkbookRun run, CancellationToken ct)
    {
        var points = run.Db.SeriesPoints;
        return new()
        {
            ByCode = (await run.Db.DefinedIndicatorsAsync(run.Country, ct)).ToDictionary(d => d.Indicator.Code),
            HasValues = (await run.Db.Indicators.Where(i => i.Country == run.Country && points.Any(p => p.IndicatorId == i.Id)).Select(i => i.Id).ToListAsync(ct)).ToHashSet(),
            Targets = await run.Db.TargetsAsync(run.Country, ct),
            Regions = (await run.Db.RegionsAsync(run.Country, ct)).Select(r => r.Code).ToHashSet(),
            Dimensions = await run.Db.DimensionsAsync(run.Country, DateOnly.FromDateTime(run.At.UtcDateTime), run.T, ct),
        };
    }
}
