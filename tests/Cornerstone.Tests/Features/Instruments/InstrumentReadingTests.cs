using Cornerstone.Features.Instruments;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Instruments;

public sealed class InstrumentReadingTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Dictionary<string, string> Regions = new() { ["N"] = "N", ["S"] = "S" };

    [Fact]
    public void A_foreign_drafted_strategy_nobody_was_consulted_on_is_a_finding()
    {
        var strategy = InstrumentTests.Draft();
        strategy.NationalShare = 30m;

        Assert.Equal(["instruments.foreign-and-unheard (70)"], InstrumentFindings.Of(strategy, ConsultationCoverage.Of([], Regions), Today).Select(f => f.ToString()));
        Assert.Empty(InstrumentFindings.Of(strategy, ConsultationCoverage.Of([InstrumentTests.Held("N")], Regions), Today));
        strategy.NationalShare = null;
        Assert.Empty(InstrumentFindings.Of(strategy, ConsultationCoverage.Of([], Regions), Today));
    }

    [Fact]
    public void What_nobody_has_said_is_no_finding_but_a_no_is()
    {
        var strategy = InForce(InstrumentKind.Strategy);
        var heard = ConsultationCoverage.Of([InstrumentTests.Held("N"), InstrumentTests.Held("S")], Regions);
        Assert.Empty(InstrumentFindings.Of(strategy, heard, Today));

        (strategy.HasGenderAnalysis, strategy.HasConflictAnalysis, strategy.IsCosted, strategy.ValidUntil) = (false, false, false, Today.AddDays(-1));

        Assert.Equal(
            ["instruments.no-gender-analysis", "instruments.no-conflict-analysis", "instruments.not-costed", "instruments.past-its-term"],
            InstrumentFindings.Of(strategy, heard, Today).Select(f => f.Code));
    }

    [Fact]
    public void Almost_four_years_passed_from_start_to_adoption()
    {
        // S/2022/280, para. 43: adoption in late 2020 took almost four years. The months are ours.
        var strategy = InstrumentTests.Draft();
        strategy.StartedOn = new(2017, 1, 15);
        strategy.Take(new(InstrumentState.Adopted, new(2020, 12, 20)) { Authority = "Council of Ministers" }, isFirst: true, [], Guid.Empty, default);

        var time = MakingTime.Of(strategy, Today)!;

        Assert.Equal((47, 3, 11, true), (time.Months, time.Years, time.MonthsBeyond, time.IsOver));
    }

    [Fact]
    public void An_unfinished_strategy_is_counted_until_today_and_one_without_a_start_not_at_all()
    {
        var strategy = InstrumentTests.Draft();
        Assert.Null(MakingTime.Of(strategy, Today));

        strategy.StartedOn = new(2026, 1, 22);

        Assert.Equal((9, false), (MakingTime.Of(strategy, Today)!.Months, MakingTime.Of(strategy, Today)!.IsOver));
    }

    [Fact]
    public void The_chain_of_replacements_is_followed_to_its_end_and_a_circle_is_refused()
    {
        var (first, second, third) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        var successors = new Dictionary<Guid, Guid> { [first] = second, [second] = third };

        Assert.Equal([second, third], ReplacedBy.Chain(first, successors));
        Assert.True(ReplacedBy.WouldCircle(third, first, successors));
        Assert.False(ReplacedBy.WouldCircle(third, Guid.CreateVersion7(), successors));
        successors[third] = first;
        Assert.Equal([second, third], ReplacedBy.Chain(first, successors));
    }

    [Fact]
    public void Voices_nobody_counted_are_not_zero()
    {
        Assert.Equal(new Voices(null, null, null), Voices.Of([InstrumentTests.Held("N")]));
        Assert.Equal(new Voices(12, 20, 0), Voices.Of([InstrumentTests.Held("N", 12, 20, 0), InstrumentTests.Held("S")]));
        Assert.NotNull(Consultation.Check(5, 5, 11));
        Assert.Null(Consultation.Check(null, 5, 11));
    }

    [Fact]
    public void Ownership_asks_for_a_vision_heard_everywhere_coordination_own_money_and_monitoring()
    {
        var (strategy, council) = (InForce(InstrumentKind.Strategy), InForce(InstrumentKind.CoordinationMechanism));
        (strategy.IsCosted, strategy.FundedShare) = (true, 70m);
        var coverage = new Dictionary<Guid, ConsultationCoverage> { [strategy.Id] = ConsultationCoverage.Of([InstrumentTests.Held("N")], Regions) };

        var answers = Ownership.Of([strategy, council], coverage, [new OwnMoney(Currency.Parse("USD", null), National: 54m, Cost: 120m)]);

        Assert.Equal([false, true, true, false], answers.Select(a => a.IsMet));
        Assert.Equal([50m, null, 45m, null], answers.Select(a => a.Share));
    }

    [Fact]
    public void Foreign_money_is_no_resource_of_ones_own()
    {
        var usd = Currency.Parse("USD", null);

        var foreign = Ownership.Of([], new Dictionary<Guid, ConsultationCoverage>(), [new OwnMoney(usd, National: 0m, Cost: 120m)]);
        var unknown = Ownership.Of([], new Dictionary<Guid, ConsultationCoverage>(), [new OwnMoney(usd, National: 54m, Cost: null)]);

        Assert.Equal((false, 0m), (foreign[2].IsMet, foreign[2].Share));
        Assert.Equal((true, null), (unknown[2].IsMet, unknown[2].Share));
    }

    [Fact]
    public void A_strategy_not_in_force_answers_nothing() =>
        Assert.All(Ownership.Of([InstrumentTests.Draft()], new Dictionary<Guid, ConsultationCoverage>(), []), a => Assert.False(a.IsMet));

    private static Instrument InForce(InstrumentKind kind)
    {
        var instrument = InstrumentTests.Draft();
        instrument.Kind = kind;
        instrument.Take(new(InstrumentState.InForce, new(2024, 1, 1)) { Authority = "Parliament", EffectiveOn = new(2024, 1, 1) }, isFirst: true, [], Guid.Empty, default);
        return instrument;
    }
}
