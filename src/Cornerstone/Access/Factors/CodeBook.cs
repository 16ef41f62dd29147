using System.Net;
using System.Security.Cryptography;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Access.Factors;

/// <summary>What became of a typed code: what it proves together with the password, or how long to wait, or neither.</summary>
public sealed record TriedCode(Proof? Proof, TimeSpan Wait);

/// <summary>The codes of the person the transaction is for: takes each once, and keeps what makes new ones.</summary>
public sealed class CodeBook(AppDb db, SecretLock secrets, Throttle throttle, TimeProvider clock)
{
    private const string OneEach = "authenticator_pkey";

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
        await RemoveRecoveryCodesAsync(ct);
        var set = RecoveryCode.MakeSet(db.Reader.Id, clock.GetUtcNow());
        db.RecoveryCodes.AddRange(set.Select(c => c.Kept));
        return [.. set.Select(c => c.Shown)];
    }

    public async Task RemoveRecoveryCodesAsync(CancellationToken ct) =>
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(c => c.PersonId == db.Reader.Id).ToListAsync(ct));

    /// <summary>
    /// An authenticator, and recovery codes where there are none. Null when the code is not one of its codes, or when there is
    /// another authenticator already that must not be replaced: of two set up in the same moment the first stays.
    /// </summary>
    /// <param name="offer">The secret as it was shown a moment ago, locked.</param>
    /// <param name="mayReplace">False for whoever has not shown a code of the one there may be.</param>
    public async Task<IReadOnlyList<string>?> KeepAuthenticatorAsync(string offer, string typed, bool mayReplace, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (secrets.Offered(db.Reader.Id, offer) is not { } secret || Totp.StepOf(secret, typed, now, lastTaken: 0) is not { } step)
        {
            return null;
        }

        if (await MineAsync(ct) is not { } known)
        {
            db.Authenticators.Add(new() { PersonId = db.Reader.Id, Secret = secrets.Lock(db.Reader.Id, secret), LastStep = step, MadeAt = now });
        }
        else if (mayReplace)
        {
            (known.Secret, known.LastStep, known.MadeAt) = (secrets.Lock(db.Reader.Id, secret), step, now);
        }
        else
        {
            return null;
        }

        var shown = await RecoveryCodesLeftAsync(ct) == 0 ? await NewRecoveryCodesAsync(ct) : [];
        return await db.IsFirstToSaveAsync(new Act("access.authenticator", Workspace.Shared, now), OneEach, ct) ? shown : null;
    }

    /// <summary>The authenticator goes, and the recovery codes when they stand in for nothing else. False when there is none.</summary>
    public async Task<bool> RemoveAuthenticatorAsync(CancellationToken ct)
    {
        if (await MineAsync(ct) is not { } mine)
        {
            return false;
        }

        db.Authenticators.Remove(mine);
        if (!await db.Passkeys.AnyAsync(p => p.PersonId == mine.PersonId, ct))
        {
            await RemoveRecoveryCodesAsync(ct);
        }

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

internal static class FirstOfMany
{
    /// <summary>Saves unless another did before, or in the same moment: false when the database has one already by this rule.</summary>
    public static async Task<bool> IsFirstToSaveAsync(this AppDb db, Act act, string rule, CancellationToken ct)
    {
        try
        {
            return await db.TrySaveAsync(act, ct) == SaveOutcome.Saved;
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException known && known.ConstraintName == rule)
        {
            db.ChangeTracker.Clear();
            await db.BeginAsync(db.Reader, ct);
            return false;
        }
    }
}
