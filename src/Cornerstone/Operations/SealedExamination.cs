using Npgsql;

namespace Cornerstone.Operations;

/// <summary>What waits in the sealed store, in counts: reviews of emergencies, keys that may be known, dossiers past their date. Who may see more sees it there.</summary>
internal static class SealedExamination
{
    public static async Task<IReadOnlyList<Finding>> OfAsync(NpgsqlConnection owner, DateTimeOffset now, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(now.UtcDateTime);
        return [await EmergenciesAsync(owner, today, ct), await KeysAsync(owner, ct), await DatesAsync(owner, today, ct)];
    }

    // Whoever was let into a sealed group in an emergency is looked at afterwards, and their keys are gone (decision 48).
    private static async Task<Finding> EmergenciesAsync(NpgsqlConnection owner, DateOnly today, CancellationToken ct)
    {
        const string what = "emergencies in sealed groups";
        var kept = await CountAsync(owner, "select count(*) from sealed.loan l join sealed.opening o on o.id = l.opening_id where least(o.ended_at, o.until_at) < now() - interval '5 minutes'", null, ct);
        var overdue = await CountAsync(owner, "select count(*) from sealed.opening where finding is null and due_on < $1", today, ct);
        return kept > 0 ? Finding.Warning(what, $"{kept} keys lent for hours are still there after their time; they open nothing: start the program, it destroys them")
            : overdue > 0 ? Finding.Warning(what, $"{overdue} reviews are overdue: a member of the group who had no part in it makes them, or an administrator names one")
            : Finding.Good(what, "no review is overdue");
    }

    // Decision 53: due is what follows from what was told.
    private static async Task<Finding> KeysAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        const string what = "keys of sealed groups";
        var groups = await CountAsync(owner, """
            select count(distinct e.compartment_id) from sealed.exposure e
            where (e.version >= (select max(k.version) from sealed.key_wrap k where k.compartment_id = e.compartment_id)
               or e.renews and exists (select from sealed.dossier_wrap w where w.compartment_id = e.compartment_id and w.generation <= e.version))
            """, null, ct);
        var before = await CountAsync(owner, "select count(distinct k.compartment_id) from sealed.key_wrap k join sealed.recovery_key r on r.id = k.holder_id and r.replaced_by is not null", null, ct);
        return groups > 0 ? Finding.Warning(what, $"those of {groups} groups may be known to somebody they are not for: the next member who comes in changes them")
            : before > 0 ? Finding.Warning(what, $"{before} groups can be recovered by the officers of before only: a member of each agrees to the new ones, on its page")
            : Finding.Good(what, "none is said to be known to others");
    }

    // Decision 54: nothing leaves by itself, so somebody has to see what is due.
    private static async Task<Finding> DatesAsync(NpgsqlConnection owner, DateOnly today, CancellationToken ct)
    {
        const string what = "dates of sealed dossiers";
        var due = await CountAsync(owner, "select count(*) from sealed.dossier where keep_until < $1", today, ct);
        var undated = await CountAsync(owner, "select count(*) from sealed.dossier where keep_until is null", null, ct);
        return due + undated > 0 ? Finding.Warning(what, $"{due} are past the date until which they are kept, {undated} have none: their groups see which, and two members erase or one sets another date")
            : Finding.Good(what, "none is past its date");
    }

    private static async Task<long> CountAsync(NpgsqlConnection owner, string sql, DateOnly? today, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        if (today is { } day)
        {
            command.Parameters.Add(new() { Value = day });
        }

        return (long)(await command.ExecuteScalarAsync(ct))!;
    }
}
