using Npgsql;

namespace Cornerstone.Data;

/// <summary>A ledger that is in use, and the person who asked for it last: with their rights it is counted when the program starts.</summary>
/// <remarks>Of all readers, so nobody's own: only the program's own work asks.</remarks>
internal sealed record LedgerUse(LedgerSight Sight, string Currency, Guid PersonId)
{
    /// <summary>The latest ones since then, the latest first.</summary>
    public static async Task<List<LedgerUse>> LatestAsync(Database database, DateTimeOffset since, int most, CancellationToken ct)
    {
        await using var command = database.Owner.CreateCommand("select country, levels, currency, person_id from journal.ledger_use where used_at >= $1 order by used_at desc, country, currency limit $2");
        Give(command, since, most);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var uses = new List<LedgerUse>();
        while (await rows.ReadAsync(ct)) uses.Add(new(new(rows.GetString(0), rows.GetString(1)), rows.GetString(2), rows.GetGuid(3)));
        return uses;
    }

    public static async Task NoteAsync(Database database, IEnumerable<LedgerUse> uses, DateTimeOffset at, CancellationToken ct)
    {
        foreach (var use in uses)
        {
            await using var command = database.Owner.CreateCommand("""
                insert into journal.ledger_use (country, levels, currency, person_id, used_at) select $1, $2, $3, p.id, $5 from access.person p where p.id = $4
                on conflict (country, currency, levels) do update set (person_id, used_at) = (excluded.person_id, excluded.used_at)
                """);
            Give(command, use.Sight.Country, use.Sight.Levels, use.Currency, use.PersonId, at);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    /// <summary>Forgets which changes all counts have seen, and ledgers nobody used since then.</summary>
    /// <param name="seen">Snapshots in which counts in memory have last looked.</param>
    /// <param name="kept">Changes older than this go also where a count has not seen them: it is made anew.</param>
    public static async Task ForgetAsync(Database database, string[] seen, TimeSpan kept, DateTimeOffset unusedSince, CancellationToken ct)
    {
        await using var changes = database.Owner.CreateCommand("select journal.forget_ledger_changes($1, $2)");
        Give(changes, seen, kept);
        await changes.ExecuteNonQueryAsync(ct);
        await using var uses = database.Owner.CreateCommand("delete from journal.ledger_use where used_at < $1");
        Give(uses, unusedSince);
        await uses.ExecuteNonQueryAsync(ct);
    }

    private static void Give(NpgsqlCommand command, params object[] values)
    {
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
    }
}
