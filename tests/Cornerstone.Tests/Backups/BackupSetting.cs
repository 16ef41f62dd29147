using System.Security.Cryptography;
using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Sealing.Erasing;
using Cornerstone.Tests.Data.Embedded;
using Cornerstone.Vaults;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Tests.Backups;

/// <summary>A folder for backups of one test, a key, and an empty place beside it to restore into.</summary>
internal sealed class BackupSetting : IDisposable
{
    public static readonly DateTimeOffset Now = new(2026, 6, 1, 3, 0, 0, TimeSpan.Zero);
    private readonly string folder = Directory.CreateTempSubdirectory("cornerstone-backups-").FullName;
    private readonly ScratchDatabase place = new();

    public ECDiffieHellman Key { get; } = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);

    public string Place => place.DataFolder;

    /// <summary>The data folder of the installation that is backed up: its keys.</summary>
    public string Origin => Path.Combine(folder, "origin");

    public string File(string name = "one.backup") => Path.Combine(folder, name);

    public Task<BackupManifest> WriteAsync(Database database, string name = "one.backup") =>
        WriteBackup.RunAsync(database, Origin, File(name), [Key], Now, TestContext.Current.CancellationToken);

    public Task<Restored> RestoreAsync(string name = "one.backup", KnownErasures? known = null, KnownSigners? signers = null) =>
        RestoreBackup.RunAsync(File(name), Key, new(known ?? new(new ErasureList()), signers ?? KnownSigners.None), Place, Now.AddHours(1), NullLogger.Instance, TestContext.Current.CancellationToken);

    /// <summary>What was restored, opened as the program would.</summary>
    public Task<OpenDatabase> OpenAsync() => OpenDatabase.OpenAsync(Place, NullLogger.Instance, TestContext.Current.CancellationToken);

    public static async Task<IReadOnlyList<TableContent>> ContentsAsync(Database database)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        return await DatabaseCopy.ContentsAsync(owner, TestContext.Current.CancellationToken);
    }

    /// <summary>Policies, grants, triggers and constraints, one a line: what makes the wall.</summary>
    public static async Task<IReadOnlyList<string>> WallAsync(Database database)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand("""
            select format('policy %s %s %s %s %s %s', schemaname, tablename, policyname, roles, qual, with_check) from pg_policies
            union all select format('grant %s %s %s %s', table_schema, table_name, grantee, privilege_type) from information_schema.role_table_grants where grantee like 'cornerstone%'
            union all select format('trigger %s %s %s', tgrelid::regclass, pg_get_triggerdef(oid), tgenabled) from pg_trigger where not tgisinternal
            union all select format('constraint %s %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(oid), convalidated) from pg_constraint where conrelid <> 0
            union all select format('rows %s %s %s', oid::regclass, relrowsecurity, relforcerowsecurity) from pg_class where relkind = 'r' and relrowsecurity
            order by 1
            """, owner);
        await using var rows = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var wall = new List<string>();
        while (await rows.ReadAsync(TestContext.Current.CancellationToken))
        {
            wall.Add(rows.GetString(0));
        }

        return wall;
    }

    public void Dispose()
    {
        Key.Dispose();
        place.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
