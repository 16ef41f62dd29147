using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Keys;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>Somebody of a group who does not hold its key yet: who they are, whether an administrator just named them, and their key if they have a vault.</summary>
public sealed record Outside(CompartmentMember Member, KeyHolder? Holder);

/// <summary>The keys of sealed groups: made by the first member, taken onto a ring, wrapped to others by a member who holds them.</summary>
public sealed class GroupKeys(SealedDb db, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>Takes every key that is wrapped to the ring's owner and may be seen now. One that does not follow from what they remember is an alarm.</summary>
    public async Task TakeAsync(KeyRing ring, CancellationToken ct)
    {
        var wraps = await db.KeyWraps.AsNoTracking().Where(w => w.HolderId == ring.Person).OrderBy(w => w.CompartmentId).ThenBy(w => w.Version).ToListAsync(ct);
        var pins = await db.Pins.AsNoTracking().Where(p => p.PersonId == ring.Person).ToListAsync(ct);
        var steps = await db.Successions.AsNoTracking().ToListAsync(ct);
        var trail = new KeyTrail([.. pins.Select(p => p.Pin)], [.. steps.Select(s => s.Step)]);
        foreach (var wrap in wraps)
        {
            if (!ring.TryTake(wrap.Wrap, trail, out _))
            {
                throw new SealBrokenException("The key of a group is not the one that was known.");
            }
        }

        var unknown = wraps.Where(w => !pins.Exists(p => p.CompartmentId == w.CompartmentId && p.Version == w.Version)).ToList();
        await RememberAsync(ring, unknown.Select(w => (w.CompartmentId, w.Version)), ct);
    }

    public Task<bool> IsMadeAsync(Guid compartment, CancellationToken ct) => db.KeyWraps.AnyAsync(w => w.CompartmentId == compartment, ct);

    /// <summary>The newest version of a group's key, whoever holds it: what is sealed under an older one would go with it.</summary>
    public Task<int> NewestAsync(Guid compartment, CancellationToken ct) => db.KeyWraps.Where(w => w.CompartmentId == compartment).MaxAsync(w => w.Version, ct);

    /// <summary>The officers' recovery key of a country; null before one was made.</summary>
    public Task<StoredRecovery?> RecoveryAsync(string country, CancellationToken ct) =>
        db.Recoveries.AsNoTracking().SingleOrDefaultAsync(r => r.Country == country && r.ReplacedBy == null, ct);

    /// <summary>The group's first key, for its first member and the officers. False when somebody else was first.</summary>
    public async Task<bool> MakeAsync(Compartment group, KeyHolder first, StoredRecovery recovery, KeyRing ring, CancellationToken ct)
    {
        using var key = CompartmentKey.Create(group.Id);
        db.KeyWraps.AddRange(StoredKeyWrap.Of(key.Admit(first)), StoredKeyWrap.Of(key.Admit(recovery.Holder)));
        var act = new Act("sealed.make-key", group.Country, clock.GetUtcNow());
        if (!await db.TrySaveAsync(act, [About(act, group, first.Id, ChangeKind.Added)], ct))
        {
            return false;
        }

        await TakeAsync(ring, ct);
        return true;
    }

    /// <summary>The recovery key of the country, where this group is wrapped to another one: its officers open nothing here until a member says so.</summary>
    public async Task<StoredRecovery?> UntrustedAsync(Compartment group, CancellationToken ct) =>
        await RecoveryAsync(group.Country, ct) is { } recovery && !await db.KeyWraps.AnyAsync(w => w.CompartmentId == group.Id && w.HolderId == recovery.Id, ct) ? recovery : null;

    /// <summary>Wraps every version in use to this recovery key, and none to another any more. False when something of it changed in this moment.</summary>
    public async Task<bool> TrustAsync(Compartment group, StoredRecovery recovery, KeyRing ring, CancellationToken ct)
    {
        db.KeyWraps.RemoveRange(await db.KeyWraps.Where(w => w.CompartmentId == group.Id && w.HolderKind == (short)HolderKind.Recovery).ToListAsync(ct));
        db.KeyWraps.AddRange(ring.Versions(group.Id).Select(v => StoredKeyWrap.Of(v.Admit(recovery.Holder))));
        var act = new Act("sealed.trust-officers", group.Country, clock.GetUtcNow());
        return await db.TrySaveAsync(act, [About(act, group, recovery.Id, ChangeKind.Added)], ct);
    }

    /// <summary>Members in their term, and those who wait to be admitted, who hold no key.</summary>
    public async Task<IReadOnlyList<Outside>> OutsideAsync(Guid compartment, CancellationToken ct)
    {
        var today = Today;
        var members = await db.Members.Where(m => m.CompartmentId == compartment && m.EndedAt == null && m.UntilDay >= today).ToListAsync(ct);
        var holding = await db.KeyWraps.Where(w => w.CompartmentId == compartment).Select(w => w.HolderId).Distinct().ToListAsync(ct);
        var persons = members.Select(m => m.PersonId).ToList();
        var holders = await db.Holders.AsNoTracking().Where(h => persons.Contains(h.PersonId)).ToDictionaryAsync(h => h.PersonId, ct);
        return [.. members.Where(m => m.Waits || !holding.Contains(m.PersonId)).Select(m => new Outside(m, holders.GetValueOrDefault(m.PersonId)?.Holder))];
    }

    /// <summary>Wraps every version in use to somebody of the group. Whoever does so has compared the words of the key with its owner.</summary>
    public async Task<Refusal?> AdmitAsync(Compartment group, Guid person, KeyRing ring, CancellationToken ct)
    {
        if ((await OutsideAsync(group.Id, ct)).FirstOrDefault(o => o.Member.PersonId == person) is not { Holder: { } holder } outside)
        {
            return new Refusal("vault.no-key-to-wrap-to");
        }

        var held = await db.KeyWraps.Where(w => w.CompartmentId == group.Id && w.HolderId == person).Select(w => w.Version).ToListAsync(ct);
        foreach (var version in ring.Versions(group.Id).Where(v => !held.Contains(v.Version)))
        {
            db.KeyWraps.Add(StoredKeyWrap.Of(version.Admit(holder)));
        }

        outside.Member.Waits = false;
        var act = new Act("sealed.admit", group.Country, clock.GetUtcNow());
        return await db.TrySaveAsync(act, [About(act, group, person, ChangeKind.Added)], ct) ? null : new Refusal("vault.no-key-to-wrap-to");
    }

    /// <summary>What the journal says of a group's member: who, and no more.</summary>
    public static JournalChange About(Act act, Compartment group, Guid person, ChangeKind kind) => new()
    {
        Id = OrderedId.At(act.At),
        ActId = act.Id,
        RecordType = nameof(CompartmentMember),
        RecordId = person,
        Kind = kind,
        Country = group.Country,
        Classification = Classification.Public,
        Compartment = group.Id,
        Fields = [],
    };

    private async Task RememberAsync(KeyRing ring, IEnumerable<(Guid Compartment, int Version)> seen, CancellationToken ct)
    {
        var pins = seen.Select(s => ring.Pin(s.Compartment, s.Version)).OfType<CompartmentPin>().ToList();
        if (pins.Count == 0)
        {
            return;
        }

        db.Pins.AddRange(pins.Select(p => new StoredPin { PersonId = ring.Person, CompartmentId = p.Compartment, Version = p.Version, Bytes = p.Bytes.ToArray() }));
        await db.SaveAsync(new Act("vault.remember", Access.Workspace.Shared, clock.GetUtcNow()), [], ct);
    }
}
