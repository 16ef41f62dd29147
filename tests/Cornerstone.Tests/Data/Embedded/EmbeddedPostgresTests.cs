using Npgsql;

namespace Cornerstone.Tests.Data.Embedded;

public sealed class EmbeddedPostgresTests
{
    private static readonly Dictionary<string, string> Expected = new()
    {
        ["SHOW fsync"] = "on",
        ["SHOW synchronous_commit"] = "on",
        ["SHOW full_page_writes"] = "on",
        ["SHOW data_checksums"] = "on",
        ["SHOW listen_addresses"] = "",
        ["SHOW server_encoding"] = "UTF8",
        ["SHOW statement_timeout"] = "2min",
        ["SHOW lock_timeout"] = "15s",
        ["SHOW idle_in_transaction_session_timeout"] = "2min",
        ["SELECT datlocprovider::text || ' ' || datlocale FROM pg_database WHERE datname = current_database()"] = "b C.UTF-8",
        ["SELECT string_agg(DISTINCT auth_method, ',') FROM pg_hba_file_rules"] = "scram-sha-256",
    };

    [Fact]
    public async Task The_private_database_is_durable_closed_to_the_network_and_the_same_on_every_machine()
    {
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();

        var answers = new Dictionary<string, string>();
        foreach (var question in Expected.Keys)
        {
            answers[question] = await ScratchDatabase.AskAsync(postgres, question) ?? "";
        }

        Assert.Equal(Expected, answers);
    }

    [Fact]
    public async Task What_was_stored_is_there_after_a_restart()
    {
        using var scratch = new ScratchDatabase();
        await using (var first = await scratch.StartAsync())
        {
            await ScratchDatabase.AskAsync(first, "CREATE TABLE kept AS SELECT 42 AS answer");
        }

        await using var second = await scratch.StartAsync();

        Assert.Equal("42", await ScratchDatabase.AskAsync(second, "SELECT answer FROM kept"));
    }

    [Fact]
    public async Task Stopping_leaves_no_process_no_socket_and_no_lock()
    {
        using var scratch = new ScratchDatabase();
        var postgres = await scratch.StartAsync();
        var process = postgres.ServerProcessId;
        var socketFolder = new NpgsqlConnectionStringBuilder(postgres.AdminConnectionString).Host!;
        Assert.True(Directory.Exists(socketFolder));

        await postgres.DisposeAsync();

        Assert.False(Directory.Exists($"/proc/{process}"));
        Assert.False(Directory.Exists(socketFolder));
        Assert.False(Directory.Exists(Path.GetDirectoryName(socketFolder)));
        Assert.False(File.Exists(scratch.PidFile));
        Assert.False(File.Exists(Path.Join(scratch.DataFolder, "cornerstone.pid")));
    }

    [Fact]
    public async Task The_password_and_the_socket_are_for_nobody_else()
    {
        using var scratch = new ScratchDatabase();
        await using var postgres = await scratch.StartAsync();
        var socketFolder = new NpgsqlConnectionStringBuilder(postgres.AdminConnectionString).Host!;

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Path.Join(scratch.DataFolder, "postgres-password")));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(socketFolder));
        var withoutPassword = new NpgsqlConnectionStringBuilder(postgres.AdminConnectionString) { Password = "guess", Pooling = false };
        await using var intruder = new NpgsqlConnection(withoutPassword.ConnectionString);
        var refused = await Assert.ThrowsAsync<PostgresException>(() => intruder.OpenAsync(TestContext.Current.CancellationToken));
        Assert.Equal(PostgresErrorCodes.InvalidPassword, refused.SqlState);
    }

    [Theory]
    [InlineData("with spaces and ' quotes \" and $signs")]
    [InlineData("très/محفوظ")]
    [InlineData("long")]
    public async Task Any_folder_name_will_do(string name)
    {
        var below = name == "long" ? string.Join('/', Enumerable.Repeat(new string('x', 200), 6)) : name;
        using var scratch = new ScratchDatabase(below);

        await using var postgres = await scratch.StartAsync();

        Assert.Equal("18", (await ScratchDatabase.AskAsync(postgres, "SHOW server_version"))!.Split('.')[0]);
    }

    [Fact]
    public async Task A_folder_whose_parent_is_closed_to_the_account_of_the_server_will_do()
    {
        using var scratch = new ScratchDatabase(privateParent: true);

        await using var postgres = await scratch.StartAsync();

        Assert.Equal("1", await ScratchDatabase.AskAsync(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task Programs_that_the_account_of_the_server_cannot_reach_will_do()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "Only root runs the server under another account.");
        using var scratch = new ScratchDatabase(privateParent: true);
        var closed = Directory.CreateDirectory(Path.Join(Path.GetDirectoryName(scratch.DataFolder), "native")).FullName;
        ProgramCopies.Copy(closed);

        await using var postgres = await scratch.StartAsync(closed);

        Assert.Equal("1", await ScratchDatabase.AskAsync(postgres, "SELECT count(*) FROM pg_available_extensions WHERE name = 'btree_gist'"));
    }

    [Fact]
    public async Task Missing_links_of_the_package_are_made()
    {
        using var scratch = new ScratchDatabase();
        var package = Directory.CreateDirectory(Path.Join(Path.GetDirectoryName(scratch.DataFolder), "package", "native")).FullName;
        ProgramCopies.Copy(package);
        foreach (var link in Directory.EnumerateFiles(Path.Join(package, "lib")).Where(f => new FileInfo(f).LinkTarget is not null).ToList())
        {
            File.Delete(link);
        }

        await using var postgres = await scratch.StartAsync(package);

        Assert.Contains(Directory.EnumerateFiles(Path.Join(package, "lib")), f => new FileInfo(f).LinkTarget is not null);
    }
}
