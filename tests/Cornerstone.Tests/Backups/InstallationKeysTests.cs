using Cornerstone.Backups;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Tests.Backups;

/// <summary>The server burned: a backup and the private key are all there is.</summary>
public sealed class InstallationKeysTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly BackupSetting setting = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => setting.Dispose();

    [Fact]
    public async Task In_an_empty_place_the_restored_keys_open_what_the_lost_server_locked()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var locked = Protector(database, setting.Origin).Protect("the secret of an authenticator");
        await setting.WriteAsync(database);

        var restored = await setting.RestoreAsync();

        await using var opened = await setting.OpenAsync();
        Assert.Equal("the secret of an authenticator", Protector(opened.Database, setting.Place).Unprotect(locked));
        Assert.Equal(2, restored.End.Keys.Count);
        Assert.All(Directory.GetFiles(Path.Combine(setting.Place, "keys")).Append(Path.Combine(setting.Place, "protection.key")), f => Assert.Equal(Own, File.GetUnixFileMode(f)));
    }

    [Fact]
    public async Task The_key_that_signs_the_journal_and_what_opens_backups_stay_behind_and_no_key_lies_in_the_clear()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        Protector(database, setting.Origin).Protect("x");
        using (RestoreDrill.Key(setting.Origin))
        {
            await setting.WriteAsync(database);
        }

        var (_, end) = BackupFile.Check(setting.File(), setting.Key);

        Assert.Equal(["keys", "protection.key"], end.Keys.Keys.Select(k => k.Split('/')[0]).Order(StringComparer.Ordinal));
        Assert.DoesNotContain("PRIVATE KEY", string.Concat(end.Keys.Values), StringComparison.Ordinal);
        var bytes = await File.ReadAllTextAsync(setting.File(), System.Text.Encoding.Latin1, Ct);
        Assert.DoesNotContain(end.Keys["protection.key"], bytes, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("../journal-key.pem")]
    [InlineData("keys/../../x.xml")]
    [InlineData("keys/a/b.xml")]
    [InlineData("/etc/x.xml")]
    [InlineData("postgres/x.xml")]
    public void A_name_that_leads_elsewhere_is_refused(string name)
    {
        Assert.Throws<RefusedException>(() => InstallationKeys.PutInto(setting.Origin, new Dictionary<string, string> { [name] = "x" }));

        Assert.False(Directory.Exists(setting.Origin));
    }

    private static IDataProtector Protector(Cornerstone.Data.Database database, string folder) =>
        Web.Build(new HostSettings(folder, Port: 0, IsDemonstration: false) { KeyFile = Path.Combine(folder, "protection.key") }, database)
            .Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x");
}
