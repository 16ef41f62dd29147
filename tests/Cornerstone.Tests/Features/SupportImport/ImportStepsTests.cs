using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Tests.Features.SupportImport;

/// <summary>A file of several steps, beside others that come at the same time.</summary>
public sealed class ImportStepsTests
{
    private const int Steps = 3;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ImportMode.Partial)]
    [InlineData(ImportMode.AllOrNothing)]
    public async Task An_identifier_repeated_in_every_step_stands_there_as_often(ImportMode mode)
    {
        await using var app = await TestApp.StartAsync();
        string[] told = [.. Enumerable.Range(0, Steps).SelectMany(s => Enumerable.Range(1, ImportIati.BatchSize - 1).Select(i => Radio($"{s}-{i}")).Append(Radio("AGAIN")))];

        var report = await app.Importer().ImportAsync(GivenFiles.File(told), await app.OrderAsync(mode: mode), null, Ct);

        Assert.Equal((true, Steps * ImportIati.BatchSize), (report.IsDone, report.Added));
        await using var db = await app.AminaAsync();
        Assert.Equal([1, 2, 3], await db.Activities.Where(a => a.Identifier == "XM-EX-1-AGAIN").OrderBy(a => a.Copy).Select(a => (int)a.Copy).ToListAsync(Ct));
        Assert.Equal(Steps * ImportIati.BatchSize, await db.ActivityReadings.CountAsync(Ct));
    }

    [Fact]
    public async Task A_small_file_sent_meanwhile_is_in_before_the_large_one()
    {
        await using var app = await TestApp.StartAsync();
        Task<ImportReport>? small = null;

        var large = await app.Importer().ImportAsync(GivenFiles.File(Large()), await app.OrderAsync(), _ => small ??= Task.Run(() => app.ImportAsync(GivenFiles.Named("small.xml", GivenFiles.Border)), Ct), Ct);

        Assert.Equal((Steps * ImportIati.BatchSize, 1), (large.Added, (await small!).Added));
        await using var db = await app.AminaAsync();
        var ends = await db.FileImports.Select(i => new { i.FileName, i.FinishedAt }).ToDictionaryAsync(i => i.FileName, i => i.FinishedAt!.Value, Ct);
        Assert.True(ends["small.xml"] < ends["arvenna.xml"]);
    }

    [Fact]
    public async Task A_preview_keeps_nobody_waiting()
    {
        await using var app = await TestApp.StartAsync();
        using var seen = new SemaphoreSlim(0);
        using var go = new SemaphoreSlim(0);
        var file = new SupportFile("slow.xml", 1, () => new Held(GivenFiles.File(Large()).Open(), seen, go));

        var preview = Task.Run(async () => await app.Importer().PreviewAsync(file, await app.OrderAsync(), Ct), Ct);
        await seen.WaitAsync(Ct);
        Assert.Equal(1, (await app.ImportAsync(GivenFiles.File(GivenFiles.Border))).Added);
        go.Release();

        Assert.Equal(Steps * ImportIati.BatchSize, (await preview).Added);
    }

    [Fact]
    public async Task A_file_whose_wait_ends_after_its_first_step_is_stopped_and_goes_on_when_it_is_sent_again()
    {
        await using var app = await TestApp.StartAsync();
        await app.LetWaitsEndAsync("work.activity", $"new.identifier = 'XM-EX-1-R{ImportIati.BatchSize + 1}'");

        var fault = await Assert.ThrowsAnyAsync<Exception>(async () => await app.Importer().ImportAsync(GivenFiles.File(Large()), await app.OrderAsync(), null, Ct));

        Assert.True(SaveAttempt.IsWaitOver(fault));
        Assert.Equal((ImportState.Stopped, ImportIati.BatchSize), await StandingAsync(app));

        await app.LetNobodyWaitAsync();
        Assert.True((await app.Importer().ImportAsync(GivenFiles.File(Large()), await app.OrderAsync(), null, Ct)).IsDone);
        Assert.Equal((ImportState.Done, Steps * ImportIati.BatchSize), await StandingAsync(app));
    }

    [Fact]
    public async Task A_file_whose_wait_ends_before_its_first_step_leaves_as_it_is_what_another_sender_of_it_does()
    {
        await using var app = await TestApp.StartAsync();
        await app.LetWaitsEndAsync("work.activity", $"new.identifier = 'XM-EX-1-R{ImportIati.BatchSize + 1}'");
        await Assert.ThrowsAnyAsync<Exception>(async () => await app.Importer().ImportAsync(GivenFiles.File(Large()), await app.OrderAsync(), null, Ct));
        await app.ExecuteAsync("set session_replication_role = replica; update work.support_import set state = 'Running'");
        await app.LetNobodyWaitAsync();
        await app.LetWaitsEndAsync("work.support_import", "new.state = 'Running'");

        await Assert.ThrowsAnyAsync<Exception>(async () => await app.Importer().ImportAsync(GivenFiles.File(Large()), await app.OrderAsync(), null, Ct));

        Assert.Equal((ImportState.Running, ImportIati.BatchSize), await StandingAsync(app));
    }

    [Fact]
    public async Task A_file_that_somebody_else_is_bringing_in_too_is_theirs_to_end()
    {
        await using var app = await TestApp.StartAsync();
        await app.ExecuteAsync($"""
            create function public.another_sender() returns trigger language plpgsql security definer as $$ begin update work.support_import set version = version + 1; return new; end $$;
            create trigger another_sender before insert on work.activity for each row when (new.identifier = 'XM-EX-1-R{ImportIati.BatchSize + 1}') execute function public.another_sender();
            """);

        await Assert.ThrowsAsync<DbUpdateConcurrencyException>(async () => await app.Importer().ImportAsync(GivenFiles.File(Large()), await app.OrderAsync(), null, Ct));

        Assert.Equal(ImportState.Running, (await StandingAsync(app)).State);
    }

    private static async Task<(ImportState State, int Added)> StandingAsync(TestApp app)
    {
        await using var db = await app.AminaAsync();
        var import = await db.FileImports.SingleAsync(Ct);
        return (import.State, import.Added);
    }

    private static string[] Large() => [.. Enumerable.Range(1, Steps * ImportIati.BatchSize).Select(i => Radio($"R{i}"))];

    private static string Radio(string identifier) => GivenFiles.Radio.Replace("RADIO", identifier, StringComparison.Ordinal);

    /// <summary>A file whose last part comes late.</summary>
    private sealed class Held(Stream inner, SemaphoreSlim seen, SemaphoreSlim go) : Stream
    {
        private bool isHeld;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => inner.Length;

        public override long Position { get => inner.Position; set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count)
        {
            if (!isHeld && inner.Position > inner.Length * 0.9)
            {
                isHeld = true;
                seen.Release();
                go.Wait(Ct);
            }

            return inner.Read(buffer, offset, Math.Min(count, 1 << 14));
        }

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
