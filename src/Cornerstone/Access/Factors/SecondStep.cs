using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Factors;

/// <summary>The step after the first one, which is a password or an organisation's word: who has to take it, who is about to, and what follows.</summary>
public sealed class SecondStep(AppDb db, Doors doors, StartedSignIn started, Entry entry)
{
    public const string CodeAddress = "/sign-in/code";
    public const string FirstAddress = "/sign-in/authenticator";

    /// <summary>Where somebody goes on after the first step; null when it is all that is asked of them.</summary>
    public async Task<string?> AfterFirstStepAsync(HttpContext http, Guid person, Proof first, CancellationToken ct)
    {
        await db.BeginAsync(new Reader(person, "", []), ct);
        var hasOne = await HasOneAsync(ct);
        if (!hasOne && !await doors.NeedsSecondStepAsync(person, ct))
        {
            return null;
        }

        await started.BeginAsync(http, person, first, ct);
        return hasOne ? CodeAddress : FirstAddress;
    }

    /// <summary>Who waits for the second step in this browser; from here the transaction is theirs. Null when nobody does.</summary>
    public async Task<Reader?> WaitingAsync(HttpContext http, CancellationToken ct)
    {
        if (await started.OfAsync(http, ct) is not { } begun)
        {
            return null;
        }

        var reader = await CurrentReader.ReaderOfAsync(db, begun.Person, ct);
        await db.BeginAsync(reader, ct);
        return reader;
    }

    /// <summary>True when the person of the transaction has something to take the step with: then nothing is set up before it is taken.</summary>
    public async Task<bool> HasOneAsync(CancellationToken ct) =>
        await db.Authenticators.AnyAsync(a => a.PersonId == db.Reader.Id, ct) || await db.Passkeys.AnyAsync(p => p.PersonId == db.Reader.Id, ct);

    /// <summary>The step is taken: from here there is a session.</summary>
    /// <param name="proof">What the step proves after the password.</param>
    public async Task<Reader> EnterAsync(HttpContext http, Reader reader, Proof proof, CancellationToken ct)
    {
        var first = (await started.OfAsync(http, ct))?.First;
        await started.EndAsync(http, ct);
        return await entry.LetInAsync(http, reader.Id, first == Proof.Organisation ? first.Value.WithCode() : proof, ct);
    }
}
