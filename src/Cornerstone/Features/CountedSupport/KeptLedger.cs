using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// One ledger in memory, for readers who may see the same: counted once, and then only the families that changed. One at a time counts;
/// who comes meanwhile waits and finds it done.
/// </summary>
internal sealed class KeptLedger(string country, Currency currency) : IDisposable
{
    // Activities that are read and counted at a time.
    private const int Batch = 2_000;

    // Beyond so many it is quicker to begin anew.
    private const int MostAgain = 20_000;

    // While it was read somebody may have gone on writing: what he wrote is read as well, but not for ever.
    private const int MostRounds = 5;

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly Lock oneBeside = new();
    private LedgerState? state;
    private string? seen;
    private Task? beside;

    public long Bytes => state?.Bytes ?? 0;

    public bool IsCounted => state is not null;

    /// <summary>What is done beside pages: once for all who wait.</summary>
    public Task Beside(Func<Task> count)
    {
        lock (oneBeside)
        {
            return beside is { IsCompleted: false } ? beside : beside = Task.Run(count);
        }
    }

    /// <summary>As it stands with all that is committed now, and whether anything had to be read for it.</summary>
    public async Task<(CountedLedger Ledger, bool WasRead)> OfAsync(AppDb db, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var round = 0;
            for (; round < MostRounds; round++)
            {
                var changes = await LedgerChanges.SinceAsync(db, country, seen, ct);
                if (state is not null && changes.IsNone) break;
                // Whoever asked may have gone away: what was read is good for the next one.
                state = await CountAsync(db, changes, CancellationToken.None);
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

    private async Task<LedgerState> CountAsync(AppDb db, LedgerChanges changes, CancellationToken ct)
    {
        var ground = state is null || changes.IsShared ? await LedgerGround.ReadAsync(db, country, currency, ct) : state.Ground;
        if (state is not null && changes.Activities.Length <= MostAgain && (ground == state.Ground || state.Ground.AnswersAs(ground)))
        {
            var sameAs = await db.StandingActivitiesAsync(country, ct);
            if (await ChangedAsync(db, ground, changes.Activities, sameAs, ct) is { } changed)
            {
                return state.With(ground, changed, sameAs);
            }
        }

        return await AnewAsync(db, ground, ct);
    }

    private async Task<LedgerState> AnewAsync(AppDb db, LedgerGround ground, CancellationToken ct)
    {
        var fresh = new LedgerState(ground);
        var sameAs = await db.StandingActivitiesAsync(country, ct);
        await TieAsync(db, fresh, sameAs, ct);
        // While one batch is counted the next is read.
        var counting = Task.CompletedTask;
        foreach (var batch in fresh.Batches(Batch))
        {
            var read = await db.ReadActivitiesAsync(country, batch, ct);
            await counting;
            counting = Task.Run(() => fresh.Add(read.On(ground, sameAs)), ct);
        }

        await counting;
        return fresh.Done();
    }

    private async Task TieAsync(AppDb db, LedgerState fresh, Dictionary<Guid, Guid> sameAs, CancellationToken ct)
    {
        var (ground, reporters, ties) = (fresh.Ground, new List<Guid?>(), new LedgerTies());
        await foreach (var activity in db.TiedActivitiesAsync(country).WithCancellation(ct))
        {
            ties.Clear();
            ties.Add(activity, ground.StandingFor);
            fresh.Families.Tie(fresh.Families.NumberOf(activity.Id), ties);
            reporters.Add(ground.StandingFor(activity.ReporterId));
        }

        await foreach (var flow in db.TiedFlowsAsync(country).WithCancellation(ct))
        {
            if (fresh.Families.Find(flow.ActivityId) is not { } number) continue;
            ties.Clear();
            ties.Add(flow, reporters[number], ground.StandingFor);
            fresh.Families.Tie(number, ties);
        }

        fresh.Families.JoinPairs();
        fresh.Families.JoinStanding(sameAs);
    }

    // With what changed everything it hangs together with now, or did before. Null: too much to count by itself.
    private async Task<ReadFamilies?> ChangedAsync(AppDb db, LedgerGround ground, IEnumerable<Guid> changed, Dictionary<Guid, Guid> sameAs, CancellationToken ct)
    {
        var families = state!.Families;
        var standing = sameAs.ToLookup(s => s.Value, s => s.Key);
        var found = new ReadFamilies([], new([], [], []), []);
        for (var wanted = changed.Select(families.NumberOf); ;)
        {
            var fresh = wanted.SelectMany(families.FamilyOf).Where(n => !found.Members.Contains(n)).Distinct().ToList();
            fresh.AddRange(state.Worn([.. found.Members, .. fresh]).Except(fresh));
            found.Members.UnionWith(fresh);
            if (fresh.Count == 0) return found;
            if (found.Members.Count > MostAgain) return null;
            var read = await db.ReadActivitiesAsync(country, [.. fresh.Select(n => families.Ids[n])], ct);
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
