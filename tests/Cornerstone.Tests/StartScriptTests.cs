using System.Diagnostics;

namespace Cornerstone.Tests;

/// <summary>The start script in a clone of its own, with stand-ins for dotnet, node and npm that record how they were called.</summary>
public sealed class StartScriptTests : IDisposable
{
    private const string Sdk = """
        #!/usr/bin/env bash
        echo "dotnet $*" >> "$CALLS"
        case "$1" in
            --list-sdks) echo "${SDK_VERSION:-10.0.100} [/usr/share/dotnet/sdk]" ;;
            build) [ -z "${BUILD_FAULT:-}" ] || { echo "error CS0000: $BUILD_FAULT"; exit 1; }
                   sleep 0.1; mkdir -p "$CORNERSTONE_ROOT/artifacts/bin/Cornerstone/release"; touch "$CORNERSTONE_ROOT/artifacts/bin/Cornerstone/release/cornerstone.dll" ;;
            test) printf '%s\n' 'Test run summary: Failed!' '  total: 9' "  failed: ${FAILED:-0}" '  succeeded: 7' "  skipped: ${SKIPPED:-0}"; exit ${FAILED:+2} ;;
            *) shift; printf 'ran: [%s]' "$@"; exit "${PROGRAM_CODE:-0}" ;;
        esac
        """;

    private const string Npm = """
        #!/usr/bin/env bash
        echo "npm $*" >> "$CALLS"
        mkdir -p "$CORNERSTONE_ROOT/node_modules"
        """;

    private const string Node = "#!/usr/bin/env bash\necho 20\n";

    private readonly string _root = Directory.CreateTempSubdirectory("cs-start-").FullName;

    public StartScriptTests()
    {
        Directory.CreateDirectory(Clone);
        File.Copy(Path.Join(Repository(), "cornerstone"), Path.Join(Clone, "cornerstone"));
        Put("clone/src/Program.cs", "one");
        Put("clone/tests/Tests.cs", "two");
        Put("clone/bench/Bench.cs", "three");
        Put("clone/supply/licences.csv", "four");
        Put("clone/package.json", "{}");
        Put("clone/package-lock.json", "{}");
        Put("bin/dotnet", Sdk, UnixFileMode.UserExecute);
        Put("bin/npm", Npm, UnixFileMode.UserExecute);
        Put("bin/node", Node, UnixFileMode.UserExecute);
    }

    private string Clone => Path.Join(_root, "clone");

    private string[] Calls => File.Exists(Path.Join(_root, "calls")) ? File.ReadAllLines(Path.Join(_root, "calls")) : [];

