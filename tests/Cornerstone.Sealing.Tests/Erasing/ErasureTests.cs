using Cornerstone.Sealing.Erasing;
using Cornerstone.Sealing.Tests.TestKit;

namespace Cornerstone.Sealing.Tests.Erasing;

public sealed class ErasureTests
{
    private static readonly DateOnly Day = new(2027, 3, 1);

    private readonly Panel panel = new();
    private readonly List<string> kept = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private Guid Erased => panel.Cells[3].Dossier;

    [Fact]
    public async Task A_dossier_whose_keys_are_destroyed_opens_to_nobody()
    {
        await EraseAsync(new ErasureList());

        Assert.Equal(11, panel.Readable([panel.First], panel.Store));
        Assert.DoesNotContain(panel.Store.Dossiers, d => d.Dossier == Erased);
    }

    // RE-01, and "old backup restored to undo an erasure" (security handbook §4).
    [Fact]
    public async Task An_old_backup_brings_it_back_until_the_list_is_applied_again()
    {
        var backup = panel.Store.Backup();
        await EraseAsync(new ErasureList());
        Assert.Equal(12, panel.Readable([panel.First], backup));

        await new KeyDestruction(backup).ApplyAsync(ErasureList.Read(new StringReader(string.Concat(kept)), head: null), Stop);

        Assert.Equal(11, panel.Readable([panel.First], backup));
        Assert.DoesNotContain(backup.Dossiers, d => d.Dossier == Erased);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Stopped_between_the_list_and_the_keys_it_is_done_by_applying_the_list(bool after)
    {
        var list = new ErasureList();
        panel.Store.Kill = (panel.Store.Calls, after);

        await Assert.ThrowsAsync<KilledException>(() => EraseAsync(list));
        panel.Store.Kill = null;
        await new KeyDestruction(panel.Store).ApplyAsync(list, Stop);

        Assert.Single(kept);
        Assert.Equal(11, panel.Readable([panel.First], panel.Store));
    }

    [Fact]
    public async Task When_the_line_cannot_be_kept_no_key_is_destroyed()
    {
        await Assert.ThrowsAsync<IOException>(() => new KeyDestruction(panel.Store).EraseAsync(new Erasure(Erased, Day), new ErasureList(), (_, _) => throw new IOException(), Stop));

        Assert.Equal(12, panel.Readable([panel.First], panel.Store));
    }

    [Fact]
    public void The_list_says_which_and_when_and_nothing_else()
    {
        var list = new ErasureList();

        var line = list.Add(new Erasure(Vectors.Dossier, Day));

        Assert.Equal($"1 7d9f2c31-86aa-4b1e-8c57-90e4d1f3a264 2027-03-01 {list.Head}\n", line);
        // SHA-256 of sixty-four zeros, a space, and the line before its hash.
        Assert.Equal("601efdd10017a77c6d69dcf2508bbc20b514785e76a49656a138280df0f35f5c", list.Head);
    }

    [Fact]
    public void A_list_read_again_is_the_same_and_goes_on()
    {
        var (lines, list) = ListOf(20);

        var read = ErasureList.Read(new StringReader(lines), list.Head);

        Assert.Equal(list.Erasures, read.Erasures);
        Assert.Equal(list.Add(new Erasure(Erased, Day)), read.Add(new Erasure(Erased, Day)));
    }

    [Fact]
    public void A_list_that_was_cut_changed_or_put_in_another_order_is_refused()
    {
        var (lines, list) = ListOf(20);
        var each = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.All(Enumerable.Range(0, 20), cut => AssertRefused(each[..cut], list.Head));
        Assert.All(Enumerable.Range(0, 20), gone => AssertRefused([.. each[..gone], .. each[(gone + 1)..]], list.Head));
        Assert.All(Enumerable.Range(0, 19), swapped => AssertRefused([.. each[..swapped], each[swapped + 1], each[swapped], .. each[(swapped + 2)..]], list.Head));
        Assert.All(Enumerable.Range(0, 20), changed => AssertRefused([.. each[..changed], each[changed].Replace("2027", "2028", StringComparison.Ordinal), .. each[(changed + 1)..]], null));
        AssertRefused(["not a line"], null);

        static void AssertRefused(string[] lines, string? head) =>
            Assert.Throws<SealBrokenException>(() => ErasureList.Read(new StringReader(string.Join('\n', lines)), head));
    }

    [Fact]
    public void A_list_that_has_grown_since_its_head_was_noted_is_whole()
    {
        var list = new ErasureList();
        var lines = list.Add(new Erasure(Erased, Day));
        var noted = list.Head;
        lines += list.Add(new Erasure(Guid.CreateVersion7(), Day));

        Assert.Equal(2, ErasureList.Read(new StringReader(lines), noted).Erasures.Count);
    }

    private static (string Lines, ErasureList List) ListOf(int count)
    {
        var list = new ErasureList();
        return (string.Concat(Enumerable.Range(0, count).Select(_ => list.Add(new Erasure(Guid.CreateVersion7(), Day)))), list);
    }

    private Task EraseAsync(ErasureList list) => new KeyDestruction(panel.Store).EraseAsync(
        new Erasure(Erased, Day),
        list,
        (line, _) =>
        {
            kept.Add(line);
            return Task.CompletedTask;
        },
        Stop);
}
