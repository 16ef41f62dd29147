using System.Security.Cryptography;
using Cornerstone.Backups;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;
using Cornerstone.Sealing.Erasing;
using Cornerstone.Tests.Access;
using Cornerstone.Tests.Data.Embedded;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;

namespace Cornerstone.Tests.Backups;

/// <summary>A backup that an earlier state of this program made of its own demonstration (<c>Older/README.md</c>).</summary>
internal sealed record OlderVersion(string Name)
{
    public static string Folder { get; } = Path.Combine(Repository.Root, "tests/Cornerstone.Tests/Backups/Older");

    public static IReadOnlyList<string> All { get; } = [.. Directory.EnumerateFiles(Folder, "*.backup").Select(f => Path.GetFileNameWithoutExtension(f)).Order(StringComparer.Ordinal)];

    private string File => Path.Combine(Folder, Name + ".backup");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Its tables in a database of its own, at the schema it was made at, and then brought to the schema of this program.</summary>
    public async Task<UpgradedVersion> UpgradeAsync(string admin, string secrets)
    {
        using var key = Key();
        await using var source = System.IO.File.OpenRead(File);
        using var backup = BackupFile.Open(source, key);
        var database = $"from_{Name}";
        DatabaseContent before;
        await using (var older = await Database.OpenAsync(admin, database, secrets, Ct, [.. backup.Manifest.Steps.Keys]))
        {
            await using var owner = await older.Owner.OpenConnectionAsync(Ct);
            await FillDatabase.RunAsync(owner, backup, Ct);
            before = await DatabaseContent.ReadAsync(owner);
        }

        await using var upgraded = await Database.OpenAsync(admin, database, secrets, Ct);
        await using var now = await upgraded.Owner.OpenConnectionAsync(Ct);
        return new(backup.Manifest, before, await before.AgainAsync(now), await DatabaseCatalogue.ReadAsync(now), await HeldPlaces.ReadAsync(now));
    }

    /// <summary>As <c>restore</c> does it, an hour after it was made.</summary>
    public async Task<Restored> RestoreAsync(string place)
    {
        using var key = Key();
        var made = BackupFile.Check(File, key).Manifest.Made;
        return await RestoreBackup.RunAsync(File, key, new(new(new ErasureList()), KnownSigners.None), place, made.AddHours(1), NullLogger.Instance, Ct);
    }

    private static ECDiffieHellman Key() => BackupKey.Read(Path.Combine(Folder, "recipient.key"));
}

/// <summary>What an older version's database held before the steps since and after them, and what the database then is.</summary>
internal sealed record UpgradedVersion(BackupManifest Backup, DatabaseContent Before, DatabaseContent After, IReadOnlyList<string> Catalogue, HeldPlaces Places)
{
    public IReadOnlyList<string> Changed => After.DifferentFrom(Before);
}

/// <summary>One server on which each older version is upgraded once, beside a database as a new installation has it.</summary>
public sealed class UpgradedVersions : IAsyncLifetime
{
    private readonly ScratchDatabase scratch = new();
    private readonly Dictionary<string, UpgradedVersion> upgraded = [];
    private EmbeddedPostgres? postgres;

    internal IReadOnlyList<string> Fresh { get; private set; } = [];

    public async ValueTask InitializeAsync()
    {
        postgres = await scratch.StartAsync();
        await using var fresh = await Database.OpenAsync(postgres.AdminConnectionString, "fresh", scratch.Secrets, TestContext.Current.CancellationToken);
        await using var owner = await fresh.Owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        Fresh = await DatabaseCatalogue.ReadAsync(owner);
    }

    internal async Task<UpgradedVersion> OfAsync(string name)
    {
        if (!upgraded.TryGetValue(name, out var known))
        {
            upgraded[name] = known = await new OlderVersion(name).UpgradeAsync(postgres!.AdminConnectionString, scratch.Secrets);
        }

        return known;
    }

    public async ValueTask DisposeAsync()
    {
        NpgsqlConnection.ClearAllPools();
        if (postgres is not null)
        {
            await postgres.DisposeAsync();
        }

        scratch.Dispose();
    }
}
