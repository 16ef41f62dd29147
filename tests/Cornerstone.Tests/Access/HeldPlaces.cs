using System.Globalization;
using Cornerstone.Access;
using Npgsql;

namespace Cornerstone.Tests.Access;

/// <summary>Where everybody reads and writes: as the database holds it, and as it follows from roles, accounts and countries by other means than the database's.</summary>
internal sealed record HeldPlaces(IReadOnlySet<string> Held, IReadOnlySet<string> Following)
{
    public IEnumerable<string> Differences => [.. Following.Except(Held).Select(p => $"missing: {p}"), .. Held.Except(Following).Select(p => $"too much: {p}")];

    public static async Task<HeldPlaces> ReadAsync(NpgsqlConnection owner) => new(
        (await ColumnAsync(owner, "select concat_ws(' ', person_id, country, classification, case when writes then 'writes' end) from access.held_place")).ToHashSet(),
        await FollowingAsync(owner));

    public static async Task<List<string>> ColumnAsync(NpgsqlConnection owner, string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var column = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            column.Add(reader.GetString(0));
        }

        return column;
    }

    private static async Task<HashSet<string>> FollowingAsync(NpgsqlConnection owner)
    {
        var roles = await ColumnAsync(owner, """
            select concat_ws(' ', m.person_id, m.country, m.role, m.clearance) from access.membership m
            where m.ended_at is null and (select p.disabled_at is null from access.person p where p.id = m.person_id)
            """);
        var (read, written) = (new HashSet<string>(), new HashSet<string>());
        foreach (var parts in roles.Select(r => r.Split(' ')))
        {
            var (person, country, role, clearance) = (parts[0], parts[1], Enum.Parse<Role>(parts[2]), int.Parse(parts[3], CultureInfo.InvariantCulture));
            var levels = role == Role.Administrator ? [] : Enumerable.Range(0, clearance + 1).Select(level => $"{person} {country} {level}").ToList();
            read.Add($"{person} {Workspace.Shared} 0");
            read.UnionWith(levels);
            if (role is not (Role.Auditor or Role.CivilSociety))
            {
                written.UnionWith(levels);
            }
        }

        foreach (var country in await ColumnAsync(owner, "select code from access.workspace"))
        {
            written.UnionWith(Enumerable.Range(0, 4).Select(level => $"{Reader.OperatorId} {country} {level}"));
        }

        return [.. read.Except(written), .. written.Select(w => w + " writes")];
    }
}
