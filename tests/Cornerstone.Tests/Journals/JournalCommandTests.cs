using System.CommandLine;
using System.Text.Json;
using Cornerstone.Journals;

namespace Cornerstone.Tests.Journals;

public sealed class JournalCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cornerstone-verify-").FullName;
    private readonly SampleJournal journal = SampleJournal.Of(40);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_untouched_journal_is_answered_with_0_and_one_document()
    {
        var (code, output, _) = await VerifyAsync(journal);

        using var answer = JsonDocument.Parse(output);
        Assert.Equal(0, code);
        Assert.True(answer.RootElement.GetProperty("intact").GetBoolean());
        Assert.Equal(40, answer.RootElement.GetProperty("anchored").GetInt64());
    }

    [Fact]
    public async Task A_forged_one_is_answered_with_2_and_the_first_entry()
    {
        var forged = journal.Copy();
        forged.Entries[6] = forged.Entries[6] with { Name = "x" };

        var (code, output, _) = await VerifyAsync(forged);

        using var answer = JsonDocument.Parse(output);
        Assert.Equal(2, code);
        Assert.Equal(7, answer.RootElement.GetProperty("findings")[0].GetProperty("entry").GetInt64());
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_refused_by_name()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => RunAsync("verify", Path.Combine(folder, "none")));

        Assert.Contains("none", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_keys_and_checkpoints_it_says_how_little_that_proves()
    {
        var export = Path.Combine(folder, "journal.txt");
        await File.WriteAllBytesAsync(export, journal.Export(), Ct);

        var (code, _, errors) = await RunAsync("verify", export);

        Assert.Equal(0, code);
        Assert.Contains("--key", errors, StringComparison.Ordinal);
        Assert.Contains("--checkpoints", errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private async Task<(int Code, string Output, string Errors)> VerifyAsync(SampleJournal exported)
    {
        string[] files = [.. new[] { "journal.txt", "checkpoints.txt", "key.pem" }.Select(f => Path.Combine(folder, f))];
        await File.WriteAllBytesAsync(files[0], exported.Export(), Ct);
        await File.WriteAllTextAsync(files[1], string.Concat(journal.Checkpoints.Select(c => c.Text)), Ct);
        await File.WriteAllTextAsync(files[2], journal.Key.ExportSubjectPublicKeyInfoPem(), Ct);
        return await RunAsync("verify", files[0], "--checkpoints", files[1], "--key", files[2], "--json");
    }

    private static async Task<(int Code, string Output, string Errors)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var console = new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false };
        var code = await JournalCommand.Create().Parse(arguments).InvokeAsync(console, Ct);
        return (code, output.ToString(), errors.ToString());
    }
}
