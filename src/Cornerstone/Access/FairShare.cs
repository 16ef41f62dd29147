using System.Globalization;
using System.Security.Claims;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Primitives;

namespace Cornerstone.Access;

/// <summary>
/// One person's requests leave room for everybody else's: some are answered at a time, the others of the same person wait in line. Files
/// cost the most and wait in one line of all, so that fifty exports at once are made one after the other while pages go on.
/// </summary>
internal static class FairShare
{
    /// <summary>As many as a browser asks of one server at a time.</summary>
    public const int OfOnePerson = 6;

    private const int InLine = 200;
    private static readonly int Files = Math.Max(1, Environment.ProcessorCount / 2);
    private static readonly string[] FileHandlers = ["export", "file", "text"];

    public static void AddFairShare(this IServiceCollection services) => services.AddRateLimiter(o =>
    {
        o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        o.OnRejected = (rejected, _) => SayWhenAsync(rejected);
        o.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => InTurn(PersonOf(http), OfOnePerson)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => InTurn(PersonOf(http) is not null && IsFile(http.Request.Query["handler"]) ? "files" : null, Files)));
    });

    // What is answered is said where every refusal is: as a page, or in the form for programs.
    private static ValueTask SayWhenAsync(OnRejectedContext rejected)
    {
        var wait = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var known) ? Math.Max(1, (int)Math.Ceiling(known.TotalSeconds)) : 1;
        rejected.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }

    private static RateLimitPartition<string> InTurn(string? whose, int atOnce) => whose is null
        ? RateLimitPartition.GetNoLimiter("")
        : RateLimitPartition.GetConcurrencyLimiter(whose, _ => new() { PermitLimit = atOnce, QueueLimit = InLine, QueueProcessingOrder = QueueProcessingOrder.OldestFirst });

    // The page that says what went wrong is no request of its own.
    private static string? PersonOf(HttpContext http) =>
        http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null ? http.User.FindFirstValue(ClaimTypes.NameIdentifier) : null;

    private static bool IsFile(StringValues handler) => FileHandlers.Contains(handler.ToString(), StringComparer.OrdinalIgnoreCase);
}
