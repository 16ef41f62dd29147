using System.Globalization;
using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Journals;
using Npgsql;

namespace Cornerstone.Operations;

/// <summary>What can be seen from inside the database: durability, roles, clock, the journal's chain, the age of backups.</summary>
internal static class DatabaseExamination
{
    private static readonly TimeSpan LongestUnsigned = TimeSpan.FromMinutes(65);
    private static readonly TimeSpan LongestWithoutDrill = TimeSpan.FromDays(8);

    public static async Task<IReadOnlyList<Finding>> OfAsync(Database database, string dataFolder, DateTimeOffset now, CancellationToken ct)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(ct);
        var schema = await SchemaAsync(owner, ct);
        List<Finding> findings = [await DurabilityAsync(owner, ct), await RolesAsync(owner, ct), schema];
        if (schema.State == Wellness.Good)
        {
            findings.AddRange([await ClockAsync(owner, now, ct), await ChainAsync(owner, now, ct), await SigningAsync(owner, dataFolder, now, ct), await BackupsAsync(database, now, ct), BackupExamination.Newest(BackupSettings.FromEnvironment(), dataFolder), await TwoPeopleAsync(owner, ct), await PlacesAsync(owner, ct), .. await SealedExamination.OfAsync(owner, now, ct)]);
        }

