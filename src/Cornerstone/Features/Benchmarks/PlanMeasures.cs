using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;

namespace Cornerstone.Features.Benchmarks;

/// <summary>Answers the plan: which indicators measure an objective, and how they stand.</summary>
internal sealed class PlanMeasures(AppDb db, CurrentReader current, TimeProvider clock, Text T) : IPlanMeasures
{
    public async Task<ILookup<Guid, PlanMeasure>> MeasuresAsync(string country, IReadOnlyCollection<Guid>? lineages, CancellationToken ct)
    {
        if (!May(BenchmarksRoom.Read, country))
        {
            return Enumerable.Empty<PlanMeasure>().ToLookup(_ => Guid.Empty);
        }

        var standings = await db.StandingsAsync(country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), May(BenchmarksRoom.Working, country), ct);
        return standings
            .SelectMany(s => s.Indicator.PlanLineages.Where(l => lineages?.Contains(l) ?? true), (s, lineage) => (lineage, Measure: MeasureOf(s)))
            .ToLookup(m => m.lineage, m => m.Measure);
    }

    // Asked for countries other than that of the address too, by the page over all of them.
    private bool May(string permission, string country) => current.Reader.Has(Rooms.Permission(permission), country);

    private PlanMeasure MeasureOf(IndicatorStanding s) => new(
        s.Indicator.Id,
        s.Indicator.Code,
        s.Definition.Name.In(T.Language.Code),
        $"/{s.Indicator.Country.ToLowerInvariant()}/indicators/{s.Indicator.Id}",
        s.HasBaseline,
        s.HasTarget,
        s.Definition.Source.Length > 0,
        s.Standing.Progress,
        T.Of(s.Standing),
        LightWords.ToneOf(s.Standing.Light));
}
