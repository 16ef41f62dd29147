using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Api;

/// <summary>A number as its source gives it: unknown, zero and not applicable are three answers.</summary>
/// <param name="Low">The least it may be; null when only an upper bound is known.</param>
public sealed record FigureRow(FigureState State, decimal? Low, decimal? High, bool IsApproximate)
{
    internal static FigureRow? Of(Figure? figure) => figure is null ? null : new(figure.State, figure.Low, figure.High, figure.IsApproximate);
}

/// <param name="Until">The last day, included.</param>
public sealed record PeriodRow(DateOnly From, DateOnly Until, PeriodPrecision Precision)
{
    internal static PeriodRow? Of(Period? period) => period is { } p ? new(p.From, p.Until, p.Precision) : null;
}

/// <param name="Progress">Of the way from baseline to target, 1 for all of it; null where it cannot be told.</param>
public sealed record IndicatorRow(
    Guid Id, string Code, IReadOnlyDictionary<string, string> Name, IndicatorState State, string Component, IndicatorUnit Unit, string? UnitDetail, Direction Direction, Frequency Frequency,
    FigureRow? Baseline, FigureRow? Target, FigureRow? Latest, PeriodRow? LatestPeriod, decimal? Progress, Light Light, string Source);

/// <param name="Area">Code of a region; empty for the whole country.</param>
/// <param name="Part">Such as "age=18-24;sex=F"; empty for all.</param>
public sealed record ValueRow(
    Guid Id, PeriodRow Period, string Area, string Part, FigureRow Value, decimal? Numerator, decimal? Denominator, PointState State, VerificationLevel Verification, string Source,
    DateOnly? CollectedOn);

/// <summary>Indicators and their values for programs: published ones, and those in work for readers who work with them.</summary>
internal static class IndicatorApi
{
    public static async Task<Listing<IndicatorRow>> IndicatorsAsync(AppDb db, CurrentReader current, TimeProvider clock, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return new([.. (await db.StandingsAsync(current.Workspace!.Code, today, current.May(BenchmarksRoom.Working), ct)).Select(s => new IndicatorRow(
            s.Indicator.Id, s.Indicator.Code, s.Definition.Name.Texts, s.Indicator.State, s.Definition.Component, s.Definition.Unit, s.Definition.UnitDetail, s.Definition.Direction, s.Definition.Frequency,
            FigureRow.Of(s.Targets.FirstOrDefault(t => t.Kind == TargetKind.Baseline)?.Value), FigureRow.Of(s.Targets.LastOrDefault(t => t.Kind == TargetKind.Target)?.Value),
            FigureRow.Of(s.Latest?.Value), PeriodRow.Of(s.Latest?.Period), s.Standing.Progress?.Share, s.Standing.Light, s.Latest?.Source ?? s.Definition.Source))], null);
    }

    public static async Task<Results<Ok<Listing<ValueRow>>, ProblemHttpResult>> ValuesAsync(
        AppDb db, CurrentReader current, HttpRequest request, Guid id, [AsParameters] ListingRequest part, CancellationToken ct)
    {
        if (part.Refusal is { } refusal) return TypedResults.Problem(refusal, statusCode: StatusCodes.Status400BadRequest);

        if (!await db.Indicators.AnyAsync(i => i.Country == current.Workspace!.Code && i.Id == id, ct)) return TypedResults.Problem(statusCode: StatusCodes.Status404NotFound);

        var (found, hasMore) = await part.ReadAsync(db.PointsFor(current.May(BenchmarksRoom.Working)).Where(p => p.IndicatorId == id), ct);
        return TypedResults.Ok(part.Answer(
            request,
            found.ConvertAll(p => new ValueRow(
                p.Id, PeriodRow.Of(p.Period)!, p.Area, p.Dimensions, FigureRow.Of(p.Value)!, p.Numerator, p.Denominator, p.State, p.Verification, p.Source, p.CollectedOn)),
            found.LastOrDefault()?.Id,
            hasMore));
    }
}
