using System.Net;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Cornerstone.Access;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Http;

namespace Cornerstone.Tests.Access;

/// <summary>Whoever asks for much at once waits for themselves (security handbook, goal 25).</summary>
public sealed class FairShareTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_persons_requests_wait_in_line_while_another_is_answered()
    {
        await using var share = new FairShare();
        var greedy = Guid.CreateVersion7();
        var held = new List<RateLimitLease>();
        for (var i = 0; i < FairShare.OfOnePerson; i++)
        {
            held.Add(await share.EnterAsync(By(greedy), Ct));
        }

        var next = share.EnterAsync(By(greedy), Ct).AsTask();
        using var others = await share.EnterAsync(By(Guid.CreateVersion7()), Ct);

        Assert.All(held, l => Assert.True(l.IsAcquired));
        Assert.True(others.IsAcquired);
        Assert.False(next.IsCompleted);
        held[0].Dispose();
        Assert.True((await next).IsAcquired);
    }

    [Fact]
    public async Task Who_waits_for_files_goes_on_reading_pages()
    {
        await using var share = new FairShare();
        var greedy = Guid.CreateVersion7();

        var exports = Enumerable.Range(0, 50).Select(_ => share.EnterAsync(By(greedy, "?handler=export&format=xlsx"), Ct).AsTask()).ToList();
        using var page = await share.EnterAsync(By(greedy), Ct);

        Assert.Equal(FairShare.OfOnePerson, exports.Count(e => e.IsCompleted));
        Assert.True(page.IsAcquired);
    }

    [Fact]
    public async Task Passwords_from_one_address_wait_in_line_while_another_address_and_who_only_reads_do_not()
    {
        await using var share = new FairShare();

        var sprayed = Enumerable.Range(0, 300).Select(_ => share.EnterAsync(From("203.0.113.1"), Ct).AsTask()).ToList();
        using var elsewhere = await share.EnterAsync(From("203.0.113.2"), Ct);
        using var reading = await share.EnterAsync(From("203.0.113.1", HttpMethods.Get), Ct);

        Assert.Equal(FairShare.OfOnePerson, sprayed.Count(a => a.IsCompleted && a.Result.IsAcquired));
        Assert.Equal(300 - FairShare.OfOnePerson - FairShare.InLine, sprayed.Count(a => a.IsCompleted && !a.Result.IsAcquired));
        Assert.True(elsewhere.IsAcquired);
        Assert.True(reading.IsAcquired);
    }

    [Fact]
    public async Task Who_fills_the_line_is_refused_and_nobody_waits_who_is_not_signed_in()
    {
        await using var share = new FairShare();
        var greedy = Guid.CreateVersion7();

        var asked = Enumerable.Range(0, 300).Select(_ => share.EnterAsync(By(greedy), Ct).AsTask()).ToList();
        var nobody = Enumerable.Range(0, 300).Select(_ => share.EnterAsync(By(null), Ct).AsTask()).ToList();

        Assert.Equal(300 - FairShare.OfOnePerson - FairShare.InLine, asked.Count(a => a.IsCompleted && !a.Result.IsAcquired));
        Assert.All(await Task.WhenAll(nobody), l => Assert.True(l.IsAcquired));
    }

    [Fact]
    public async Task A_program_that_ended_leaves_nothing_in_memory()
    {
        var ended = await EndedAsync();
        await EndedAsync(); // The last one may still be held by what has just run.

        for (var i = 0; i < 20 && ended.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
            await Task.Yield();
        }

        Assert.False(ended.IsAlive);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<WeakReference> EndedAsync()
    {
        await using var app = await TestApp.StartAsync();
        await app.AsNobody().OpenAsync("/sign-in");
        return new WeakReference(app.Services);
    }

    private static DefaultHttpContext From(string address, string method = "POST") =>
        new() { Request = { Method = method }, Connection = { RemoteIpAddress = IPAddress.Parse(address) } };

    private static DefaultHttpContext By(Guid? person, string question = "")
    {
        var http = new DefaultHttpContext { Request = { QueryString = new(question) } };
        http.User = person is { } id ? new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id.ToString())], "test")) : new();
        return http;
    }
}
