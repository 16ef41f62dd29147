using System.Net;
using Cornerstone.Access;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Sealing;
using Cornerstone.Sealing.Keys;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>What became of a typed passphrase. A wrong one and a vault that is not there look the same.</summary>
public sealed record Unlocking(bool IsOpen, TimeSpan Wait);

/// <summary>A person's vault: made, opened for a session, locked, made anew. The reader of the sealed store acts.</summary>
public sealed class UnlockVault(SealedDb db, OpenVaults vaults, GroupKeys keys, Throttle throttle, TimeProvider clock)
{
    // Stretching a passphrase takes a tenth of a second of one core: one at a time leaves the others to everybody else.
    private static readonly SemaphoreSlim Turn = new(1, 1);

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public Task<PersonVault?> MineAsync(CancellationToken ct) => db.Vaults.SingleOrDefaultAsync(v => v.PersonId == db.Reader.Id, ct);

    /// <summary>Holds a share of a recovery key, be it of before, which groups may still have: a new vault does not open it.</summary>
    public Task<bool> IsOfficerAsync(CancellationToken ct) => db.PairSeals.AnyAsync(s => s.FirstId == db.Reader.Id || s.SecondId == db.Reader.Id, ct);

    public async Task<PublicKey?> PublicKeyAsync(CancellationToken ct) =>
        await db.Holders.AsNoTracking().SingleOrDefaultAsync(h => h.PersonId == db.Reader.Id, ct) is { } mine ? mine.Holder.Key : null;

    /// <summary>A new key pair under a new passphrase, which is given out this once. Of a vault before it, nothing is left: members admit its owner anew.</summary>
    /// <param name="isKnown">Somebody may have found the words of the one before: its groups change their keys.</param>
    public async Task<string> MakeAsync(CancellationToken ct, bool isKnown = false)
    {
        using var passphrase = VaultPassphrase.Draw();
        using var key = PersonKey.Create(db.Reader.Id);
        var closed = await InTurnAsync(() => key.Close(passphrase), ct);
        var before = await MineAsync(ct);
        if (before is null)
        {
            db.Vaults.Add(new() { PersonId = key.Person, Closed = closed, MadeOn = Today });
            db.Holders.Add(new() { PersonId = key.Person, PublicKey = key.Public.ToStored() });
        }
        else
        {
            (before.Closed, before.MadeOn) = (closed, Today);
            (await db.Holders.SingleAsync(h => h.PersonId == key.Person, ct)).PublicKey = key.Public.ToStored();
            db.Pins.RemoveRange(await db.Pins.Where(p => p.PersonId == key.Person).ToListAsync(ct));
            var held = await db.KeyWraps.Where(w => w.HolderId == key.Person).ToListAsync(ct);
            db.KeyWraps.RemoveRange(held);
            await db.ExposeAsync(isKnown ? held : [], key.Person, Today, ct);
            db.Loans.RemoveRange(await db.Loans.Where(l => l.PersonId == key.Person).ToListAsync(ct));
        }

        await db.SaveAsync(new Act(before is null ? "vault.make" : "vault.make-anew", Workspace.Shared, clock.GetUtcNow()), [], ct);
        return passphrase.Reveal();
    }

    public async Task<Unlocking> TryAsync(SeenSession session, string typed, IPAddress? from, CancellationToken ct)
    {
        var account = $"vault {session.PersonId}";
        if (await throttle.TakeAsync(account, from, ct) is var wait && wait > TimeSpan.Zero)
        {
            return new(false, wait);
        }

        if (await OpenAsync(typed, ct) is not { } key)
        {
            await db.SaveAsync(new Act("vault.refused", Workspace.Shared, clock.GetUtcNow()), [], ct);
            return new(false, TimeSpan.Zero);
        }

        await throttle.SucceededAsync(account, from, ct);
        var ring = new KeyRing(key, KeyRing.UsualIdle, clock);
        try
        {
            await db.SaveAsync(new Act("vault.unlock", Workspace.Shared, clock.GetUtcNow()), [], ct);
            await keys.TakeAsync(ring, ct);
        }
        catch
        {
            ring.Dispose();
            throw;
        }

        vaults.Keep(session, ring);
        return new(true, TimeSpan.Zero);
    }

    private async Task<PersonKey?> OpenAsync(string typed, CancellationToken ct)
    {
        if (!VaultPassphrase.TryRead(typed, out var passphrase))
        {
            return null;
        }

        using (passphrase)
        {
            return await MineAsync(ct) is { } mine ? await InTurnAsync(() => PersonKey.Open(mine.PersonId, mine.Closed, passphrase), ct) : null;
        }
    }

    internal static async Task<T> InTurnAsync<T>(Func<T> work, CancellationToken ct)
    {
        await Turn.WaitAsync(ct);
        try
        {
            return await Task.Run(work, CancellationToken.None);
        }
        finally
        {
            Turn.Release();
        }
    }
}
