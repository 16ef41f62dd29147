using System.Net;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Passwords;

/// <summary>What became of a typed password: whose it is, or how long to wait, or neither.</summary>
public sealed record Tried(Guid? PersonId, TimeSpan Wait, bool IsHashedWithFewerRounds = false)
{
    public bool IsRight => PersonId is not null;

    public double WaitSeconds => Math.Ceiling(Wait.TotalSeconds);
}

/// <summary>Compares typed passwords, slowly for those who guess, and keeps chosen ones.</summary>
public sealed class PasswordGate(Doors doors, PasswordHashing hashing, Throttle throttle, AppDb db, TimeProvider clock)
{
    private static readonly Tried Busy = new(null, TimeSpan.FromSeconds(10));

    /// <summary>The same steps for whoever is asked for: nobody's wait, answer or work tells who has an account.</summary>
    public async Task<Tried> TryAsync(string email, string typed, IPAddress? from, CancellationToken ct)
    {
        // Looked at first: a try that nobody has time for counts for nobody.
        if (hashing.IsBusy)
        {
            return Busy;
        }

        var account = email.ToUpperInvariant();
        if (await throttle.TakeAsync(account, from, ct) is var wait && wait > TimeSpan.Zero)
        {
            return new(null, wait);
        }

        var known = await doors.PasswordOfAsync(email, ct);
        return await CompareAsync(account, known?.PersonId, known?.Hash, typed, from, ct);
    }

    public async Task<Tried> TryOwnAsync(Password own, string typed, IPAddress? from, CancellationToken ct)
    {
        var account = own.PersonId.ToString();
        return await throttle.TakeAsync(account, from, ct) is var wait && wait > TimeSpan.Zero
            ? new(null, wait)
            : await CompareAsync(account, own.PersonId, own.Hash, typed, from, ct);
    }

    /// <summary>Keeps a new password of whoever the transaction is for. The act that saves it ends their sessions.</summary>
    public async Task SetAsync(string chosen, CancellationToken ct)
    {
        var hash = await hashing.HashAsync(chosen, ct);
        if (await db.Passwords.SingleOrDefaultAsync(p => p.PersonId == db.Reader.Id, ct) is { } known)
        {
            (known.Hash, known.ChangedAt) = (hash, clock.GetUtcNow());
        }
        else
        {
            db.Passwords.Add(new() { PersonId = db.Reader.Id, Hash = hash, ChangedAt = clock.GetUtcNow() });
        }
    }

    /// <summary>The same password with the rounds of today: what was hashed with fewer does not stay so.</summary>
    public async Task HashAnewAsync(Guid person, string typed, CancellationToken ct)
    {
        await db.BeginAsync(new Reader(person, "", []), ct);
        (await db.Passwords.SingleAsync(p => p.PersonId == db.Reader.Id, ct)).Hash = await hashing.HashAsync(typed, ct);
        await db.SaveAsync(new Act("access.password-hashed-anew", Workspace.Shared, clock.GetUtcNow()), ct);
    }

    private async Task<Tried> CompareAsync(string account, Guid? person, string? hash, string typed, IPAddress? from, CancellationToken ct)
    {
        // Very many came past the first look in one moment.
        if (hashing.IsBusy)
        {
            return Busy;
        }

        var result = await hashing.CheckAsync(hash, typed, ct);
        if (result == PasswordVerificationResult.Failed)
        {
            await db.SaveAsync(new Act("access.sign-in-refused", Workspace.Shared, clock.GetUtcNow()), ct);
            return new(null, TimeSpan.Zero);
        }

        await throttle.SucceededAsync(account, from, ct);
        return new(person, TimeSpan.Zero, result == PasswordVerificationResult.SuccessRehashNeeded);
    }
}
