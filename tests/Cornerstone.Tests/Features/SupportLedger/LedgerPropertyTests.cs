using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using FsCheck;
using FsCheck.Fluent;

namespace Cornerstone.Tests.Features.SupportLedger;

/// <summary>What holds for any set of activities however they are tied together.</summary>
public sealed class LedgerPropertyTests
{
    private static readonly string[] Names = ["A", "B", "C", "D", "E", "F", "G"];
    private static readonly string[] Organisations = ["O1", "O2", "O3"];

    [Fact]
    public void Nothing_vanishes_and_nothing_is_added() => Check(given =>
    {
        var count = given.Count();
        return new[] { count.Funding, count.Spending }.All(view => given.Flows.Where(f => f.Amount is not null && f.Type != TransactionType.OutgoingPledge).All(f =>
            view.Counted.Where(c => c.Flow.Id == f.Id).Sum(c => c.Amount) + view.Excluded.Where(e => e.Flow.Id == f.Id).Sum(e => e.Amount) == f.Amount));
    });

    [Fact]
    public void The_order_of_files_and_lines_changes_nothing() => Check(given =>
    {
        var count = given.Count();
        var turned = new EachDollarOnce(new()).Count([.. given.Activities.Reverse()], [.. given.Flows.OrderBy(f => f.Amount).ThenBy(f => f.Type)], MoneyStage.Paid);
        return Written(count) == Written(turned);
    });

    [Fact]
    public void Funding_is_what_came_from_outside_and_what_was_added_of_ones_own() => Check(given =>
    {
        var count = given.Count();
        return count.Funding.Total == count.Balances.Sum(b => b.FromOutside) + count.Balances.Sum(b => b.Own);
    });

    [Fact]
    public void Balances_add_up_to_what_is_in_the_pipeline() => Check(given =>
    {
        var count = given.Count();
        var onItsWay = count.Edges.Sum(e => e.Sent) - count.Edges.Sum(e => e.Received);
        return count.Pipeline == count.Balances.Sum(b => b.Held) + onItsWay;
    });

    [Fact]
    public void No_view_counts_more_than_everything_that_was_reported() => Check(given =>
    {
        var count = given.Count();
        return count.Funding.Total <= given.Flows.Sum(f => Math.Max(f.Amount ?? 0m, 0m)) && count.Spending.Total <= given.Flows.Sum(f => Math.Max(f.Amount ?? 0m, 0m));
    });

    [Fact]
    public void Parts_to_the_cent_add_up_to_the_whole() => Prop.ForAll(
        Gen.Choose(-100_000, 100_000).Select(n => n / 1000m).ListOf().ToArbitrary(),
        parts => Cents.Shown([.. parts]).Sum() == Cents.Round(parts.Sum()) && Cents.Shown([.. parts]).Zip(parts).All(p => Math.Abs(p.First - p.Second) <= 0.01m)).QuickCheckThrowOnFailure();

    [Fact]
    public void A_whole_in_proportion_is_the_whole() => Prop.ForAll(
        Gen.Choose(0, 1_000_000).Select(n => n / 100m).ToArbitrary(),
        Gen.Choose(1, 1000).Select(n => (decimal)n).NonEmptyListOf().ToArbitrary(),
        (whole, weights) => Cents.Apportion(whole, [.. weights]).Sum() == whole).QuickCheckThrowOnFailure();

    [Fact]
    public void Shares_are_a_whole_whatever_was_declared() => Prop.ForAll(
        (from code in Gen.Choose(1, 5) from percentage in Gen.Choose(-20, 150) select ($"{code}", percentage < -10 ? (decimal?)null : percentage / 1.7m)).ListOf().ToArbitrary(),
        declared => LedgerShares.Of(declared).Sum(s => s.Part) == 1m && LedgerShares.Of(declared).All(s => s.Part > 0m)).QuickCheckThrowOnFailure();

    private static void Check(Func<GivenLedger, bool> holds) => Prop.ForAll(Ledgers().ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(400));

    private static string Written(LedgerCount count) => string.Join('\n', new[] { count.Funding, count.Spending }.SelectMany(v =>
        v.Counted.Select(c => $"{c.Flow.Id} {c.Amount}").Order().Concat(v.Excluded.Select(e => $"{e.Flow.Id} {e.Amount} {e.Reason} {string.Join(' ', e.Because)}").Order())));

    private static Gen<GivenLedger> Ledgers() =>
        from activities in Activities().ListOf(Names.Length)
        from flows in Flows().ListOf()
        select Build(activities, flows);

    private static Gen<(string Reporter, RelationKind? Kind, string Other, string? SameAs, int Fee, string? Funder, string? Number)> Activities() =>
        from reporter in Gen.Elements(Organisations)
        from kind in Gen.Frequency((5, Gen.Constant<RelationKind?>(null)), (2, Gen.Elements<RelationKind?>(RelationKind.Parent, RelationKind.Child, RelationKind.CoFunded, RelationKind.ThirdParty)))
        from other in Gen.Elements(Names)
        from sameAs in Gen.Frequency((8, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Names)))
        from fee in Gen.Elements(0, 0, 1, 7)
        from funder in Gen.Frequency((3, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(Organisations)))
        from number in Gen.Frequency((5, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>("N1", "N2")))
        select (reporter, kind, other, sameAs, fee, funder, number);

    private static Gen<(string At, TransactionType Type, decimal? Amount, int Day, string? Provider, string? From, string? Receiver, string? To)> Flows() =>
        from at in Gen.Elements(Names)
        from type in Gen.Elements(TransactionType.IncomingFunds, TransactionType.Disbursement, TransactionType.Disbursement, TransactionType.Expenditure, TransactionType.OutgoingPledge)
        from cents in Gen.Frequency((8, Gen.Choose(1, 99_999)), (1, Gen.Choose(-9_999, -1)), (1, Gen.Constant(0)))
        from day in Gen.Choose(0, 90)
        from provider in Maybe(Organisations)
        from fromActivity in Maybe(Names)
        from receiver in Maybe(Organisations)
        from toActivity in Maybe(Names)
        select (at, type, cents == 0 ? (decimal?)null : cents / 100m, day, provider, fromActivity, receiver, toActivity);

    private static Gen<string?> Maybe(string[] values) => Gen.Frequency((2, Gen.Constant<string?>(null)), (1, Gen.Elements<string?>(values)));

    private static GivenLedger Build(
        List<(string Reporter, RelationKind? Kind, string Other, string? SameAs, int Fee, string? Funder, string? Number)> activities,
        List<(string At, TransactionType Type, decimal? Amount, int Day, string? Provider, string? From, string? Receiver, string? To)> flows)
    {
        var given = new GivenLedger();
        for (var i = 0; i < Names.Length; i++)
        {
            var a = activities[i];
            given.Activity(Names[i], a.Reporter, a.SameAs, a.Fee / 100m, a.Funder is null ? [] : [a.Funder], a.Number is null ? [] : [a.Number], a.Kind is { } kind ? [(kind, a.Other)] : []);
        }

        foreach (var f in flows)
        {
            given.Flow(f.At, f.Type, f.Amount, new DateOnly(2024, 1, 1).AddDays(f.Day).ToString("yyyy-MM-dd"), f.Provider, f.From, f.Receiver, f.To);
        }

        return given;
    }
}
