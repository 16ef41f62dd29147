using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using FsCheck;
using FsCheck.Fluent;
using static Cornerstone.Tests.Features.CountedSupport.GivenSupportInMemory;

namespace Cornerstone.Tests.Features.CountedSupport;

/// <summary>A family is counted by itself as among all, and after any change counting its family anew is counting everything anew.</summary>
public sealed class LedgerFamiliesTests
{
    private static readonly string[] Names = ["A", "B", "C", "D", "E", "F", "G", "H", "I", "J"];
    private static readonly Guid[] Organisations = [.. Enumerable.Range(0, 4).Select(_ => Guid.CreateVersion7())];

    [Fact]
    public void Families_counted_one_by_one_come_to_the_same_as_all_at_once() => Prop.ForAll(Registers().ToArbitrary(), register =>
    {
        var apart = Written(Counted(register, batch: 1));
        return apart == Written(Counted(register, batch: int.MaxValue));
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(300));

    [Fact]
    public void Whoever_has_no_tie_to_others_is_a_family_of_his_own()
    {
        var (one, other, third) = (Activity("A"), Activity("B"), Activity("C", a => a.Relations = [new(RelationKind.Parent, " a ")]));

        var state = Counted(new([one, other, third], [], new Dictionary<Guid, Guid>()), int.MaxValue);

        Assert.Equal([2, 1], state.Batches(1).Select(b => b.Count).OrderDescending());
    }

    [Fact]
    public void A_giver_is_tied_to_a_receiver_only_when_both_sides_tell_of_each_other()
    {
        var (giver, receiver) = (Activity("A", a => a.ReporterId = Organisations[0]), Activity("B", a => a.ReporterId = Organisations[1]));
        var paid = Paid(giver, 10m);
        paid.ReceiverId = Organisations[1];
        var received = Paid(receiver, 10m, TransactionType.IncomingFunds);
        received.ProviderId = Organisations[0];

        int FamiliesOf(params Transaction[] flows) => Counted(new([giver, receiver], [.. flows], new Dictionary<Guid, Guid>()), int.MaxValue).Batches(1).Count();

        Assert.Equal((2, 2, 1), (FamiliesOf(paid), FamiliesOf(received), FamiliesOf(paid, received)));
    }

    private static LedgerState Counted(Register register, int batch)
    {
        var state = new LedgerState(new("XS", Cornerstone.Values.Currency.UsDollar, new([], []), new(Organisations.Select(o => new Cornerstone.Features.Partners.PartnerEntry(o, Cornerstone.Values.Wording.Of("en", "O"), null, null))), new([])));
        foreach (var (id, ties) in register.Read().Ties(state.Ground)) state.Families.Tie(state.Families.NumberOf(id), ties);
        state.Families.JoinPairs();
        state.Families.JoinStanding(register.SameAs);
        foreach (var ids in state.Batches(batch)) state.Add(register.Read(ids).On(state.Ground, register.SameAs));
        return state.Done();
    }

    private static string Written(LedgerState state) => string.Join('\n',
        from view in Enum.GetValues<LedgerView>()
        from stage in Enum.GetValues<MoneyStage>()
        let question = new LedgerQuestion(view, stage, "USD")
        from rows in new[] { question }.Concat(Enum.GetValues<ExclusionReason>().Select(r => question with { Reason = r })).Select(q => state.Ledger.Rows(q, PlanObjectives.None))
        from row in rows.Select(r => $"{view} {stage} {r.Flow} {r.Partner} {r.Component} {r.Amount} {r.Reason} {string.Join(' ', r.Because.Order())}").Order(StringComparer.Ordinal)
        select row) + state.Ledger.Fees;

    private sealed record Register(List<Activity> Activities, List<Transaction> Transactions, IReadOnlyDictionary<Guid, Guid> SameAs)
    {
        public ReadActivities Read(IReadOnlyCollection<Guid>? only = null) => new(
            [.. Activities.Where(a => only?.Contains(a.Id) != false)], [.. Transactions.Where(t => only?.Contains(t.ActivityId) != false)], [], []);
    }

    private static Gen<Register> Registers() =>
        from activities in Gen.CollectToList(Names, Activities)
        from flows in Flows(activities).ListOf()
        from same in Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true)))
        select new Register([.. activities], [.. flows], same ? new Dictionary<Guid, Guid> { [activities[0].Id] = activities[1].Id } : new Dictionary<Guid, Guid>());

    private static Gen<Activity> Activities(string name) =>
        from reporter in Gen.Elements(Organisations)
        from funder in Maybe(Organisations)
        from relation in Gen.Frequency((5, Gen.Constant<RelationKind?>(null)), (1, Gen.Elements<RelationKind?>(RelationKind.Parent, RelationKind.Child, RelationKind.CoFunded)))
        from other in Gen.Elements(Names)
        from fee in Gen.Elements(0m, 0m, 0.01m)
        select Activity(name, a => (a.ReporterId, a.FeeShare, a.Parties, a.Relations) =
            (reporter, fee, funder is null ? [] : [new(PartyRole.Funding, funder)], relation is null ? [] : [new(relation, other)]));

    private static Gen<Transaction> Flows(IReadOnlyList<Activity> activities) =>
        from activity in Gen.Elements<Activity>(activities)
        from cents in Gen.Choose(1, 99_999)
        from type in Gen.Elements(TransactionType.IncomingFunds, TransactionType.Disbursement, TransactionType.Disbursement, TransactionType.Expenditure, TransactionType.OutgoingCommitment)
        from provider in Maybe(Organisations)
        from sender in Gen.Frequency((5, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Names)))
        from receiver in Maybe(Organisations)
        from to in Gen.Frequency((5, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Names)))
        select Flow(activity, cents / 100m, type, provider, sender, receiver, to);

    private static Transaction Flow(Activity activity, decimal amount, TransactionType type, Guid? provider, string? from, Guid? receiver, string? to)
    {
        var flow = Paid(activity, amount, type);
        (flow.ProviderId, flow.ProviderActivity, flow.ReceiverId, flow.ReceiverActivity) = (provider, from, receiver, to);
        return flow;
    }

    private static Gen<Guid?> Maybe(Guid[] values) => Gen.Frequency((4, Gen.Constant<Guid?>(null)), (1, Gen.Elements(values).Select(v => (Guid?)v)));
}
