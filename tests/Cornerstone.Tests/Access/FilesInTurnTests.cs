using System.IO.Pipelines;
using System.Security.Claims;
using Cornerstone.Access;
using Microsoft.AspNetCore.Http;

namespace Cornerstone.Tests.Access;

/// <summary>Fifty exports at once leave the processor to the pages (security handbook, goal 25).</summary>
public sealed class FilesInTurnTests
{
    private static readonly int AtOnce = Math.Max(1, Environment.ProcessorCount / 2);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Fifty_files_are_made_in_turn_and_a_page_does_not_wait_for_them()
    {
        using var files = new FilesInTurn(TimeProvider.System);
        var (making, most, page) = (0, 0, false);
        var held = new TaskCompletionSource();

        var exports = Enumerable.Range(0, 50).Select(_ => files.InvokeAsync(Ask("?handler=export&format=xlsx"), MakeAsync)).ToList();
        await files.InvokeAsync(Ask(""), _ =>
        {
            page = true;
            return Task.CompletedTask;
        });
        var before = (page, Volatile.Read(ref making), exports.Count(e => e.IsCompleted));
        held.SetResult();
        await Task.WhenAll(exports);

        Assert.Equal((true, AtOnce, 0), before);
        Assert.Equal(AtOnce, most);

        async Task MakeAsync(HttpContext http)
        {
            most = Math.Max(Interlocked.Increment(ref making), most);
            await held.Task;
            Interlocked.Decrement(ref making);
        }
    }

    [Fact]
    public async Task After_a_file_comes_a_rest_as_long_as_it_took()
    {
        var clock = new NotedDelays();
        using var files = new FilesInTurn(clock);

        await files.InvokeAsync(Ask("?handler=file"), _ =>
        {
            clock.Ticks += 3 * clock.TimestampFrequency;
            return Task.CompletedTask;
        });

        Assert.Equal([TimeSpan.FromSeconds(3)], clock.Delays);
    }

    [Fact]
    public async Task A_file_is_whole_before_it_leaves_so_that_a_slow_reader_holds_up_nobody()
    {
        using var files = new FilesInTurn(TimeProvider.System);
        var connections = Enumerable.Range(0, AtOnce).Select(_ => new Pipe(new(pauseWriterThreshold: 1, resumeWriterThreshold: 1))).ToList();
        var hanging = connections.ConvertAll(c => files.InvokeAsync(Ask("?handler=file", c.Writer.AsStream()), WriteAsync));
        var other = Ask("?handler=file", new MemoryStream());

        await files.InvokeAsync(other, WriteAsync);

        Assert.DoesNotContain(hanging, h => h.IsCompleted);
        Assert.Equal(1_000, other.Response.Body.Length);
        connections.ForEach(c => c.Reader.Complete());
        await Task.WhenAll(hanging);

        static Task WriteAsync(HttpContext http) => http.Response.Body.WriteAsync(new byte[1_000], Ct).AsTask();
    }

    [Fact]
    public async Task A_file_too_large_to_be_held_leaves_while_it_is_made()
    {
        var answer = new MemoryStream();
        await using var file = new HeldFile(answer, most: 1_000);
        var lengths = new List<long>();

        for (var i = 0; i < 3; i++)
        {
            await file.WriteAsync(new byte[600], Ct);
            lengths.Add(answer.Length);
        }

        await file.LeaveAsync(Ct);

        Assert.Equal([0, 1_200, 1_200], lengths);
        Assert.Equal(1_800, answer.Length);
    }

    [Fact]
    public async Task Who_finds_the_line_full_hears_so_at_once()
    {
        using var files = new FilesInTurn(TimeProvider.System);
        var held = new TaskCompletionSource();
        var waiting = Enumerable.Range(0, AtOnce + FairShare.InLine).Select(_ => files.InvokeAsync(Ask("?handler=export"), _ => held.Task)).ToList();
        var late = Ask("?handler=export");

        await files.InvokeAsync(late, _ => Task.CompletedTask);

        Assert.Equal(StatusCodes.Status429TooManyRequests, late.Response.StatusCode);
        Assert.Equal("1", late.Response.Headers.RetryAfter);
        held.SetResult();
        await Task.WhenAll(waiting);
    }

    private static DefaultHttpContext Ask(string question, Stream? answer = null) => new()
    {
        Request = { QueryString = new(question) },
        Response = { Body = answer ?? Stream.Null },
        User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, Guid.CreateVersion7().ToString())], "test")),
    };

    /// <summary>Notes what is waited for, and lets it be over at once.</summary>
    private sealed class NotedDelays : TimeProvider
    {
        public long Ticks { get; set; }

        public List<TimeSpan> Delays { get; } = [];

        public override long GetTimestamp() => Ticks;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Delays.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }
}
