using System.Security.Claims;
using System.Threading.RateLimiting;
using Cornerstone.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Cornerstone.Tests.Access;

/// <summary>Whoever asks for much at once waits for themselves (security handbook, goal 25).</summary>
public sealed class FairShareTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_persons_requests_wait_in_line_while_another_is_answered()
    {
        await using var limiter = Limiter();
        var greedy = Guid.CreateVersion7();
        var held = new List<RateLimitLease>();
        for (var i = 0; i < FairShare.OfOnePerson; i++)
        {
            held.Add(await limiter.AcquireAsync(By(greedy), 1, Ct));
        }

        var next = limiter.AcquireAsync(By(greedy), 1, Ct).AsTask();
        using var others = await limiter.AcquireAsync(By(Guid.CreateVersion7()), 1, Ct);

        Assert.All(held, l => Assert.True(l.IsAcquired));
        Assert.True(others.IsAcquired);
        Assert.False(next.IsCompleted);
        held[0].Dispose();
        Assert.True((await next).IsAcquired);
    }

    [Fact]
    public async Task Files_are_made_in_turn_and_pages_do_not_wait_for_them()
    {
        await using var limiter = Limiter();
        var exports = Enumerable.Range(0, 50).Select(_ => limiter.AcquireAsync(By(Guid.CreateVersion7(), "?handler=export&format=xlsx"), 1, Ct).AsTask()).ToList();

        using var page = await limiter.AcquireAsync(By(Guid.CreateVersion7()), 1, Ct);

        Assert.True(page.IsAcquired);
        for (var done = 0; done < exports.Count; done++)
        {
            var lease = await await Task.WhenAny(exports);
            Assert.True(lease.IsAcquired);
            Assert.InRange(exports.Count(e => e.IsCompleted), 1, Math.Max(1, Environment.ProcessorCount / 2));
            exports.RemoveAll(e => e.IsCompleted && e.Result == lease);
            lease.Dispose();
        }
    }

    [Fact]
    public async Task Who_fills_the_line_is_refused_and_nobody_waits_who_is_not_signed_in()
    {
        await using var limiter = Limiter();
        var greedy = Guid.CreateVersion7();

        var asked = Enumerable.Range(0, 300).Select(_ => limiter.AcquireAsync(By(greedy), 1, Ct).AsTask()).ToList();
        var nobody = Enumerable.Range(0, 300).Select(_ => limiter.AcquireAsync(By(null), 1, Ct).AsTask()).ToList();

        Assert.Equal(300 - FairShare.OfOnePerson - 200, asked.Count(a => a.IsCompleted && !a.Result.IsAcquired));
        Assert.All(await Task.WhenAll(nobody), l => Assert.True(l.IsAcquired));
    }

    private static PartitionedRateLimiter<HttpContext> Limiter()
    {
        var services = new ServiceCollection();
        services.AddFairShare();
        return services.BuildServiceProvider().GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;
    }

    private static DefaultHttpContext By(Guid? person, string question = "")
    {
        var http = new DefaultHttpContext { Request = { QueryString = new(question) } };
        http.User = person is { } id ? new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, id.ToString())], "test")) : new();
        return http;
    }
}
