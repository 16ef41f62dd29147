using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.CountedSupport;

/// <summary>Activities, money and a plan without a database: what rules are tried on.</summary>
internal static class GivenSupportInMemory
{
    public static Activity Activity(string identifier, Action<Activity>? adjust = null)
    {
        var activity = new Activity
        {
            Country = "XS",
            Classification = Classification.Public,
            SourceId = Guid.Empty,
            Identifier = identifier,
            RecordedBy = Guid.Empty,
            RecordedAt = DateTimeOffset.UnixEpoch,
        };
        adjust?.Invoke(activity);
        return activity;
    }

    public static Transaction Paid(Activity activity, decimal? amount, TransactionType type = TransactionType.Disbursement, int year = 2025) => new()
    {
        ActivityId = activity.Id,
        Country = "XS",
        Classification = Classification.Public,
        Type = type,
        Date = new DateOnly(year, 3, 1),
        Amount = amount,
        Currency = "USD",
    };

    public static PartnerEntry Partner(string name) => new(Guid.CreateVersion7(), Wording.Of("en", name), null, null);

    public static KnownMoney Known(IReadOnlyList<Activity> activities, IReadOnlyList<Transaction> transactions, IEnumerable<PartnerEntry>? partners = null, IEnumerable<ActivityAlignment>? serves = null) => new(
        new("XS", Currency.UsDollar, new RateBook([], []), new PartnerIndex(partners ?? []), new([])), activities, transactions, serves ?? [], new Dictionary<Guid, Guid>(), []);

    public static CountedLedger Ledger(KnownMoney money)
    {
        var state = new LedgerState(money.Ground);
        state.Add(money);
        return state.Done().Ledger;
    }

    public static ObjectiveMoney Objectives(CountedLedger ledger, PlanTree tree) => new(ledger, ObjectiveMoney.ObjectivesOf(tree), [], Array.Empty<Guid>().ToLookup(id => id));

    public static TreeNode Node(PlanLevel level, string code, TreeNode? under = null) =>
        new(Guid.CreateVersion7(), Guid.CreateVersion7(), under?.Id, level, code, Wording.Of("en", code), null, [], [], [], null, null, false);

    public static ActivityAlignment Serves(Activity activity, TreeNode node, decimal? share = null, AlignmentState state = AlignmentState.Agreed)
    {
        var alignment = new ActivityAlignment
        {
            ActivityId = activity.Id,
            Country = "XS",
            Classification = Classification.Public,
            Lineage = node.Lineage,
            Share = share,
            ProposedBy = Guid.Empty,
            ProposedAt = DateTimeOffset.UnixEpoch,
        };
        if (state != AlignmentState.Proposed)
        {
            _ = alignment.Judge(state == AlignmentState.Agreed, Guid.CreateVersion7(), DateTimeOffset.UnixEpoch);
        }

        return alignment;
    }
}
