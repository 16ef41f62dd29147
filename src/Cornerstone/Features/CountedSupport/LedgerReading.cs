using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CountedSupport;

/// <summary>What a count reads. Row-level security decides what is found.</summary>
internal static class LedgerReading
{
    private static readonly TransactionType[] Counted = [.. Enum.GetValues<TransactionType>().Where(t => Enum.GetValues<MoneyStage>().Any(s => s.Holds(t)))];

    extension(AppDb db)
    {
        public IAsyncEnumerable<TiedActivity> TiedActivitiesAsync(string country) => db.Activities.AsNoTracking().Where(a => a.Country == country)
            .Select(a => new TiedActivity(a.Id, a.Identifier, a.ReporterId, a.OtherIdentifiers, a.Relations, a.Parties)).AsAsyncEnumerable();

        /// <summary>Only such as name somebody: the others tie nothing.</summary>
        public IAsyncEnumerable<TiedFlow> TiedFlowsAsync(string country) => db.Transactions.AsNoTracking()
            .Where(t => t.Country == country && t.Type != null && Counted.Contains(t.Type.Value)
                && (t.ProviderActivity != null || t.ReceiverActivity != null || t.ReceiverId != null || t.ProviderId != null))
            .Select(t => new TiedFlow(t.ActivityId, t.Type!.Value, t.ProviderId, t.ProviderActivity, t.ReceiverId, t.ReceiverActivity)).AsAsyncEnumerable();

        public Task<Dictionary<Guid, Guid>> StandingActivitiesAsync(string country, CancellationToken ct) => db.SameActivities.AsNoTracking()
            .Where(s => s.Country == country && s.IsSame && s.EndedAt == null).ToDictionaryAsync(s => s.ActivityId, s => s.StandingId, ct);

        public async Task<ReadActivities> ReadActivitiesAsync(string country, IReadOnlyCollection<Guid> ids, CancellationToken ct) => new(
            await db.Activities.AsNoTracking().Where(a => a.Country == country && ids.Contains(a.Id)).ToListAsync(ct),
            await db.Transactions.AsNoTracking().Where(t => t.Country == country && ids.Contains(t.ActivityId) && t.Type != null && Counted.Contains(t.Type.Value)).ToListAsync(ct),
            await db.Alignments.AsNoTracking().Where(a => a.Country == country && ids.Contains(a.ActivityId)).ToListAsync(ct));
    }
}

/// <summary>Some activities with their money and what they serve.</summary>
internal sealed record ReadActivities(List<Activity> Activities, List<Transaction> Transactions, List<ActivityAlignment> Alignments)
{
    public void Add(ReadActivities more)
    {
        Activities.AddRange(more.Activities);
        Transactions.AddRange(more.Transactions);
        Alignments.AddRange(more.Alignments);
    }

    public KnownMoney On(LedgerGround ground, IReadOnlyDictionary<Guid, Guid> sameAs) => new(ground, Activities, Transactions, Alignments, sameAs);

    public Dictionary<Guid, LedgerTies> Ties(LedgerGround ground)
    {
        var reporters = Activities.ToDictionary(a => a.Id, a => ground.StandingFor(a.ReporterId));
        var ties = Activities.ToDictionary(a => a.Id, _ => new LedgerTies());
        foreach (var activity in Activities) ties[activity.Id].Add(TiedActivity.Of(activity), ground.StandingFor);
        foreach (var flow in Transactions.Where(t => ties.ContainsKey(t.ActivityId)).Select(TiedFlow.Of)) ties[flow.ActivityId].Add(flow, reporters[flow.ActivityId], ground.StandingFor);
        return ties;
    }
}
