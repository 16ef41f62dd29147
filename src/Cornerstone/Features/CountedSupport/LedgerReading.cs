using System.Linq.Expressions;
using Cornerstone.Data;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CountedSupport;

/// <summary>What a count reads, on the thread that asks for it: it may be one that lets others go first. Row-level security decides what is found.</summary>
internal static class LedgerReading
{
    private static readonly TransactionType[] Counted = [.. Enum.GetValues<TransactionType>().Where(t => Enum.GetValues<MoneyStage>().Any(s => s.Holds(t)))];

    extension(AppDb db)
    {
        public IEnumerable<TiedActivity> TiedActivities(string country) => db.Activities.AsNoTracking().Where(a => a.Country == country)
            .Select(a => new TiedActivity(a.Id, a.Identifier, a.ReporterId, a.OtherIdentifiers, a.Relations, a.Parties)).AsEnumerable();

        /// <summary>Only such as name somebody: the others tie nothing.</summary>
        public IEnumerable<TiedFlow> TiedFlows(string country) => db.Transactions.AsNoTracking()
            .Where(t => t.Country == country && t.Type != null && Counted.Contains(t.Type.Value)
                && (t.ProviderActivity != null || t.ReceiverActivity != null || t.ReceiverId != null || t.ProviderId != null))
            .Select(t => new TiedFlow(t.ActivityId, t.Type!.Value, t.ProviderId, t.ProviderActivity, t.ReceiverId, t.ReceiverActivity)).AsEnumerable();

        public Task<Dictionary<Guid, Guid>> StandingActivitiesAsync(string country, CancellationToken ct) => db.SameActivities.AsNoTracking()
            .Where(s => s.Country == country && s.IsSame && s.EndedAt == null).ToDictionaryAsync(s => s.ActivityId, s => s.StandingId, ct);

        /// <summary>Of activities and transactions only what is counted: a large register is read whole when the program has started.</summary>
        public ReadActivities ReadActivities(string country, IReadOnlyCollection<Guid> ids) => new(
            [.. db.Activities.AsNoTracking().Where(a => a.Country == country && ids.Contains(a.Id)).Select(OfActivity)],
            [.. db.Transactions.AsNoTracking().Where(t => t.Country == country && ids.Contains(t.ActivityId) && t.Type != null && Counted.Contains(t.Type.Value)).Select(OfTransaction)],
            [.. db.Alignments.AsNoTracking().Where(a => a.Country == country && ids.Contains(a.ActivityId))],
            [.. db.OdaAnswers.AsNoTracking().Where(a => a.Country == country && ids.Contains(a.ActivityId))])
        {
            Crs = [.. db.SupportSources.AsNoTracking().Where(s => s.Country == country && s.Kind == SourceKind.Crs).Select(s => s.Id)],
        };
    }

    internal static readonly Expression<Func<Activity, Activity>> OfActivity = a => new()
    {
        Id = a.Id,
        Country = a.Country,
        Classification = a.Classification,
        SourceId = a.SourceId,
        Identifier = a.Identifier,
        ReporterId = a.ReporterId,
        Status = a.Status,
        PlannedStart = a.PlannedStart,
        ActualStart = a.ActualStart,
        PlannedEnd = a.PlannedEnd,
        ActualEnd = a.ActualEnd,
        Scope = a.Scope,
        FlowType = a.FlowType,
        FinanceType = a.FinanceType,
        AidTypes = a.AidTypes,
        Parties = a.Parties,
        Countries = a.Countries,
        Regions = a.Regions,
        Sectors = a.Sectors,
        Markers = a.Markers,
        Places = a.Places,
        Relations = a.Relations,
        OtherIdentifiers = a.OtherIdentifiers,
        SupportsForces = a.SupportsForces,
        FeeShare = a.FeeShare,
        PledgeProbability = a.PledgeProbability,
        SaidAt = a.SaidAt,
        RecordedBy = a.RecordedBy,
        RecordedAt = a.RecordedAt,
    };

    internal static readonly Expression<Func<Transaction, Transaction>> OfTransaction = t => new()
    {
        Id = t.Id,
        ActivityId = t.ActivityId,
        Country = t.Country,
        Classification = t.Classification,
        Type = t.Type,
        Date = t.Date,
        Amount = t.Amount,
        Currency = t.Currency,
        ValueDate = t.ValueDate,
        ProviderId = t.ProviderId,
        ProviderActivity = t.ProviderActivity,
        ReceiverId = t.ReceiverId,
        ReceiverActivity = t.ReceiverActivity,
        FlowType = t.FlowType,
        FinanceType = t.FinanceType,
        AidTypes = t.AidTypes,
        Sectors = t.Sectors,
        RecipientCountry = t.RecipientCountry,
        RecipientRegion = t.RecipientRegion,
        Form = t.Form,
        RecipientUnitId = t.RecipientUnitId,
    };
}

/// <summary>Some activities with their money, what they serve, and what people answered of them.</summary>
internal sealed record ReadActivities(List<Activity> Activities, List<Transaction> Transactions, List<ActivityAlignment> Alignments, List<OdaAnswer> Answers)
{
    /// <summary>Sources that are tables of the CRS.</summary>
    public HashSet<Guid> Crs { get; init; } = [];

    public void Add(ReadActivities more)
    {
        Crs.UnionWith(more.Crs);
        Activities.AddRange(more.Activities);
        Transactions.AddRange(more.Transactions);
        Alignments.AddRange(more.Alignments);
        Answers.AddRange(more.Answers);
    }

    public KnownMoney On(LedgerGround ground, IReadOnlyDictionary<Guid, Guid> sameAs) => new(ground, Activities, Transactions, Alignments, sameAs, Answers, Crs);

    public Dictionary<Guid, LedgerTies> Ties(LedgerGround ground)
    {
        var reporters = Activities.ToDictionary(a => a.Id, a => ground.StandingFor(a.ReporterId));
        var ties = Activities.ToDictionary(a => a.Id, _ => new LedgerTies());
        foreach (var activity in Activities) ties[activity.Id].Add(TiedActivity.Of(activity), ground.StandingFor);
        foreach (var flow in Transactions.Where(t => ties.ContainsKey(t.ActivityId)).Select(TiedFlow.Of)) ties[flow.ActivityId].Add(flow, reporters[flow.ActivityId], ground.StandingFor);
        return ties;
    }
}
