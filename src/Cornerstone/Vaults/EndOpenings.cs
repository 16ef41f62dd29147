using Cornerstone.Access;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>
/// Ends openings whose time is over, so that the keys that were lent are destroyed. Nobody waits for it: from that moment on the database
/// gives out nothing of them, whether this runs or not. After a restore it takes away what an old backup brought back.
/// </summary>
internal sealed class EndOpenings(Database database, TimeProvider clock, ILogger<EndOpenings> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);

    public async Task LookAsync(CancellationToken ct)
    {
        await using var db = SealedDb.Over(database);
        await db.BeginAsync(Reader.Operator, ct);
        var now = clock.GetUtcNow();
        foreach (var opening in await db.Openings.Where(o => o.EndedAt == null && o.UntilAt <= now).ToListAsync(ct))
        {
            var call = await db.Calls.AsNoTracking().SingleAsync(c => c.Id == opening.CallId, ct);
            opening.End(Reader.OperatorId, now);
            var act = new Act("sealed.emergency-over", call.Country, now, opening.Ground.ToString());
            await db.SaveAsync(act, opening.Lines(act, ChangeKind.Changed, []), ct);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await TryAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop; the next start goes on.
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            await LookAsync(ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            logger.LogWarning(fault, "Keys lent in an emergency whose time is over could not be destroyed; they open nothing, and the next look tries again");
        }
    }
}
