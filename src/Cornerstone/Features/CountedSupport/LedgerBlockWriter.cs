using System.Collections.Frozen;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Features.CountedSupport;

/// <summary>Puts counted money into columns.</summary>
/// <param name="numberOf">The number an activity goes by in this ledger.</param>
internal sealed class LedgerBlockWriter(LedgerCodes codes, Func<Guid, int> numberOf)
{
    private static readonly (LedgerView View, MoneyStage Stage)[] Slots =
        [(LedgerView.Funding, MoneyStage.Pledged), (LedgerView.Funding, MoneyStage.Committed), (LedgerView.Funding, MoneyStage.Paid), (LedgerView.Spending, MoneyStage.Paid)];

    private static readonly FrozenSet<TransactionType> Held = Enum.GetValues<TransactionType>().Where(t => Enum.GetValues<MoneyStage>().Any(s => s.Holds(t))).ToFrozenSet();

    public LedgerBlock Write(KnownMoney money)
    {
        var activities = money.Activities.OrderBy(a => a.Id).ToList();
        var places = activities.Select((a, i) => (a.Id, i)).ToDictionary(a => a.Id, a => a.i);
        var byActivity = money.Transactions.Where(t => Held.Contains(t.Type!.Value)).OrderByDescending(t => t.Date).ThenBy(t => t.Id).ToList();
        var flows = byActivity.Select((t, i) => (t.Id, i)).ToDictionary(t => t.Id, t => t.i);
        return new()
        {
            Activities = Columns(activities, money),
            Flows = Columns(byActivity, activities, places),
            Lines = [.. Slots.Select(s => Columns([.. money.Amounts(s.View, s.Stage).OrderBy(a => flows[a.Flow.Id])], flows, money))],
            Fees = [.. money.Fees(MoneyStage.Paid).Select(f => (places[f.Activity], f.Amount))],
        };
    }

    private ActivityColumns Columns(List<Activity> activities, KnownMoney money) => new(
        [.. activities.Select(a => numberOf(a.Id))],
        [.. activities.Select(a => codes.Regions.OfWord(LedgerRegion.WordOf(money.Ground.Regions.Of(a))))],
        [.. activities.Select(a => codes.Markers.OfWord(MarkerWord.Write(a.Markers)))],
        [.. activities.Select(a => codes.Crs.OfWord(money.Crs.GetValueOrDefault(a.Id)))],
        [.. activities.Select(a => codes.Aims.OfWord(Aims.Write(money.Aims[a.Id])))],
        [.. activities.Select(a => a.Starts?.DayNumber ?? 0)],
        [.. activities.Select(a => a.Ends?.DayNumber ?? 0)],
        [.. activities.Select(a => a.PledgeProbability)],
        [.. activities.Select(a => codes.Partners.OfValue(a.ReporterId))],
        [.. activities.Select(a => a.Status is ActivityStatus.Implementation or ActivityStatus.Finalisation)],
        [.. activities.Select(a => a.SaidAt?.UtcTicks ?? 0)]);

    // What a transaction says goes before what its activity says of all of them (IATI 2.03).
    private FlowColumns Columns(List<Transaction> flows, List<Activity> activities, Dictionary<Guid, int> places) => new(
        [.. flows.Select(t => t.Id)],
        [.. flows.Select(t => places[t.ActivityId])],
        [.. flows.Select(t => (int)t.Type!.Value)],
        [.. flows.Select(t => t.Date?.DayNumber ?? 0)],
        [.. flows.Select(t => codes.Years.OfValue(t.Date?.Year))],
        [.. flows.Select(t => codes.FlowTypes.OfWord(t.FlowType ?? activities[places[t.ActivityId]].FlowType))],
        [.. flows.Select(t => codes.FinanceTypes.OfWord(t.FinanceType ?? activities[places[t.ActivityId]].FinanceType))],
        [.. flows.Select(t => codes.AidTypes.OfWord(AidTypeOf(t.AidTypes.Count > 0 ? t.AidTypes : activities[places[t.ActivityId]].AidTypes)))]);

    private LineColumns Columns(List<KnownAmount> amounts, Dictionary<Guid, int> flows, KnownMoney money)
    {
        var pool = new List<int> { 0 };
        return new(
            [.. amounts.Select(a => flows[a.Flow.Id])],
            [.. amounts.Select(a => a.Amount is { } known ? (long)(known * 100m) : LineColumns.Unknown)],
            [.. amounts.Select(a => codes.Partners.OfValue(a.Partner))],
            [.. amounts.Select(a => codes.Components.OfWord(a.Component))],
            [.. amounts.Select(a => codes.Sectors.OfWord(a.Sector))],
            [.. amounts.Select(a => codes.Objectives.OfWord(a.Aim))],
            [.. amounts.Select(a => LineColumns.CodeOf(a.Reason))],
            [.. amounts.Select(a => checked((byte)codes.Judgements.OfValue(a.Judged)))],
            [.. amounts.Select(a => Pooled(a.Because, pool))],
            [.. pool],
            [.. Enumerable.Range(0, amounts.Count).Where(i => money.Aims.Contains(amounts[i].Flow.Activity))]);
    }

    private int Pooled(IReadOnlyList<Guid> because, List<int> pool)
    {
        if (because.Count == 0) return 0;
        var at = pool.Count;
        pool.Add(because.Count);
        pool.AddRange(because.Select(numberOf));
        return at;
    }

    // Codes of other vocabularies than the DAC's are written with a colon.
    private static string? AidTypeOf(List<string> codes) => codes.Find(c => !c.Contains(':', StringComparison.Ordinal));
}
