using System.Diagnostics;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// One ledger in memory, for readers who may see the same: counted once, and then only the families that changed. One at a time counts;
/// who comes meanwhile waits and finds it done.
/// </summary>
internal sealed class KeptLedger(string country, Currency currency) : IDisposable
{
    // Activities that are read and counted at a time: few enough that what is read is let go while it is young. Blocks are as large.
    private const int Batch = 500;

    // Beyond so many it is quicker to begin anew.
    private const int MostAgain = 20_000;

    // While it was read somebody may have gone on writing: what he wrote is read as well, but not for ever.
    private const int MostRounds = 5;

    // One thread reads while the other counts.
    private static readonly QuietLine Quiet = new("ledger", 2, rests: false);

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock oneBeside = new();
    private LedgerState? state;
    private string? seen;
    private string? looked;
    private Task? beside;
    private LedgerProgress progress = new(country, currency, 0, null);
    private Guid? asker;

    public long Bytes => state?.Bytes ?? 0;

    public bool IsCounted => state is not null;

    /// <summary>The snapshot that what changed since is asked with; null while nothing was looked at.</summary>
    public string? Seen => seen ?? looked;

    public LedgerProgress Progress => progress;

    public void AskedBy(Guid person) => asker = person;

    /// <summary>Who asked last, once.</summary>
    public Guid? TakeAsker() => (asker, asker = null).asker;

    /// <summary>What is done beside pages: once for all who wait.</summary>
    public Task Beside(Func<Task> count)
    {
        lock (oneBeside)
        {
            return beside is { IsCompleted: false } ? beside : beside = Task.Run(count);
        }
    }

    /// <summary>As it stands with all that is committed now, and whether anything had to be read for it.</summary>
    /// <param name="quietly">Nobody waits for it: on threads that let others go first, and given up when the program stops.</param>
    public async Task<(CountedLedger Ledger, bool WasRead)> OfAsync(AppDb db, bool quietly, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var round = 0;
            for (; round < MostRounds; round++)
            {
                var changes = await LedgerChanges.SinceAsync(db, country, seen, ct);
                if (state is not null && changes.IsNone) break;
                looked = changes.Seen;
                // Whoever asked may have gone away: what was read is good for the next one.
                state = await CountAsync(db, changes, quietly, quietly ? ct : CancellationToken.None);
                seen = changes.Seen;
            }

            return (state!.Ledger, round > 0);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private async Task<LedgerState> CountAsync(AppDb db, LedgerChanges changes, bool quietly, CancellationToken ct)
    {
        var ground = state is null || changes.IsShared || changes.IsForgotten ? await LedgerGround.ReadAsync(db, country, currency, ct) : state.Ground;
        if (state is not null && !changes.IsForgotten && changes.Activities.Length <= MostAgain && (ground == state.Ground || state.Ground.AnswersAs(ground)))
        {
            var sameAs = await db.StandingActivitiesAsync(country, ct);
            if (await ChangedAsync(db, ground, changes.Activities, sameAs, ct) is { } changed)
            {
                return state.With(ground, changed, sameAs);
            }
        }

        return await AnewAsync(db, ground, quietly, ct);
    }

    private async Task<LedgerState> AnewAsync(AppDb db, LedgerGround ground, bool quietly, CancellationToken ct)
    {
        var fresh = new LedgerState(ground);
        var sameAs = await db.StandingActivitiesAsync(country, ct);
        progress = new(country, currency, 0, null);
        await RunAsync(() => Tie(db, fresh, sameAs), quietly);
        progress = progress with { Activities = fresh.Families.Count, Began = Stopwatch.GetTimestamp() };
        // While one batch is counted the next is read.
        var counting = Task.CompletedTask;
        foreach (var batch in fresh.Batches(Batch))
        {
            ct.ThrowIfCancellationRequested();
            var read = await RunAsync(() => db.ReadActivities(country, batch), quietly);
            await counting;
            counting = RunAsync(() => Count(fresh, read, sameAs), quietly);
            progress = progress with { Counted = progress.Counted + batch.Count };
        }

        await counting;
        return fresh.Done();
    }

    private static int Count(LedgerState fresh, ReadActivities read, Dictionary<Guid, Guid> sameAs)
    {
        fresh.Add(read.On(fresh.Ground, sameAs));
        return read.Activities.Count;
    }

    private static Task<T> RunAsync<T>(Func<T> work, bool quietly) => quietly ? Quiet.EnterAsync(work, CancellationToken.None) : Task.Run(work);

    private int Tie(AppDb db, LedgerState fresh, Dictionary<Guid, Guid> sameAs)
    {
        var (ground, reporters, ties) = (fresh.Ground, new List<Guid?>(), new LedgerTies());
        foreach (var activity in db.TiedActivities(country))
        {
            ties.Clear();
            ties.Add(activity, ground.StandingFor);
            fresh.Families.Tie(fresh.Families.NumberOf(activity.Id), ties);
            reporters.Add(ground.StandingFor(activity.ReporterId));
        }

        foreach (var flow in db.TiedFlows(country))
        {
            if (fresh.Families.Find(flow.ActivityId) is not { } number) continue;
            ties.Clear();
            ties.Add(flow, reporters[number], ground.StandingFor);
            fresh.Families.Tie(number, ties);
        }

        fresh.Families.JoinPairs();
        fresh.Families.JoinStanding(sameAs);
        return fresh.Families.Count;
    }

    // With what changed everything it hangs together with now, or did before. Null: too much to count by itself.
    private async Task<ReadFamilies?> ChangedAsync(AppDb db, LedgerGround ground, IEnumerable<Guid> changed, Dictionary<Guid, Guid> sameAs, CancellationToken ct)
    {
        var families = state!.Families;
        var standing = sameAs.ToLookup(s => s.Value, s => s.Key);
        var found = new ReadFamilies([], new([], [], [], []), []);
        for (var wanted = changed.Select(families.NumberOf); ;)
        {
            var fresh = wanted.SelectMany(families.FamilyOf).Where(n => !found.Members.Contains(n)).Distinct().ToList();
            fresh.AddRange(state.Worn([.. found.Members, .. fresh]).Except(fresh));
            found.Members.UnionWith(fresh);
            if (fresh.Count == 0) return found;
            if (found.Members.Count > MostAgain) return null;
            var read = await Task.Run(() => db.ReadActivities(country, [.. fresh.Select(n => families.Ids[n])]), ct);
            var ties = read.Ties(ground);
            found.Add(read, ties);
            var same = fresh.Select(n => families.Ids[n]).SelectMany(id => sameAs.TryGetValue(id, out var other) ? standing[id].Append(other) : standing[id]);
            wanted = [.. ties.Values.SelectMany(families.Tied), .. same.Select(families.NumberOf)];
        }
    }
}

/// <summary>Whole families, read anew.</summary>
/// <param name="Members">By number; also such as are not there any more.</param>
internal sealed record ReadFamilies(HashSet<int> Members, ReadActivities Read, Dictionary<Guid, LedgerTies> Ties)
{
    public void Add(ReadActivities read, Dictionary<Guid, LedgerTies> ties)
    {
        Read.Add(read);
        foreach (var (id, tie) in ties) Ties[id] = tie;
    }
}
