using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Cornerstone.Access.Passwords;
using Microsoft.AspNetCore.Diagnostics;

namespace Cornerstone.Access;

/// <summary>
/// One person's requests leave room for everybody else's: some are answered at a time, the others of the same person wait in line, and whoever
/// waits for a file goes on reading pages (<see cref="FilesInTurn"/>). What is sent before anybody is known, such as a password, waits in a line
/// of its address.
/// Ours, and not the framework's middleware: that one keeps its timer, and with it the whole program, after the program has been disposed.
/// </summary>
internal sealed class FairShare : IAsyncDisposable
{
    /// <summary>As many as a browser asks of one server at a time.</summary>
    public const int OfOnePerson = 6;

    public const int InLine = 200;

    private static readonly string[] FileHandlers = ["export", "file", "text"];

    private readonly PartitionedRateLimiter<HttpContext>[] lines =
    [
        PartitionedRateLimiter.Create<HttpContext, string>(AtItsPace),
        PartitionedRateLimiter.Create<HttpContext, string>(http => InTurn(WhoseOf(http))),
    ];

    private readonly PartitionedRateLimiter<HttpContext> all;

    public FairShare() => all = PartitionedRateLimiter.CreateChained(lines);

    /// <summary>Somebody who is signed in asks for a file.</summary>
    public static bool IsFile(HttpContext http) =>
        http.User.Identity is { IsAuthenticated: true } && !IsAboutAFault(http) && FileHandlers.Contains(http.Request.Query["handler"].ToString(), StringComparer.OrdinalIgnoreCase);

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

    private static RateLimitPartition<string> InTurn(string? whose) => whose is null
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetConcurrencyLimiter(whose, _ => new() { PermitLimit = OfOnePerson, QueueLimit = InLine, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    private static string? WhoseOf(HttpContext http)
    {
        if (IsAboutAFault(http)) return null;
        if (http.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } person) return IsFile(http) ? $"files of {person}" : person;

        return HttpMethods.IsPost(http.Request.Method) ? $"from {Throttle.Place(http.Connection.RemoteIpAddress)}" : null;
    }

    // The page that says what went wrong is no request of its own.
    private static bool IsAboutAFault(HttpContext http) => http.Features.Get<IStatusCodeReExecuteFeature>() is not null || http.Features.Get<IExceptionHandlerFeature>() is not null;
}
