using System.Net;
using System.Security.Cryptography;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Factors;

/// <summary>What became of a typed code: what it proves together with the password, or how long to wait, or neither.</summary>
public sealed record TriedCode(Proof? Proof, TimeSpan Wait);

/// <summary>The codes of the person the transaction is for: takes each once, and keeps what makes new ones.</summary>
public sealed class CodeBook(AppDb db, SecretLock secrets, Throttle throttle, TimeProvider clock)
{
    /// <summary>Tries a code. It is counted before it is looked at; a wrong one and one used before are the same.</summary>
    public async Task<TriedCode> TryAsync(string typed, IPAddress? from, CancellationToken ct)
    {
        var person = db.Reader.Id;
        if (await throttle.TakeCodeAsync(person, from, ct) is var wait && wait > TimeSpan.Zero)
        {
            return new(null, wait);
        }

        var now = clock.GetUtcNow();
        var (act, proof) = await TakeAsync(typed, now, ct);
        // Many at once: the database lets one of them be the first.
        if (proof is not null && await db.TrySaveAsync(new Act(act, Workspace.Shared, now), ct) == SaveOutcome.Saved)
        {
            await throttle.CodeSucceededAsync(person, from, ct);
            return new(proof, TimeSpan.Zero);
        }

        await db.SaveAsync(new Act("access.code-refused", Workspace.Shared, now), ct);
        return new(null, TimeSpan.Zero);
    }

    public Task<int> RecoveryCodesLeftAsync(CancellationToken ct) => db.RecoveryCodes.CountAsync(c => c.PersonId == db.Reader.Id && c.UsedAt == null, ct);

    /// <summary>Ten codes in place of those there are: to be shown now, and never again. The act that saves them ends all sessions.</summary>
    public async Task<IReadOnlyList<string>> NewRecoveryCodesAsync(CancellationToken ct)
    {
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.PersonId == db.Reader.Id).ToListAsync(ct));
        var set = RecoveryCode.MakeSet(db.Reader.Id, clock.GetUtcNow());
        db.RecoveryCodes.AddRange(set.Select(c => c.Kept));
        return [.. set.Select(c => c.Shown)];
    }

    /// <summary>An authenticator in place of the one there is, and recovery codes where there are none. Null when the code is not one of its codes.</summary>
    /// <param name="offer">The secret as it was shown a moment ago, locked.</param>
    public async Task<IReadOnlyList<string>?> KeepAuthenticatorAsync(string offer, string typed, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (secrets.Offered(db.Reader.Id, offer) is not { } secret || Totp.StepOf(secret, typed, now, lastTaken: 0) is not { } step)
        {
            return null;
        }

        var locked = secrets.Lock(db.Reader.Id, secret);
        if (await MineAsync(ct) is { } known)
        {
            (known.Secret, known.LastStep, known.MadeAt) = (locked, step, now);
        }
        else
        {
            db.Authenticators.Add(new() { PersonId = db.Reader.Id, Secret = locked, LastStep = step, MadeAt = now });
        }

        var shown = await RecoveryCodesLeftAsync(ct) == 0 ? await NewRecoveryCodesAsync(ct) : [];
        await db.SaveAsync(new Act("access.authenticator", Workspace.Shared, now), ct);
        return shown;
    }

    /// <summary>The authenticator goes, and the recovery codes that stand in for it. False when there is none.</summary>
    public async Task<bool> RemoveAuthenticatorAsync(CancellationToken ct)
    {
        if (await MineAsync(ct) is not { } mine)
        {
            return false;
        }

        db.Authenticators.Remove(mine);
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.PersonId == mine.PersonId).ToListAsync(ct));
        await db.SaveAsync(new Act("access.remove-authenticator", Workspace.Shared, clock.GetUtcNow()), ct);
        return true;
    }

    public Task<Authenticator?> MineAsync(CancellationToken ct) => db.Authenticators.SingleOrDefaultAsync(a => a.PersonId == db.Reader.Id, ct);

    private async Task<(string Act, Proof? Proof)> TakeAsync(string typed, DateTimeOffset now, CancellationToken ct)
    {
        if (typed.Count(char.IsLetterOrDigit) <= Totp.Digits)
        {
            if (await MineAsync(ct) is { } mine && Totp.StepOf(Unlocked(mine), typed, now, mine.LastStep) is { } step)
            {
                mine.LastStep = step;
                return ("access.second-step", Proof.PasswordAndCode);
            }
        }
        else if (await UnusedAsync(typed, ct) is { } code)
        {
            code.UsedAt = now;
            return ("access.recovery-code", Proof.PasswordAndRecoveryCode);
        }

        return ("", null);
    }

    private byte[] Unlocked(Authenticator mine)
    {
        try
        {
            return secrets.Unlock(mine.PersonId, mine.Secret);
        }
        catch (CryptographicException)
        {
            // The program's keys were lost, or the row is another person's: its codes are nobody's, and recovery codes still work.
            return RandomNumberGenerator.GetBytes(Totp.SecretBytes);
        }
    }

    private Task<RecoveryCode?> UnusedAsync(string typed, CancellationToken ct)
    {
        var hash = RecoveryCode.HashOf(typed);
        return db.RecoveryCodes.SingleOrDefaultAsync(c => c.PersonId == db.Reader.Id && c.Hash == hash && c.UsedAt == null, ct);
    }
}
