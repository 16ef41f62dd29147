using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Primitives;

namespace Cornerstone.Access;

/// <summary>
/// One person's requests leave room for everybody else's: some are answered at a time, the others of the same person wait in line. Files
/// cost the most and wait in one line of all, so that fifty exports at once are made one after the other while pages go on.
/// Ours, and not the framework's middleware: that one keeps its timer, and with it the whole program, after the program has been disposed.
/// </summary>
internal sealed class FairShare : IAsyncDisposable
{
    /// <summary>As many as a browser asks of one server at a time.</summary>
    public const int OfOnePerson = 6;

    private const int InLine = 200;
    private static readonly int Files = Math.Max(1, Environment.ProcessorCount / 2);
    private static readonly string[] FileHandlers = ["export", "file", "text"];

    private readonly PartitionedRateLimiter<HttpContext>[] lines =
    [
        PartitionedRateLimiter.Create<HttpContext, string>(AtItsPace),
        PartitionedRateLimiter.Create<HttpContext, string>(http => InTurn(PersonOf(http), OfOnePerson)),
        PartitionedRateLimiter.Create<HttpContext, string>(http => InTurn(PersonOf(http) is not null && IsFile(http.Request.Query["handler"]) ? "files" : null, Files)),
    ];

    private readonly PartitionedRateLimiter<HttpContext> all;

    public FairShare() => all = PartitionedRateLimiter.CreateChained(lines);

    /// <summary>A place among those who are answered, to be given back when the answer is out; or none, where too many wait already.</summary>
    public ValueTask<RateLimitLease> EnterAsync(HttpContext http, CancellationToken ct) => all.AcquireAsync(http, 1, ct);

    /// <summary>The request is answered when it is its turn. What is refused is said where every refusal is: as a page, or in the form for programs.</summary>
    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        using var lease = await EnterAsync(http, http.RequestAborted);
        if (lease.IsAcquired)
        {
            await next(http);
            return;
        }

        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? Math.Max(1, (int)Math.Ceiling(known.TotalSeconds)) : 1;
        http.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
    }

    public async ValueTask DisposeAsync()
    {
        await all.DisposeAsync();
        foreach (var line in lines)
        {
            await line.DisposeAsync();
        }
    }

    private static RateLimitPartition<string> AtItsPace(HttpContext http) => http.GetEndpoint()?.Metadata.GetMetadata<PaceAttribute>() is not { } pace
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetTokenBucketLimiter(
            http.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "nobody",
            _ => new() { TokenLimit = pace.AtOnce, TokensPerPeriod = pace.ASecond, ReplenishmentPeriod = TimeSpan.FromSeconds(1), QueueLimit = 0 });

    private static RateLimitPartition<string> InTurn(string? whose, int atOnce) => whose is null
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetConcurrencyLimiter(whose, _ => new() { PermitLimit = atOnce, QueueLimit = InLine, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    // The page that says what went wrong is no request of its own.
    private static string? PersonOf(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null ? http.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    private static bool IsFile(StringValues handler) => FileHandlers.Contains(handler.ToString(), StringComparer.OrdinalIgnoreCase);
}
