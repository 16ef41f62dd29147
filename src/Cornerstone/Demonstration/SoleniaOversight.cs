using Cornerstone.Data;
using Cornerstone.Features.OversightActivities;
using Cornerstone.Values;

namespace Cornerstone.Demonstration;

/// <summary>Hearings, visits, audits and complaints; some recommendations carried out, some refused, most of them late.</summary>
internal static class SoleniaOversight
{
    private sealed record Recommendation(string What, DateOnly? Due, RecommendationState State, DateOnly? On, string? Note);

    private sealed record Entry(
        string Code, OversightKind Kind, Dictionary<string, string> Names, string Body, string Institution, DateOnly On, bool Open, Classification Classification,
        string? Findings, DateOnly? Resolved, string? Resolution, List<Recommendation> Recommendations);

    public static async Task AddAsync(AppDb db, string country, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var institutions = await SoleniaInstitutions.IdsAsync(db, country, ct);
        foreach (var entry in SoleniaFile.Json<List<Entry>>("oversight.json"))
        {
            var activity = new OversightActivity
            {
                Country = country,
                Classification = entry.Classification,
                Code = entry.Code,
                Kind = entry.Kind,
                Title = new Wording("en", entry.Names),
                BodyId = institutions[entry.Body],
                InstitutionId = institutions[entry.Institution],
                HeldOn = entry.On,
                IsOpen = entry.Open,
                Findings = entry.Findings,
                ResolvedOn = entry.Resolved,
                Resolution = entry.Resolution,
            };
            db.Add(activity);
            foreach (var asked in entry.Recommendations)
            {
                Add(db, activity, asked, person, now);
            }
        }

        await db.SaveAsync(new Act("demonstration.oversight", country, now), ct);
    }

    private static void Add(AppDb db, OversightActivity activity, Recommendation asked, Guid person, DateTimeOffset now)
    {
        var recommendation = new OversightRecommendation
        {
            ActivityId = activity.Id,
            Country = activity.Country,
            Classification = activity.Classification,
            What = asked.What,
            DueOn = asked.Due,
        };
        db.Add(recommendation);
        if (asked.On is { } day)
        {
            db.Add(recommendation.Take(asked.State, day, asked.Note, person, SoleniaFile.Recorded(day, now, 0)));
        }
    }
}
