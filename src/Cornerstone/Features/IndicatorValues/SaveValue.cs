using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>What a person handed in, checked, and what is to become of it.</summary>
/// <param name="Then">"Submit", "KeepBoth", "Replace"; anything else saves a draft.</param>
public sealed record HandedIn(
    DefinedIndicator Indicator, ValueForm Form, Period Period, Figure Figure, SeriesPoint? Edited, Guid? Corrects, SeriesPoint? Rival, string? Then, byte[]? File);

/// <summary>Saves a value somebody entered; gathers what its rules are asked with.</summary>
public sealed class SaveValue(AppDb db, CurrentReader current, TimeProvider clock)
{
    private static readonly PointState[] Working = [PointState.Entered, PointState.Submitted, PointState.Returned, PointState.Verified];

    /// <summary>
    /// What stands in the way: another working value of the same period, area and part, or the draft itself when somebody saved
    /// it meanwhile. Null when the way is free.
    /// </summary>
    public async Task<SeriesPoint?> RivalAsync(Guid indicator, ValueForm form, Period period, SeriesPoint? edited, int version, CancellationToken ct)
    {
        if (edited is not null)
        {
            await db.Entry(edited).ReloadAsync(ct);
            return edited.Version == version ? null : edited;
        }

        var (area, key) = (form.Area ?? "", form.Key.ToString());
        return await db.SeriesPoints.SingleOrDefaultAsync(
            p => p.IndicatorId == indicator && p.Area == area && p.Dimensions == key && p.FromDay == period.From && p.UntilDay == period.Until && Working.Contains(p.State), ct);
    }

    public async Task<EntryFacts> FactsAsync(DefinedIndicator indicator, ValueForm form, Period period, Figure figure, SeriesPoint? own, DateOnly today, CancellationToken ct)
    {
        var (id, area, key) = (indicator.Indicator.Id, form.Area ?? "", form.Key.ToString());
        var live = db.SeriesPoints.AsNoTracking()
            .Where(p => p.IndicatorId == id && p.Area == area && p.State != PointState.Corrected && p.State != PointState.Retracted);
        var same = await live.Where(p => p.FromDay == period.From && p.UntilDay == period.Until).ToListAsync(ct);
        var read = form.Card == indicator.Definition.Number ? indicator.Definition
            : await db.IndicatorDefinitions.AsNoTracking().SingleOrDefaultAsync(d => d.IndicatorId == id && d.Number == form.Card, ct);
        return new EntryFacts
        {
            Card = indicator.Definition,
            CardRead = read,
            Period = period,
            Area = area,
            Key = form.Key,
            Value = figure,
            Numerator = form.Numerator,
            Denominator = form.Denominator,
            CollectedOn = form.CollectedOn,
            Today = today,
            Series = await live.Where(p => p.Dimensions == key && !(p.FromDay == period.From && p.UntilDay == period.Until)).ToListAsync(ct),

            // Neither the value being changed nor the one being corrected stands in its own way.
            SamePeriod = same.FindAll(p => p.Id != own?.Id && !(p.State == PointState.Published && p.Dimensions == key)),
            Targets = await db.TargetsOfAsync(id, ct),
            Thresholds = await db.FrameworkAsync(indicator.Indicator.Country, ct),
        };
    }

    public async Task<Guid> SaveAsync(HandedIn handed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var corrects = handed.Corrects ?? await PublishedAsync(handed, ct);
        var (point, act) = handed switch
        {
            { Rival: { } rival, Then: "KeepBoth" } => (KeepBeside(rival, handed, now), "values.rival"),
            { Edited: { } edited, Then: "KeepBoth" } => (KeepBeside(edited, handed, now), "values.rival"),
            { Rival: { IsOpen: true } rival } => (handed.Form.CopyTo(rival, handed.Figure), "values.edit"),
            { Rival: { } rival } => (KeepBeside(rival, handed, now), "values.rival"),
            { Edited: { } edited } => (handed.Form.CopyTo(edited, handed.Figure), "values.edit"),
            _ => (Add(handed, corrects, now), corrects is null ? "values.enter" : "values.correct"),
        };
        if (handed.File is { } file)
        {
            db.ValueEvidence.Add(IndicatorValues.ValueEvidence.Of(point, handed.Form.FileTitle!, file, current.Reader.Id, now));
        }

        await db.RecordAsync(new Act(act, point.Country, now, handed.Form.Confirmed ? handed.Form.Note : null), ct);
        if (handed.Then == "Submit" && point.Submit(current.Reader.Id) is null)
        {
            point.Version++;
            await db.RecordAsync(new Act("values.submit", point.Country, now), ct);
        }

        await db.CommitAsync(ct);
        return point.Id;
    }

    private SeriesPoint Add(HandedIn handed, Guid? corrects, DateTimeOffset now)
    {
        var point = handed.Form.New(handed.Indicator, handed.Period, handed.Figure, current.Reader.Id, now, corrects);
        db.SeriesPoints.Add(point);
        return point;
    }

    private SeriesPoint KeepBeside(SeriesPoint rival, HandedIn handed, DateTimeOffset now)
    {
        db.RivalValues.Add(handed.Form.Rival(rival, handed.Figure, current.Reader.Id, now));
        return rival;
    }

    // A value entered anew for a published period is a correction of it, whichever door it came by.
    private Task<Guid?> PublishedAsync(HandedIn handed, CancellationToken ct)
    {
        var (id, area, key) = (handed.Indicator.Indicator.Id, handed.Form.Area ?? "", handed.Form.Key.ToString());
        return db.SeriesPoints.AsNoTracking()
            .Where(p => p.IndicatorId == id && p.Area == area && p.Dimensions == key && p.FromDay == handed.Period.From && p.UntilDay == handed.Period.Until && p.State == PointState.Published)
            .Select(p => (Guid?)p.Id).SingleOrDefaultAsync(ct);
    }
}
