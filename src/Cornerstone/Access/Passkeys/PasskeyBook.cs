using System.Security.Cryptography;
using System.Text.Json;
using Cornerstone.Access.Factors;
using Cornerstone.Access.Passwords;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Passkeys;

/// <summary>What a browser is asked to sign, or how long to wait before asking.</summary>
public sealed record PasskeyQuestion(string? Json, TimeSpan Wait);

/// <summary>
/// Registers passkeys and takes what they sign. The mathematics is the framework's; here is what it does not know: each question
/// is answered once, in the browser that asked it and for what it was asked, and a count that went back is somebody's copy.
/// </summary>
public sealed class PasskeyBook(IPasskeyHandler<Person> handler, AppDb db, Doors doors, CodeBook codes, Throttle throttle, TimeProvider clock)
{
    public static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private const string OneOfEach = "passkey_credential_id_key";
    private const string Registering = "register";
    private const string Confirming = "confirm";
    private const string SigningIn = "sign in";
    private const int TokenBytes = 32;

    /// <summary>Asks a device of the reader for a new passkey.</summary>
    public async Task<string> OfferAsync(HttpContext http, CancellationToken ct)
    {
        var person = await db.Users.AsNoTracking().SingleAsync(p => p.Id == db.Reader.Id, ct);
        var offer = await handler.MakeCreationOptionsAsync(new() { Id = person.Id.ToString(), Name = person.Email ?? person.Name, DisplayName = person.Name }, http);
        await doors.AskQuestionAsync(Holder(Registering, SessionCookie.Session.Read(http.Request)!), offer.AttestationState!, Longest, ct);
        return offer.CreationOptionsJson;
    }

    /// <summary>
    /// Keeps the passkey a device has made, and makes recovery codes where there are none. Null when it is not an answer to what was
    /// asked here, or when the device's key is known already, to whomever it belongs.
    /// </summary>
    public async Task<IReadOnlyList<string>?> KeepAsync(HttpContext http, string name, string credential, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        if (await doors.TakeQuestionAsync(Holder(Registering, SessionCookie.Session.Read(http.Request)!), Longest, ct) is not { } asked)
        {
            return null;
        }

        var made = await handler.PerformAttestationAsync(new() { HttpContext = http, CredentialJson = credential, AttestationState = asked });
        if (!made.Succeeded || made.UserEntity.Id != db.Reader.Id.ToString() || !made.Passkey.IsUserVerified)
        {
            await db.SaveAsync(new Act("access.passkey-refused", Workspace.Shared, now), ct);
            return null;
        }

        db.Passkeys.Add(Passkey.Of(db.Reader.Id, name.Trim(), made.Passkey, now));
        var shown = await codes.RecoveryCodesLeftAsync(ct) == 0 ? await codes.NewRecoveryCodesAsync(ct) : [];
        return await db.IsFirstToSaveAsync(new Act("access.passkey", Workspace.Shared, now), OneOfEach, ct) ? shown : null;
    }

    /// <summary>Asks whoever sits there for a passkey of theirs.</summary>
    /// <param name="own">Who must answer; null when nobody has said yet who that is: the device knows.</param>
    public async Task<PasskeyQuestion> AskAsync(HttpContext http, Reader? own, CancellationToken ct)
    {
        if (await throttle.TakeQuestionAsync(http.Connection.RemoteIpAddress, ct) is var wait && wait > TimeSpan.Zero)
        {
            return new(null, wait);
        }

        var person = own is null ? null : await db.Users.AsNoTracking().SingleAsync(p => p.Id == own.Id, ct);
        var question = await handler.MakeRequestOptionsAsync(person, http);
        await doors.AskQuestionAsync(own is null ? Holder(SigningIn, NewToken(http)) : HolderOf(http, own)!, question.AssertionState!, Longest, ct);
        return new(question.RequestOptionsJson, TimeSpan.Zero);
    }

    /// <summary>Who has answered; from here the transaction is theirs. Null when nobody did, or not to what was asked here.</summary>
    public async Task<Guid?> TryAsync(HttpContext http, Reader? own, string credential, CancellationToken ct)
    {
        if (HolderOf(http, own) is not { } holder || await doors.TakeQuestionAsync(holder, Longest, ct) is not { } asked)
        {
            return null;
        }

        var person = CredentialIn(credential) is { } id ? await doors.PersonOfPasskeyAsync(id, ct) : null;
        await db.BeginAsync(own ?? (person is { } known ? new Reader(known, "", []) : Reader.Anonymous), ct);
        var answer = await handler.PerformAssertionAsync(new() { HttpContext = http, CredentialJson = credential, AssertionState = asked });
        var act = answer.Succeeded && person == answer.User.Id && person == db.Reader.Id && answer.Passkey.IsUserVerified ? await TakeAsync(answer.Passkey, ct) : "access.passkey-refused";
        if (act is not null)
        {
            await db.SaveAsync(new Act(act, Workspace.Shared, clock.GetUtcNow()), ct);
            return null;
        }

        await throttle.QuestionAnsweredAsync(http.Connection.RemoteIpAddress, ct);
        return person;
    }

    public Task<List<Passkey>> MineAsync(CancellationToken ct) => db.Passkeys.Where(p => p.PersonId == db.Reader.Id).OrderBy(p => p.MadeAt).ToListAsync(ct);

    /// <summary>It goes, and the recovery codes with the last of what they stand in for.</summary>
    public async Task RemoveAsync(Passkey removed, CancellationToken ct)
    {
        db.Passkeys.Remove(removed);
        if (await codes.MineAsync(ct) is null && !await db.Passkeys.AnyAsync(p => p.PersonId == removed.PersonId && p.Id != removed.Id, ct))
        {
            await codes.RemoveRecoveryCodesAsync(ct);
        }

        await db.SaveAsync(new Act("access.remove-passkey", Workspace.Shared, clock.GetUtcNow()), ct);
    }

    // Notes that it was used; else the name of the act that says why not.
    private async Task<string?> TakeAsync(UserPasskeyInfo told, CancellationToken ct)
    {
        var kept = await db.Passkeys.SingleAsync(p => p.CredentialId == told.CredentialId, ct);
        if (kept.IsCopied(told))
        {
            return "access.passkey-copied";
        }

        (kept.SignCount, kept.IsBackedUp, kept.LastUsedAt) = (told.SignCount, told.IsBackedUp, clock.GetUtcNow());
        return await db.TrySaveAsync(new Act("access.passkey-used", Workspace.Shared, kept.LastUsedAt.Value), ct) == SaveOutcome.Saved ? null : "access.passkey-copied";
    }

    // A question is for one browser: that of the session, or one without a session, which for this holds a token of its own.
    private static byte[]? HolderOf(HttpContext http, Reader? own) => own is null
        ? SessionCookie.Passkey.Read(http.Request) is { } token ? Holder(SigningIn, token) : null
        : Holder(Confirming, SessionCookie.Session.Read(http.Request)!);

    private static string NewToken(HttpContext http)
    {
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        SessionCookie.Passkey.Write(http, token);
        return token;
    }

    private static byte[] Holder(string purpose, string token) => OneTimeLink.HashOf($"{purpose} {token}");

    private static byte[]? CredentialIn(string json)
    {
        try
        {
            using var told = JsonDocument.Parse(json);
            return told.RootElement.TryGetProperty("id", out var id) ? WebEncoders.Base64UrlDecode(id.GetString() ?? "") : null;
        }
        catch (Exception fault) when (fault is JsonException or FormatException or InvalidOperationException)
        {
            return null;
        }
    }
}
