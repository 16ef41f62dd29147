using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Publications;

/// <summary>An indicator chosen for an edition.</summary>
/// <param name="CountsPeople">Whether its numbers stand for people one by one, and so fewer than ten are withheld.</param>
internal sealed record ChosenIndicator(string Code, bool CountsPeople);

/// <summary>Makes the rows by which the public reads an indicator: card and light, values with their parts, baseline and targets.</summary>
internal sealed class IndicatorRows
{
    private readonly AppDb db;
    private readonly PublicNames names;
    private readonly Dictionary<Guid, Wording> institutions;
    private readonly Dictionary<string, IndicatorStanding> standings;

    private IndicatorRows(AppDb db, PublicNames names, Dictionary<Guid, Wording> institutions, Dictionary<string, IndicatorStanding> standings) =>
        (this.db, this.names, this.institutions, this.standings) = (db, names, institutions, standings);

    /// <summary>What can be published at all: public, in use.</summary>
    public IEnumerable<IndicatorStanding> Offered => standings.Values;

    public static async Task<IndicatorRows> OfAsync(AppDb db, string country, DateOnly on, Text T, CancellationToken ct) => new(
        db,
        await PublicNames.OfAsync(db, country, T, ct),
        await PublicNames.InstitutionsAsync(db, country, on, ct),
        (await db.StandingsAsync(country, on, working: false, ct))
            .Where(s => s.Indicator is { Classification: Classification.Public, Compartment: null } and not { State: IndicatorState.Proposed })
            .ToDictionary(s => s.Indicator.Code));

    /// <summary>Whether its numbers stand for people one by one, as far as the card says: counts and shares do, what a sample estimates does not.</summary>
    public static bool SeemsToCountPeople(IndicatorDefinition card) =>
        card.Unit is IndicatorUnit.Count or IndicatorUnit.Percent or IndicatorUnit.RatioPer100k && card.SourceType != SourceType.Survey;

    /// <summary>Null for an indicator that is not there, not public or not in use.</summary>
    public async Task<DraftSubject?> OfAsync(ChosenIndicator chosen, DateOnly on, CancellationToken ct)
    {
        if (standings.GetValueOrDefault(chosen.Code) is not { } standing)
        {
            return null;
        }

        var card = standing.Definition;
        var series = db.SeriesPoints.AsNoTracking().Where(p => p.IndicatorId == standing.Indicator.Id);
        var points = await series
            .Where(p => p.State == PointState.Published && p.Classification == Classification.Public && p.Compartment == null && p.UntilDay <= on)
            .ToListAsync(ct);
        var told = await db.ToldBeforeAsync(standing.Indicator.Country, chosen.Code, ct);
        var gone = await series.Where(p => told.Contains(p.Id) && p.State != PointState.Published).ToListAsync(ct);
        var figures = new PublicFigures(card, names.Regions, told).Of(points, chosen.CountsPeople, gone);
        var isJudgedOpenly = standing.Latest?.PointId is not { } judged || figures.All(f => f.Point.Id != judged || f.State != ToldState.Withheld);
        return new(SubjectKind.Indicator, chosen.Code,
        [
            new(new Subject { Kind = SubjectKind.Indicator, Title = card.Name }, "indicator", standing.Indicator.Id),
            new(CardOf(standing, isJudgedOpenly) with { CountsPeople = chosen.CountsPeople }, "indicator_definition", card.Id),
            .. figures.Select(f => new DraftRow(ValueOf(f), "series_point", f.Point.Id, f.Telling, f.CouldBe)),
            .. standing.Targets.Where(t => t.Area.Length == 0 && t.Dimensions.Length == 0).Select(t => TargetOf(t, card, figures, chosen.CountsPeople)),
        ]);
    }

    private PublishedIndicator CardOf(IndicatorStanding standing, bool isJudgedOpenly)
    {
        var card = standing.Definition;
        return new()
        {
            Name = card.Name,
            Meaning = card.Meaning,
            Component = names.Component(card.Component),
            Unit = Same<PublicUnit>(card.Unit),
            UnitDetail = card.UnitDetail,
            OrdinalLevels = card.OrdinalLevels,
            Direction = Same<PublicDirection>(card.Direction),
            BandLow = card.BandLow,
            BandHigh = card.BandHigh,
            Frequency = card.Frequency.ToString(),
            Source = card.Source,
            Custodian = card.Custodian,
            CustodianName = card.CustodianId is { } custodian ? institutions.GetValueOrDefault(custodian) : null,
            // The light would say between which ends a withheld value lies.
            Light = isJudgedOpenly ? Same<PublicLight>(standing.Standing.Light) : null,
            LightWhy = isJudgedOpenly && standing.Standing.Why is { } why ? Same<PublicWhy>(why) : null,
            IsReversed = isJudgedOpenly && standing.Standing.IsReversed,
        };
    }

    private PublishedValue ValueOf(PublicFigure f) => new()
    {
        Area = f.Point.Area,
        AreaName = names.Area(f.Point.Area),
        Part = f.Point.Dimensions,
        PartName = names.Part(DimensionKey.Parse(f.Point.Dimensions)),
        FromDay = f.Point.FromDay,
        UntilDay = f.Point.UntilDay,
        Precision = f.Point.Precision,
        State = f.State,
        Low = f.Low,
        High = f.High,
        IsApproximate = f.State == ToldState.Known && f.Point.ValueApproximate,
        Numerator = f.Numerator,
        Denominator = f.Denominator,
        RoundedTo = f.RoundedTo,
        Source = f.Point.Source,
    };

    // A baseline was measured, so it is told as the value of its period is; what is aimed at is nobody's number.
    private static DraftRow TargetOf(IndicatorTarget t, IndicatorDefinition card, IReadOnlyList<PublicFigure> figures, bool countsPeople)
    {
        var own = new PublishedTarget
        {
            Kind = Same<PublicTargetKind>(t.Kind),
            OnDay = t.OnDay,
            State = ToldState.Known,
            Low = t.Value.Low,
            High = t.Value.High,
            IsApproximate = t.Value.IsApproximate,
        };
        if (t.Kind != TargetKind.Baseline || !countsPeople)
        {
            return new(own, "indicator_target", t.Id);
        }

        var measured = figures.LastOrDefault(f => f.Point.IsTotal && f.Point.FromDay <= t.OnDay && t.OnDay <= f.Point.UntilDay);
        return measured is { State: ToldState.Known }
            ? new(own with { Low = measured.Low, High = measured.High, IsApproximate = measured.Point.ValueApproximate }, "indicator_target", t.Id)
            : new(own with { State = ToldState.Withheld, Low = null, High = null, IsApproximate = false }, "indicator_target", t.Id, measured?.Telling is { } why and not RowTelling.Told ? why : RowTelling.NotChecked);
    }

    private static T Same<T>(Enum code)
        where T : struct, Enum => Enum.Parse<T>(code.ToString());
}
