using Cornerstone.Data;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>A call as whoever made it sees it: what became of it, and never whether there is such a group before a member let them in.</summary>
public sealed record MyCall(EmergencyCall Call, EmergencyOpening? Opening);

/// <summary>Somebody outside asks to be let in. The answer is the same whether there is a group of that name or not.</summary>
public sealed class EmergencyCalls(SealedDb db, TimeProvider clock)
{
    public const string AskAct = "sealed.emergency-call";
    public const string WithdrawAct = "sealed.emergency-withdraw";

    private const int Shown = 20;

    public async Task<IReadOnlyList<MyCall>> MineAsync(string country, CancellationToken ct)
    {
        var me = db.Reader.Id;
        var calls = await db.Calls.AsNoTracking().Where(c => c.AskedBy == me && c.Country == country).OrderByDescending(c => c.AskedAt).Take(Shown).ToListAsync(ct);
        var ids = calls.Select(c => c.Id).ToList();
        var openings = await db.Openings.AsNoTracking().Where(o => o.PersonId == me && ids.Contains(o.CallId)).ToDictionaryAsync(o => o.CallId, ct);
        return [.. calls.Select(c => new MyCall(c, openings.GetValueOrDefault(c.Id)))];
    }

    public Task<Refusal?> AskAsync(string country, string groupName, EmergencyGround ground, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        db.Calls.Add(new() { Country = country, GroupName = groupName, Ground = ground, AskedBy = db.Reader.Id, AskedAt = now });
        return db.TryAsync(new Act(AskAct, country, now, ground.ToString()), [], "emergency.asked", ct);
    }

    /// <summary>Null when it is done; the call does not stand any more when somebody was let in by it.</summary>
    public async Task<Refusal?> WithdrawAsync(string country, Guid id, CancellationToken ct)
    {
        var (me, now) = (db.Reader.Id, clock.GetUtcNow());
        var call = await db.Calls.SingleOrDefaultAsync(c => c.Id == id && c.AskedBy == me && c.Country == country, ct);
        if (call is null || !call.Stands(now))
        {
            return new Refusal("emergency.not-possible");
        }

        call.WithdrawnAt = now;
        return await db.TryAsync(new Act(WithdrawAct, country, now, call.Ground.ToString()), [], "emergency.asked", ct);
    }
}
