using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection;

namespace Cornerstone.Tests.Access.Keys;

public sealed class KeysTests : IDisposable
{
    private const UnixFileMode Own = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string folder = Directory.CreateTempSubdirectory("cornerstone-keys-").FullName;

    private string KeyFile => Path.Combine(folder, "protection.key");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Keys_lie_encrypted_in_files_of_this_user_alone()
    {
        await using var app = await StartAsync();
        app.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("a secret");

        var files = Directory.GetFiles(Path.Combine(folder, "keys"));

        Assert.NotEmpty(files);
        Assert.All([.. files, KeyFile], f => Assert.Equal(Own, File.GetUnixFileMode(f)));
        Assert.All(files, f => Assert.DoesNotContain("masterKey", File.ReadAllText(f), StringComparison.Ordinal));
        Assert.All(files, f => Assert.Contains("aes256gcm", File.ReadAllText(f), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_next_start_reads_what_the_last_one_locked_and_another_key_does_not()
    {
        string locked;
        await using (var first = await StartAsync())
        {
            locked = first.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Protect("a secret");
        }

        await using var second = await StartAsync();
        var read = second.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(locked);
        File.Delete(KeyFile);
        await using var other = await StartAsync();

        Assert.Equal("a secret", read);
        Assert.ThrowsAny<System.Security.Cryptography.CryptographicException>(
            () => other.Services.GetRequiredService<IDataProtectionProvider>().CreateProtector("x").Unprotect(locked));
    }

    [Fact]
    public async Task A_key_that_others_may_read_stops_the_start()
    {
        await using (await StartAsync())
        {
        }

        File.SetUnixFileMode(KeyFile, Own | UnixFileMode.OtherRead);

        var refused = await Assert.ThrowsAsync<RefusedException>(StartAsync);
        Assert.Contains("CORNERSTONE_KEY_FILE", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_holds_no_key_stops_the_start()
    {
        await File.WriteAllTextAsync(KeyFile, "not a key", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(KeyFile, Own);

        await Assert.ThrowsAsync<RefusedException>(StartAsync);
    }

    private async Task<WebApplication> StartAsync()
    {
        await using var database = await TestDatabase.CopyAsync(TestContext.Current.CancellationToken);
        return Web.Build(new HostSettings(folder, Port: 0, IsDemonstration: false) { KeyFile = KeyFile }, database);
    }
}
