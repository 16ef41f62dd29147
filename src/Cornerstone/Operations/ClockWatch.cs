using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Tags;
using Microsoft.AspNetCore.Html;
using Npgsql;

namespace Cornerstone.Operations;

/// <summary>
/// Whether the clock can be believed (security handbook, RL-09). The order of the journal does not hang on it; sessions, terms and dates do.
/// It cannot when the journal holds an act later than now, or when the day's clock and the one that only measures time have parted since the start.
/// </summary>
internal sealed class ClockWatch(Database database, TimeProvider clock, ILogger<ClockWatch> logger) : BackgroundService, IStandingWarning
{
    /// <summary>Clocks that are set over the network wander by less.</summary>
    public static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    // The alarm is to be there within a minute (goal 33).
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan JumpIsTold = TimeSpan.FromDays(1);

    private (DateTimeOffset Says, long Mark) start = (clock.GetUtcNow(), clock.GetTimestamp());
    private volatile ClockDoubt? doubt;

    /// <summary>To whoever can have the clock set right.</summary>
    public IHtmlContent? SaidTo(CurrentReader reader, Text T) => doubt is { } seen && reader.Reader.Memberships.Any(m => m.Role == Role.Administrator) ? seen.Said(T) : null;

    public async Task LookAsync(CancellationToken ct)
    {
        await using var owner = await database.Owner.OpenConnectionAsync(ct);
        var (latest, now) = (await LatestActAsync(owner, ct), clock.GetUtcNow());
        var expected = start.Says + clock.GetElapsedTime(start.Mark);
        var isBehind = latest > now + Slack;
        if (isBehind || doubt is { IsOfJournal: true })
        {
            // What is measured from a wrong clock says nothing of the right one.
            start = (now, clock.GetTimestamp());
            doubt = isBehind ? new(now, latest, IsOfJournal: true) : null;
        }
        else if ((now - expected).Duration() <= Slack)
        {
            doubt = null;
        }
        else
        {
            doubt = doubt is { IsOfJournal: false } ? doubt : new(now, expected, IsOfJournal: false);
            start = clock.GetElapsedTime(start.Mark) > JumpIsTold ? (now, clock.GetTimestamp()) : start;
        }
    }

    public static async Task<DateTimeOffset> LatestActAsync(NpgsqlConnection owner, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select coalesce(max(a.at), 'epoch') from journal.entry e join journal.act a on a.id = e.act_id where e.seq > (select max(seq) - 100 from journal.entry)", owner);
        return new((DateTime)(await command.ExecuteScalarAsync(ct))!);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, clock);
        try
        {
            do
            {
                await TryAsync(stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException)
        {
            // Asked to stop: nothing is left to do.
        }
    }

    private async Task TryAsync(CancellationToken ct)
    {
        try
        {
            var before = doubt;
            await LookAsync(ct);
            if (doubt is { } seen && before is null)
            {
                logger.LogError("The clock says {Now:u}, where {Expected:u} was expected: have it set right", seen.Now, seen.Expected);
            }
        }
        catch (NpgsqlException)
        {
            // The database is away, which others tell; the next look is soon.
        }
    }
}

/// <param name="Expected">The last act of the journal, or what the clock would say had it only gone on.</param>
internal sealed record ClockDoubt(DateTimeOffset Now, DateTimeOffset Expected, bool IsOfJournal)
{
    public IHtmlContent Said(Text T) => IsOfJournal
        ? T.Html("The clock of the server says {0}, but the journal holds an act of {1}. Sessions, terms and dates follow the clock: have it set right.", DateTag.Moment(Now, T), DateTag.Moment(Expected, T))
        : T.Html("The clock of the server was set to {0} while the program ran; {1} was expected. Sessions, terms and dates follow the clock: see that it is right.", DateTag.Moment(Now, T), DateTag.Moment(Expected, T));
}
