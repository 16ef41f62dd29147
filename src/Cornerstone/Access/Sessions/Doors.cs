using Cornerstone.Access.Passwords;
using Cornerstone.Access.Tokens;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Access.Sessions;

/// <summary>An open session that a token belongs to.</summary>
public sealed record SeenSession(Guid Id, Guid PersonId, Proof Proof, DateTimeOffset ProvedAt, DateTimeOffset? PasskeyAt)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    /// <summary>True within minutes of a proof. People of the demonstration come in by a click and have nothing to prove.</summary>
    public bool IsFresh(DateTimeOffset now) => Proof == Proof.Demonstration || IsWithin(ProvedAt, now);

    /// <summary>
    /// True within minutes of a passkey whose device has made sure of its owner: what sealed areas ask for. No password, code or
    /// token stands in for it, nor a click in the demonstration.
    /// </summary>
    public bool IsFreshByPasskey(DateTimeOffset now) => PasskeyAt is { } at && IsWithin(at, now);

    private static bool IsWithin(DateTimeOffset at, DateTimeOffset now) => now < at + Fresh && now > at - Fresh;
}

/// <summary>
/// The few questions the database answers before it knows who asks. Each is a function of its own in the migrations;
/// past them, a person reads their own sessions and credentials and nobody else's.
/// </summary>
public sealed class Doors(Database database, TimeProvider clock)
{
    /// <summary>Whose session the token opens; null when none, or no longer.</summary>
    public async Task<SeenSession?> SeeAsync(string token, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select id, person_id, proof, proved_at, passkey_at from access.session_seen($1, $2, $3, $4)");
        command.Parameters.Add(new() { Value = Session.HashOf(token) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = Session.LongestPause });
        command.Parameters.Add(new() { Value = Session.LongestSession });
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? new(rows.GetGuid(0), rows.GetGuid(1), Enum.Parse<Proof>(rows.GetString(2)), rows.GetFieldValue<DateTimeOffset>(3), await MomentAsync(rows, 4, ct)) : null;
    }

    /// <summary>Whose token this is, and for which country; null when nobody's, or no longer.</summary>
    public async Task<SeenToken?> SeeTokenAsync(string token, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select id, person_id, country, proof from access.api_token_seen($1, $2)");
        command.Parameters.Add(new() { Value = OneTimeLink.HashOf(token) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? new(rows.GetGuid(0), rows.GetGuid(1), rows.GetString(2), Enum.Parse<Proof>(rows.GetString(3))) : null;
    }

    /// <summary>Whose password an e-mail address asks for, and its hash; null when nobody's.</summary>
    public async Task<(Guid PersonId, string Hash)?> PasswordOfAsync(string email, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select person_id, hash from access.password_of($1)");
        command.Parameters.Add(new() { Value = email.ToUpperInvariant() });
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? (rows.GetGuid(0), rows.GetString(1)) : null;
    }

    /// <summary>Counts a try for the account and for what it shares with others; not zero when either has to wait, and then neither is counted.</summary>
    public async Task<TimeSpan> TakeAttemptsAsync(Count account, Count shared, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.take_attempts($1, $2, $3, $4, $5, $6, $7, $8, $9)");
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        foreach (var (key, pace) in new[] { account, shared })
        {
            command.Parameters.Add(new() { Value = key });
            command.Parameters.Add(new() { Value = pace.Free });
            command.Parameters.Add(new() { Value = pace.Longest });
            command.Parameters.Add(new() { Value = pace.Pause });
        }

        return (TimeSpan)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task AttemptSucceededAsync(byte[] accountKey, byte[] addressKey, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.attempt_succeeded($1, $2, $3)");
        command.Parameters.Add(new() { Value = accountKey });
        command.Parameters.Add(new() { Value = addressKey });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Whether one of the workspaces this person belongs to demands a second step of them.</summary>
    public async Task<bool> NeedsSecondStepAsync(Guid person, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.needs_second_step($1)");
        command.Parameters.Add(new() { Value = person });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    public async Task StartSignInAsync(string token, Guid person, Proof first, TimeSpan longest, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.start_sign_in($1, $2, $3, $4, $5)");
        command.Parameters.Add(new() { Value = Session.HashOf(token) });
        command.Parameters.Add(new() { Value = person });
        command.Parameters.Add(new() { Value = first.ToString() });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = longest });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Who took the first step in this browser and not yet the second, and which it was; null when nobody, or too long ago.</summary>
    public async Task<(Guid Person, Proof First)?> StartedSignInOfAsync(string token, TimeSpan longest, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select person_id, first_step from access.started_sign_in_of($1, $2, $3)");
        command.Parameters.Add(new() { Value = Session.HashOf(token) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = longest });
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? (rows.GetGuid(0), Enum.Parse<Proof>(rows.GetString(1))) : null;
    }

    public async Task EndStartedSignInAsync(string token, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.end_started_sign_in($1)");
        command.Parameters.Add(new() { Value = Session.HashOf(token) });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>Keeps what a browser was asked, in place of what it was asked before.</summary>
    public async Task AskQuestionAsync(byte[] holder, string state, TimeSpan longest, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.ask_question($1, $2, $3, $4)");
        command.Parameters.Add(new() { Value = holder });
        command.Parameters.Add(new() { Value = state });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = longest });
        await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>What this browser was asked: told once. Null when nothing, or too long ago.</summary>
    public async Task<string?> TakeQuestionAsync(byte[] holder, TimeSpan longest, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.take_question($1, $2, $3)");
        command.Parameters.Add(new() { Value = holder });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = longest });
        return await command.ExecuteScalarAsync(ct) as string;
    }

    /// <summary>Whose passkey goes by this number; null when nobody's.</summary>
    public async Task<Guid?> PersonOfPasskeyAsync(byte[] credential, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.person_of_passkey($1)");
        command.Parameters.Add(new() { Value = credential });
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    /// <summary>Whom an identity provider means by this number; null when nobody here.</summary>
    public async Task<Guid?> PersonOfSubjectAsync(string issuer, string subject, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.person_of_subject($1, $2)");
        command.Parameters.Add(new() { Value = issuer });
        command.Parameters.Add(new() { Value = subject });
        return await command.ExecuteScalarAsync(ct) as Guid?;
    }

    public async Task EndAsync(string token, string because, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.end_session($1, $2)");
        command.Parameters.Add(new() { Value = Session.HashOf(token) });
        command.Parameters.Add(new() { Value = because });
        await command.ExecuteNonQueryAsync(ct);
    }

    private static async Task<DateTimeOffset?> MomentAsync(NpgsqlDataReader rows, int column, CancellationToken ct) =>
        await rows.IsDBNullAsync(column, ct) ? null : rows.GetFieldValue<DateTimeOffset>(column);
}

public static class LinkDoor
{
    /// <summary>Shows a one-time link to the database: from here to the end of this reader's transaction its row can be read, open or not.</summary>
    public static async Task<OneTimeLink?> FindLinkAsync(this AppDb db, string token, Reader reader, CancellationToken ct)
    {
        var hash = OneTimeLink.HashOf(token);
        await db.BeginAsync(reader, ct);
        await db.Database.ExecuteSqlAsync($"select set_config('app.link', {Convert.ToHexStringLower(hash)}, true)", ct);
        return await db.OneTimeLinks.SingleOrDefaultAsync(l => l.TokenHash == hash, ct);
    }
}
