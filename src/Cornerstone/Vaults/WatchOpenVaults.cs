using Cornerstone.Data;

namespace Cornerstone.Vaults;

/// <summary>
/// Takes keys out of memory whose session has ended elsewhere: the account disabled, a role changed, another browser signed this one out.
/// Such a session opens nothing from its end on; here its keys are zeroed too. When the database cannot be asked, nothing stays open.
/// </summary>
internal sealed class WatchOpenVaults(OpenVaults vaults, Database database, TimeProvider clock, ILogger<WatchOpenVaults> logger) : BackgroundService
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(15);

    public async Task LookAsync(CancellationToken ct)
    {
        var watched = vaults.Sessions;
        if (watched.Count == 0)
        {
            return;
        }

        var open = await StillOpenAsync(watched, ct);
        foreach (var ended in watched.Where(s => !open.Contains(s)))
        {
            vaults.Forget(ended);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await LookAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException)
        {
            // Asked to stop; the vaults end with the program.
        }
    }

    private async Task<HashSet<Guid>> StillOpenAsync(IReadOnlyCollection<Guid> sessions, CancellationToken ct)
    {
        var open = new HashSet<Guid>();
        try
        {
            await using var command = database.App.CreateCommand("select access.sessions_still_open($1)");
            command.Parameters.Add(new() { Value = sessions.ToArray() });
            await using var rows = await command.ExecuteReaderAsync(ct);
            while (await rows.ReadAsync(ct))
            {
                open.Add(rows.GetGuid(0));
            }

            return open;
        }
        catch (Npgsql.NpgsqlException fault)
        {
            logger.LogWarning(fault, "The database does not say which sessions are open: every vault is locked");
            return [];
        }
    }
}
