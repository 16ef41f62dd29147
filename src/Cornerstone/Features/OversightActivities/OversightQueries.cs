using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.OversightActivities;

/// <summary>What more than one page, or another room, reads of oversight. Row-level security decides what is found.</summary>
public static class OversightQueries
{
    extension(AppDb db)
    {
        public DbSet<OversightActivity> OversightActivities => db.Set<OversightActivity>();

        public DbSet<OversightRecommendation> OversightRecommendations => db.Set<OversightRecommendation>();

        public DbSet<RecommendationStep> RecommendationSteps => db.Set<RecommendationStep>();

        /// <summary>Activities with their recommendations, newest first.</summary>
        public async Task<List<OverseenActivity>> OversightOfAsync(string country, CancellationToken ct)
        {
            var activities = await db.OversightActivities.AsNoTracking().Where(a => a.Country == country)
                .OrderByDescending(a => a.HeldOn).ThenBy(a => a.Id).ToListAsync(ct);
            var recommendations = (await db.OversightRecommendations.AsNoTracking().Where(r => r.Country == country)
                .OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct)).ToLookup(r => r.ActivityId);
            return activities.ConvertAll(a => new OverseenActivity(a, [.. recommendations[a.Id]]));
        }

        public Task<Dictionary<Guid, string>> RecordersOfOversightAsync(IReadOnlyCollection<Guid> people, CancellationToken ct) =>
            db.Users.AsNoTracking().Where(p => people.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
    }
}

public sealed record OverseenActivity(OversightActivity Activity, IReadOnlyList<OversightRecommendation> Recommendations);
