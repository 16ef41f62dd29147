using Cornerstone.Features.CouncilBenchmarks;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.CouncilBenchmarks;

public sealed class CouncilBenchmarkTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_benchmark_is_judged_only_once_the_host_country_has_agreed()
    {
        var benchmark = Benchmark();
        var judgement = Judged(benchmark, "2026-Q3", JudgedParty.Host, Judgement.PartlyMet);

        Assert.Equal("council.not-to-judge", benchmark.MayJudge(judgement, [], Today)?.Code);
        Assert.Null(benchmark.Agree(new(2026, 5, 1), "Letter of 1 May 2026", Today));
        Assert.Null(benchmark.MayJudge(judgement, [], Today));
    }

    [Theory]
    [InlineData(null, "council.agreement-missing")]
    [InlineData("2026-12-01", "council.agreement-in-future")]
    public void Agreement_has_a_day_that_has_come_and_a_letter(string? on, string code)
    {
        var day = on is null ? (DateOnly?)null : DateOnly.Parse(on, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal(code, Benchmark().Agree(day, "Letter", Today)?.Code);
    }

    [Fact]
    public void Every_judgement_says_why()
    {
        var benchmark = Agreed();

        var refusal = benchmark.MayJudge(Judged(benchmark, "2026-Q3", JudgedParty.Host, Judgement.Met, why: " "), [], Today);

        Assert.Equal("council.justification-missing", refusal?.Code);
    }

    [Fact]
    public void Only_what_was_met_before_can_be_reversed_and_by_the_same_party()
    {
        var benchmark = Agreed();
        var reversed = Judged(benchmark, "2026-Q3", JudgedParty.Host, Judgement.Reversed);
        var metByHost = Judged(benchmark, "2026-Q2", JudgedParty.Host, Judgement.PartlyMet);
        var metByAssistance = Judged(benchmark, "2026-Q2", JudgedParty.Assistance, Judgement.Met);

        Assert.Equal("council.nothing-to-reverse", benchmark.MayJudge(reversed, [metByAssistance], Today)?.Code);
        Assert.Null(benchmark.MayJudge(reversed, [metByHost, metByAssistance], Today));
    }

    [Fact]
    public void A_period_to_come_is_not_judged()
    {
        var benchmark = Agreed();

        Assert.Equal("council.judged-too-early", benchmark.MayJudge(Judged(benchmark, "2027", JudgedParty.Host, Judgement.Met), [], Today)?.Code);
    }

    [Fact]
    public void A_benchmark_closes_with_a_reason_after_it_was_judged_and_may_open_again()
    {
        var benchmark = Agreed();

        Assert.Equal("council.close-unassessed", benchmark.Close("done")?.Code);
        benchmark.Assess();
        Assert.Equal("council.reason-to-close", benchmark.Close(" ")?.Code);
        Assert.Null(benchmark.Close("Met in three periods"));
        Assert.Equal(BenchmarkState.Closed, benchmark.State);
        Assert.Null(benchmark.Reopen());
        Assert.Equal(BenchmarkState.Assessed, benchmark.State);
    }

    private static CouncilBenchmark Benchmark() => new()
    {
        Country = "XS",
        Classification = Classification.Partner,
        Code = "B1",
        Words = Wording.Of("en", "A law on oversight is in force"),
        Assessor = "Joint team",
    };

    private static CouncilBenchmark Agreed()
    {
        var benchmark = Benchmark();
        benchmark.Agree(new(2026, 1, 5), "Letter", Today);
        return benchmark;
    }

    private static CouncilJudgement Judged(CouncilBenchmark benchmark, string period, JudgedParty party, Judgement judgement, string why = "Seen in the gazette") => new()
    {
        BenchmarkId = benchmark.Id,
        Country = "XS",
        Classification = Classification.Partner,
        PeriodFrom = Period.Parse(period).From,
        PeriodUntil = Period.Parse(period).Until,
        PeriodPrecision = Period.Parse(period).Precision,
        Party = party,
        Judgement = judgement,
        Justification = why,
        JudgedBy = Guid.CreateVersion7(),
        JudgedAt = new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero),
    };
}
