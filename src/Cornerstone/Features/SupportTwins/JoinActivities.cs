using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportTwins;

/// <summary>A person's decision on two records: one of them stands for both, or they are two.</summary>
internal sealed class JoinActivities(AppDb db)
{
    /// <summary>Adds the decision; whoever calls saves it.</summary>
    /// <param name="standing">Of the two; the other gives way. Of records that are two it does not matter.</param>
    public async Task<Refusal?> DecideAsync(Activity other, Activity standing, bool isSame, IEnumerable<LikenessReason> reasons, Guid person, DateTimeOffset at, CancellationToken ct)
    {
        var known = await db.SameActivities.AsNoTracking().Where(s => s.Country == standing.Country && s.EndedAt == null).ToListAsync(ct);
        if (MayDecide(known, other, standing, isSame) is { } refusal)
        {
            return refusal;
        }

        db.Add(new SameActivity
        {
            Country = standing.Country,
            Classification = (Classification)Math.Max((int)other.Classification, (int)standing.Classification),
            Compartment = standing.Compartment ?? other.Compartment,
            ActivityId = other.Id,
            StandingId = standing.Id,
            IsSame = isSame,
            Reasons = [.. reasons.Select(r => r.ToString())],
            DecidedBy = person,
            DecidedAt = at,
        });
        return null;
    }

    // Whoever stands for others does not give way, so no way leads in a circle and each is one step long.
    private static Refusal? MayDecide(List<SameActivity> known, Activity other, Activity standing, bool isSame) =>
        known.Exists(k => (k.ActivityId, k.StandingId) == (other.Id, standing.Id) || (k.ActivityId, k.StandingId) == (standing.Id, other.Id)) ? new("support.same-decided")
        : standing.Compartment is { } one && other.Compartment is { } two && one != two ? new("support.same-apart")
        : !isSame ? null
        : known.Exists(k => k.IsSame && k.ActivityId == other.Id) ? new("support.same-gives-way", other.Identifier)
        : known.Exists(k => k.IsSame && k.ActivityId == standing.Id) ? new("support.same-gives-way", standing.Identifier)
        : known.Exists(k => k.IsSame && k.StandingId == other.Id) ? new("support.same-stands", other.Identifier)
        : null;
}