    [Fact]
    public async Task The_first_start_fetches_and_builds_and_later_ones_do_neither()
    {
        var first = await StartAsync(["library", "parse"]);
        var second = await StartAsync(["library", "parse"]);

        Assert.Equal("ran: [library]ran: [parse]", first.Output);
        Assert.Contains("Building", first.Errors);
        Assert.Equal("ran: [library]ran: [parse]", second.Output);
        Assert.Equal("", second.Errors);
        Assert.Single(Calls, c => c.StartsWith("npm", StringComparison.Ordinal) && c.Contains(" ci --ignore-scripts", StringComparison.Ordinal));
        Assert.Single(Calls, c => c.StartsWith("dotnet build", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Without_a_verb_it_serves()
    {
        Assert.Equal("ran: [serve]", (await StartAsync([])).Output);
    }

    [Fact]
    public async Task Arguments_and_the_exit_code_pass_through_unchanged()
    {
        var run = await StartAsync(["library", "parse", "a file's \"name\" $x.pdf", "", "*"], ("PROGRAM_CODE", "2"));

        Assert.Equal("ran: [library]ran: [parse]ran: [a file's \"name\" $x.pdf]ran: []ran: [*]", run.Output);
        Assert.Equal(2, run.Code);
    }

    [Fact]
    public async Task A_changed_source_is_built_again_and_a_touched_one_is_not()
    {
        await StartAsync(["doctor"]);
        File.SetLastWriteTimeUtc(Path.Join(Clone, "src", "Program.cs"), DateTime.UnixEpoch.AddYears(80));
        await StartAsync(["doctor"]);
        Assert.Single(Calls, c => c.StartsWith("dotnet build", StringComparison.Ordinal));

        Put("clone/src/Program.cs", "changed");
        await StartAsync(["doctor"]);

        Assert.Equal(2, Calls.Count(c => c.StartsWith("dotnet build", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Starts_at_the_same_time_build_once()
    {
        var runs = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => StartAsync(["doctor"])));

        Assert.All(runs, r => Assert.Equal("ran: [doctor]", r.Output));
        Assert.Single(Calls, c => c.StartsWith("dotnet build", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_failed_build_shows_what_it_said_and_is_tried_again()
    {
        var failed = await StartAsync(["doctor"], ("BUILD_FAULT", "no such type"));
        var repaired = await StartAsync(["doctor"]);

        Assert.Equal((1, ""), (failed.Code, failed.Output));
        Assert.Contains("no such type", failed.Errors);
        Assert.Equal("ran: [doctor]", repaired.Output);
    }

    [Theory]
    [InlineData("SDK_VERSION", "9.0.100", "SDK 10 is needed to build Cornerstone; here is: 9.0.100")]
    [InlineData("HOME", "/nonexistent", "home folder /nonexistent cannot be written")]
    public async Task What_the_machine_lacks_is_named(string variable, string value, string words)
    {
        var refused = await StartAsync(["doctor"], (variable, value));

        Assert.Equal(2, refused.Code);
        Assert.Contains(words, refused.Errors);
    }

    [Fact]
    public async Task A_full_disk_is_named()
    {
        Put("bin/df", "#!/usr/bin/env bash\nprintf 'Filesystem 1024-blocks Used Available Capacity Mounted\\n/dev/x 1000000 800000 204800 80%% /\\n'\n", UnixFileMode.UserExecute);

        var refused = await StartAsync(["doctor"]);

        Assert.Equal(2, refused.Code);
        Assert.Contains("only 200 MB are free", refused.Errors);
    }

    [Fact]
    public async Task It_starts_from_any_folder_and_through_a_link()
    {
        File.CreateSymbolicLink(Path.Join(_root, "link"), Path.Join(Clone, "cornerstone"));

        var run = await RunAsync(Path.Join(_root, "link"), ["doctor"]);

        Assert.Equal("ran: [doctor]", run.Output);
        Assert.True(Directory.Exists(Path.Join(Clone, "node_modules")));
    }

    [Theory]
    [InlineData("", "", 0, "7 passed, 0 failed")]
    [InlineData("", "3", 0, "7 passed, 0 failed, 3 skipped")]
    [InlineData("2", "", 2, "7 passed, 2 failed")]
    public async Task The_tests_close_with_one_line(string failed, string skipped, int code, string line)
    {
        var run = await StartAsync(["test"], ("FAILED", failed), ("SKIPPED", skipped));

        Assert.Equal(code, run.Code);
        Assert.Equal(line, run.Output.TrimEnd().Split('\n')[^1]);
    }

    [Fact]
    public async Task The_quick_tests_leave_out_the_journeys()
    {
        await StartAsync(["test", "--quick"]);

        Assert.Contains(Calls, c => c.StartsWith("dotnet test", StringComparison.Ordinal) && c.EndsWith("--filter-not-namespace Cornerstone.Tests.Journeys*", StringComparison.Ordinal));
    }

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private Task<(int Code, string Output, string Errors)> StartAsync(string[] arguments, params (string Name, string Value)[] variables) =>
        RunAsync(Path.Join(Clone, "cornerstone"), arguments, variables);

    private async Task<(int Code, string Output, string Errors)> RunAsync(string script, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(script, arguments) { WorkingDirectory = "/", RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["PATH"] = Path.Join(_root, "bin") + ":" + start.Environment["PATH"];
        start.Environment["CALLS"] = Path.Join(_root, "calls");
        start.Environment["HOME"] = _root;
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await errors);
    }

    private void Put(string path, string content, UnixFileMode extra = UnixFileMode.None)
    {
        var file = Path.Join(_root, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, content);
        File.SetUnixFileMode(file, File.GetUnixFileMode(file) | extra);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Join(folder.FullName, "Cornerstone.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