        return findings;
    }

    private static async Task<Finding> DurabilityAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        const string what = "what was saved is on the disk";
        string[] wanted = ["fsync", "synchronous_commit", "full_page_writes", "data_checksums"];
        await using var command = new NpgsqlCommand("select name from pg_settings where name = any($1) and setting <> 'on'", owner) { Parameters = { new() { Value = wanted } } };
        var off = new List<string>();
        await using var rows = await command.ExecuteReaderAsync(ct);
        while (await rows.ReadAsync(ct))
        {
            off.Add(rows.GetString(0));
        }

        return off.Count == 0 ? Finding.Good(what, $"PostgreSQL {owner.PostgreSqlVersion}") : Finding.Bad(what, $"switched off: {string.Join(", ", off)}");
    }

    private static async Task<Finding> RolesAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        const string what = "roles of the database";
        var strong = await OneAsync<long>(owner, """
            select (select count(*) from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname in ('cornerstone_app', 'cornerstone_public'))
                 + (select count(*) from pg_roles where rolname like 'cornerstone\_%' and (rolsuper or rolbypassrls))
            """, ct);
        return strong == 0 ? Finding.Good(what, "none can pass the wall") : Finding.Bad(what, "the everyday role owns tables, or a role passes row-level security");
    }

    private static async Task<Finding> SchemaAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        const string what = "version";
        var done = new HashSet<string>();
        await using (var command = new NpgsqlCommand("select id from public.migration", owner))
        await using (var rows = await command.ExecuteReaderAsync(ct))
        {
            while (await rows.ReadAsync(ct))
            {
                done.Add(rows.GetString(0));
            }
        }

        var waiting = Migration.All.Count(m => !done.Contains(m.Id));
        return done.Except(Migration.All.Select(m => m.Id)).Any() ? Finding.Bad(what, "the database was written by a newer Cornerstone")
            : waiting > 0 ? Finding.Warning(what, $"{waiting} steps of this version have not run: back up, then start it")
            : Finding.Good(what, $"Cornerstone {Ui.ProgramVersion.Release}, .NET {Environment.Version}");
    }

    // An act later than now: the clock was set back, or is wrong (case RL-09). Order does not depend on it; sessions and deadlines do.
    private static async Task<Finding> ClockAsync(NpgsqlConnection owner, DateTimeOffset now, CancellationToken ct)
    {
        const string what = "clock";
        var latest = await ClockWatch.LatestActAsync(owner, ct);
        return latest > now + ClockWatch.Slack
            ? Finding.Bad(what, string.Create(CultureInfo.InvariantCulture, $"says {now:u}, but the journal holds an act of {latest:u}"))
            : Finding.Good(what, string.Create(CultureInfo.InvariantCulture, $"{now:u}"));
    }

    private static async Task<Finding> ChainAsync(NpgsqlConnection owner, DateTimeOffset now, CancellationToken ct)
    {
        const string what = "chain of the journal";
        var verdict = await JournalExport.VerifyAsync(owner, now, ct);
        return verdict.Intact
            ? Finding.Good(what, string.Create(CultureInfo.InvariantCulture, $"{verdict.Entries} entries, {verdict.Checkpoints} checkpoints, head {verdict.Head}"))
            : Finding.Bad(what, verdict.Findings[0].Message);
    }

    private static async Task<Finding> SigningAsync(NpgsqlConnection owner, string dataFolder, DateTimeOffset now, CancellationToken ct)
    {
        const string what = "checkpoints";
        var last = await TakeCheckpoint.LastAsync(owner, ct);
        var files = CheckpointFile.All(dataFolder).ToList();
        if (files.Find(f => f.Contradicts(last)) is { } witness)
        {
            return Finding.Bad(what, $"{witness.File} has seen a history that this database does not hold");
        }

        var unsigned = await OneAsync<DateTime>(owner, $"select coalesce(min(a.at), 'infinity') from journal.entry e join journal.act a on a.id = e.act_id where e.seq = {(last?.Size ?? 0) + 1}", ct);
        return unsigned < (now - LongestUnsigned).UtcDateTime
            ? Finding.Warning(what, string.Create(CultureInfo.InvariantCulture, $"entries since {unsigned:u} are not signed: the program does not run, or cannot"))
            : files.Count == 1 ? Finding.Warning(what, $"kept on this machine only: set {CheckpointFile.FolderSetting}")
            : Finding.Good(what, $"{last?.Number ?? 0}, the last of {last?.Size ?? 0} entries");
    }

    private static async Task<Finding> BackupsAsync(Database database, DateTimeOffset now, CancellationToken ct)
    {
        const string what = "backups";
        var state = await BackupsState.OfAsync(database, ct);
        if (BackupSettings.FromEnvironment() is not { } settings)
        {
            return Finding.Warning(what, $"no automatic backups: set {BackupSettings.FolderSetting} and {BackupSettings.RecipientsSetting}");
        }

        var age = now - (state.Newest ?? DateTimeOffset.MinValue);
        var says = state.Newest is null ? "none yet" : string.Create(CultureInfo.InvariantCulture, $"the newest is of {state.Newest:u}");
        return state.Drill is { Passed: false } failed ? Finding.Bad(what, $"the last could not be restored on trial: {failed.Said}")
            : state.Newest is null ? Finding.Bad(what, says)
            : state.Drill is null || now - state.Drill.At > LongestWithoutDrill ? Finding.Warning(what, $"{says}; not restored on trial within {LongestWithoutDrill.TotalDays} days")
            : age > 2 * settings.Every ? Finding.Warning(what, $"{says}; older than asked for, unless nothing was written since")
            : Finding.Good(what, says);
    }

    // Goal 7 of the security text: what gives access takes two people. What one alone gave is marked until another looks.
    private static async Task<Finding> TwoPeopleAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        const string what = "two people for what gives access";
        var administrators = await OneAsync<long>(owner, "select count(distinct m.person_id) from access.membership m join access.person p on p.id = m.person_id where m.role = 'Administrator' and m.ended_at is null and p.disabled_at is null", ct);
        var alone = await OneAsync<long>(owner, "select count(*) from access.request where is_alone and seen_by is null", ct);
        return alone > 0 ? Finding.Warning(what, $"{alone} roles, links and resets were given by one person alone: an administrator looks at them under Requests for access")
            : administrators < 2 ? Finding.Warning(what, $"{administrators} administrators: a second person should have that role")
            : Finding.Good(what, $"{administrators} administrators");
    }

    // Decision 64: it stands a second time, and the wall goes by it.
    private static async Task<Finding> PlacesAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        const string what = "who reads where";
        var other = await OneAsync<long>(owner, """
            with follow as (select f.* from access.person p cross join access.places_that_follow(p.id) f)
            select count(*) from ((table follow except table access.held_place) union all (table access.held_place except table follow)) d
            """, ct);
        return other == 0 ? Finding.Good(what, "as roles and accounts say")
            : Finding.Bad(what, $"{other} places are not as roles and accounts say; select access.hold_places(id) from access.person puts them right");
    }

    private static async Task<T> OneAsync<T>(NpgsqlConnection owner, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        return (T)(await command.ExecuteScalarAsync(ct))!;
    }
}
