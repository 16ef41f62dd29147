using Cornerstone.Journals;
using Cornerstone.Tests.TestKit;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cornerstone.Tests.Journals;

public sealed class CheckpointTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_program_signs_what_has_grown_and_nothing_twice_and_the_export_agrees()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        var folder = Directory.CreateTempSubdirectory("cornerstone-sign-").FullName;
        using var keeper = Keeper(database, folder);
        await JournalChainTests.SaveAsync(database, 3);

        var first = await keeper.TakeAsync(Ct);
        var idle = await keeper.TakeAsync(Ct);
        await JournalChainTests.SaveAsync(database, 2);
        await keeper.StopAsync(Ct);

        var kept = new CheckpointFile(folder).Read();
        var keys = JournalKey.ReadAll(await File.ReadAllTextAsync(JournalKey.PublicFileOf(JournalKey.FileIn(folder)), Ct));
        var verdict = JournalVerification.Run(new MemoryStream(await JournalChainTests.ExportAsync(database)), keys, kept);
        Assert.Equal((1, 4L), (first!.Number, first.Size));
        Assert.Null(idle);
        Assert.Empty(verdict.Findings);
        Assert.Equal((2, 6L, 6L, true), (verdict.Checkpoints, verdict.Covered, verdict.Anchored, verdict.KeyConfirmed));
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(JournalKey.FileIn(folder)));
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_database_put_back_to_an_earlier_state_contradicts_what_was_kept_outside()
    {
        await using var database = await TestDatabase.CopyAsync(Ct);
        await using var earlier = await TestDatabase.CopyAsync(Ct);
        var folder = Directory.CreateTempSubdirectory("cornerstone-back-").FullName;
        using (var keeper = Keeper(database, folder))
        {
            await JournalChainTests.SaveAsync(database, 3);
            await keeper.TakeAsync(Ct);
        }

        await using var owner = await earlier.Owner.OpenConnectionAsync(Ct);
        var verdict = JournalVerification.Run(new MemoryStream(await JournalChainTests.ExportAsync(earlier)), [], new CheckpointFile(folder).Read());

        Assert.True(new CheckpointFile(folder).Contradicts(await TakeCheckpoint.LastAsync(owner, Ct)));
        Assert.Contains(verdict.Findings, f => f.Rule == "rolled-back");
        Directory.Delete(folder, recursive: true);
    }

    private static KeepCheckpoints Keeper(Cornerstone.Data.Database database, string folder) =>
        new(database, new HostSettings(folder, 0, false), TimeProvider.System, NullLogger<KeepCheckpoints>.Instance);
}
