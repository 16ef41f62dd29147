using System.Collections.Concurrent;
using Cornerstone.Access.Sessions;
using Cornerstone.Sealing;

namespace Cornerstone.Vaults;

/// <summary>What one session has unlocked, and for what the person said they read in each group.</summary>
public sealed class OpenVault(KeyRing ring)
{
    private readonly ConcurrentDictionary<Guid, ReadReason> reasons = [];

    public KeyRing Ring => ring;

    /// <summary>Why the person reads in this group, until the vault is locked; null before they said it.</summary>
    public ReadReason? ReasonIn(Guid compartment) => reasons.TryGetValue(compartment, out var reason) ? reason : null;

    public void ReadsFor(Guid compartment, ReadReason reason) => reasons[compartment] = reason;
}

/// <summary>
/// Unlocked vaults by session, in this process's memory and nowhere else: not in a cookie, a cache or the database. A vault ends with its
/// session, after a quarter of an hour without use, or when its owner says so; its keys are zeroed then.
/// </summary>
public sealed class OpenVaults : IForgetsSessions, IDisposable
{
    private readonly ConcurrentDictionary<Guid, OpenVault> open = [];

    public IReadOnlyCollection<Guid> Sessions => [.. open.Keys];

    public void Keep(SeenSession session, KeyRing ring)
    {
        var before = open.GetValueOrDefault(session.Id);
        open[session.Id] = new OpenVault(ring);
        before?.Ring.Dispose();
    }

    /// <summary>Null when locked. A vault is its owner's: under another person's session it does not show.</summary>
    public OpenVault? Of(SeenSession? session)
    {
        if (session is null || !open.TryGetValue(session.Id, out var vault))
        {
            return null;
        }

        if (!vault.Ring.IsLocked && vault.Ring.Person == session.PersonId)
        {
            return vault;
        }

        Forget(session.Id);
        return null;
    }

    /// <summary>Locks what the same person has opened in other sessions.</summary>
    public void ForgetOthers(SeenSession session)
    {
        foreach (var (id, _) in open.Where(o => o.Key != session.Id && o.Value.Ring.Person == session.PersonId))
        {
            Forget(id);
        }
    }

    public void Forget(Guid session)
    {
        if (open.TryRemove(session, out var vault))
        {
            vault.Ring.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var session in open.Keys)
        {
            Forget(session);
        }
    }
}
