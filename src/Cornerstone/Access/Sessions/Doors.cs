using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Access.Sessions;

/// <summary>An open session that a token belongs to.</summary>
public sealed record SeenSession(Guid Id, Guid PersonId, Proof Proof);

/// <summary>
/// The few questions the database answers before it knows who asks. Each is a function of its own in the migrations;
/// past them, a person reads their own sessions and credentials and nobody else's.
/// </summary>
public sealed class Doors(Database database, TimeProvider clock)
{
    /// <summary>Whose session the token opens; null when none, or no longer.</summary>
    public async Task<SeenSession?> SeeAsync(string token, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select id, person_id, proof from access.session_seen($1, $2, $3, $4)");
        command.Parameters.Add(new() { Value = Session.HashOf(token) });
        command.Parameters.Add(new() { Value = clock.GetUtcNow() });
        command.Parameters.Add(new() { Value = Session.LongestPause });
        command.Parameters.Add(new() { Value = Session.LongestSession });
        await using var rows = await command.ExecuteReaderAsync(ct);
        return await rows.ReadAsync(ct) ? new(rows.GetGuid(0), rows.GetGuid(1), Enum.Parse<Proof>(rows.GetString(2))) : null;
    }

    public async Task EndAsync(string token, string because, CancellationToken ct)
    {
        await using var command = database.App.CreateCommand("select access.end_session($1, $2)");
        command.Parameters.Add(new() { Value = Session.HashOf(token) });
        command.Parameters.Add(new() { Value = because });
        await command.ExecuteNonQueryAsync(ct);
    }
}

public static class LinkDoor
{
    /// <summary>Shows a one-time link to the database: from here to the end of the transaction its row can be read.</summary>
    public static async Task<OneTimeLink?> OpenLinkAsync(this AppDb db, string token, DateTimeOffset now, CancellationToken ct)
    {
        var hash = OneTimeLink.HashOf(token);
        await db.BeginAsync(db.Reader, ct);
        await db.Database.ExecuteSqlAsync($"select set_config('app.link', {Convert.ToHexStringLower(hash)}, true)", ct);
        var link = await db.OneTimeLinks.SingleOrDefaultAsync(l => l.TokenHash == hash, ct);
        return link?.IsOpen(now) == true ? link : null;
    }
}
