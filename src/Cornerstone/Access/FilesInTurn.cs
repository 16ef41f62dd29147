using System.Threading.RateLimiting;

namespace Cornerstone.Access;

/// <summary>
/// Files cost the most. Fifty exports at once are made one after the other, and after each comes a rest as long as it took, so that pages have
/// the processor to themselves half of the time. Whoever fetches a file slowly holds up nobody: it is whole before it leaves.
/// </summary>
internal sealed class FilesInTurn(TimeProvider clock) : IMiddleware, IDisposable
{
    private readonly ConcurrencyLimiter line = new(new()
    {
        PermitLimit = Math.Max(1, Environment.ProcessorCount / 2),
        QueueLimit = FairShare.InLine,
        QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
    });

    public async Task InvokeAsync(HttpContext http, RequestDelegate next)
    {
        if (!FairShare.IsFile(http))
        {
            await next(http);
            return;
        }

        var turn = await line.AcquireAsync(permitCount: 1, http.RequestAborted);
        if (turn.IsAcquired)
        {
            await MakeAsync(http, next, turn);
        }
        else
        {
            http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            http.Response.Headers.RetryAfter = "1";
        }
    }

    public void Dispose() => line.Dispose();

    private async Task MakeAsync(HttpContext http, RequestDelegate next, RateLimitLease turn)
    {
        var answer = http.Response.Body;
        await using var file = new HeldFile(answer);
        var began = clock.GetTimestamp();
        http.Response.Body = file;
        try
        {
            await next(http);
        }
        finally
        {
            http.Response.Body = answer;
            _ = RestAsync(turn, clock.GetElapsedTime(began));
        }

        await file.LeaveAsync(http.RequestAborted);
    }

    private async Task RestAsync(RateLimitLease turn, TimeSpan length)
    {
        await Task.Delay(length, clock);
        turn.Dispose();
    }
}
