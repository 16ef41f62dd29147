using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>What the table needs of the register. Row-level security decides what is found.</summary>
public static class OdaQueries
{
    extension(AppDb db)
    {
        public DbSet<OdaAnswer> OdaAnswers => db.Set<OdaAnswer>();

        /// <param name="units">Names of receivers.</param>
        /// <param name="answering">Where questions are answered; null for whoever may not.</param>
        public async Task<OdaLines> OdaLinesAsync(
            Activity activity, IReadOnlyList<Transaction> transactions, IReadOnlyDictionary<Guid, Wording> units, string? answering, CancellationToken ct)
        {
            var answers = await db.OdaAnswers.AsNoTracking().Where(a => a.ActivityId == activity.Id).OrderBy(a => a.AnsweredAt).ToListAsync(ct);
            var named = answers.ConvertAll(a => a.AnsweredBy);
            var people = named.Count == 0 ? [] : await db.Users.Where(u => named.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
            return new(activity, transactions, await db.OdaJudgeAsync(activity.Country, ct), answers, units, people, answering);
        }

        public async Task<OdaJudge> OdaJudgeAsync(string country, CancellationToken ct) => new(new OdaUnits((await db.InstitutionProfiles.AsNoTracking().Where(p => p.Country == country)
                .Select(p => new { p.InstitutionId, p.ValidFrom, p.ValidUntil, p.Type, p.Component, p.AlsoComponents, p.Armed }).ToListAsync(ct))
            .Select(p => OdaUnit.Of(p.InstitutionId, p.ValidFrom, p.ValidUntil, p.Type, p.Component, p.AlsoComponents, p.Armed))));
    }
}
