using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;

namespace Cornerstone.Ui;

/// <summary>How much one person may send in files within an hour: more than anybody's work, less than a disk.</summary>
internal sealed record SentFileLimits(int Forms = 600, int Megabytes = 4_000)
{
    public const string FormsSetting = "CORNERSTONE_FILES_AN_HOUR";
    public const string MegabytesSetting = "CORNERSTONE_FILE_MB_AN_HOUR";

    /// <exception cref="RefusedException">One of the two is no number above zero.</exception>
    public static SentFileLimits FromEnvironment() => new(Of(FormsSetting) ?? 600, Of(MegabytesSetting) ?? 4_000);

    private static int? Of(string setting) => Environment.GetEnvironmentVariable(setting) switch
    {
        null or "" => null,
        var named when int.TryParse(named, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 => number,
        var named => throw new RefusedException($"{setting} is \"{named}\": name a whole number above zero."),
    };
}

/// <summary>
/// Nobody fills the disk for everybody else (security handbook, goal 20, UP-08): what a person sends in forms with files is counted before
/// it is read. Counts are kept in memory; a new start begins anew.
/// </summary>
internal sealed class SentFileQuota(RequestDelegate next, HostSettings settings, TimeProvider clock)
{
    private readonly ConcurrentDictionary<string, Sent> people = new();

    private enum Answer
    {
        Taken,
        TooMany,
        TooLarge,
    }

    public Task InvokeAsync(HttpContext http)
    {
        if (!MayHoldFiles(http) || http.User.FindFirstValue(ClaimTypes.NameIdentifier) is not { } person)
        {
            return next(http);
        }

        // A length that is not told cannot be counted before it is there.
        if (http.Request.ContentLength is not { } length)
        {
            http.Response.StatusCode = StatusCodes.Status411LengthRequired;
            return Task.CompletedTask;
        }

        var now = clock.GetUtcNow();
        var answer = people.GetOrAdd(person, _ => new()).Take(now, length, settings.SentFiles);
        if (answer == Answer.Taken)
        {
            return next(http);
        }

        var wait = now.AddHours(1).AddMinutes(-now.Minute).AddSeconds(-now.Second) - now;
        http.Response.Headers.RetryAfter = ((int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        http.Response.StatusCode = answer == Answer.TooMany ? StatusCodes.Status429TooManyRequests : StatusCodes.Status413PayloadTooLarge;
        return Task.CompletedTask;
    }

    // The page that says what went wrong is no form of its own.
    private static bool MayHoldFiles(HttpContext http) =>
        HttpMethods.IsPost(http.Request.Method) && http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) == true
        && http.Features.Get<IStatusCodeReExecuteFeature>() is null && http.Features.Get<IExceptionHandlerFeature>() is null;

    private sealed class Sent
    {
        private readonly Lock turn = new();
        private (DateOnly Day, int Hour) hour;
        private int forms;
        private long bytes;

        public Answer Take(DateTimeOffset now, long length, SentFileLimits limits)
        {
            lock (turn)
            {
                var current = (DateOnly.FromDateTime(now.UtcDateTime), now.UtcDateTime.Hour);
                if (hour != current)
                {
                    (hour, forms, bytes) = (current, 0, 0);
                }

                if (forms >= limits.Forms) return Answer.TooMany;
                if (bytes + length > limits.Megabytes * 1_000_000L) return Answer.TooLarge;

                (forms, bytes) = (forms + 1, bytes + length);
                return Answer.Taken;
            }
        }
    }
}
