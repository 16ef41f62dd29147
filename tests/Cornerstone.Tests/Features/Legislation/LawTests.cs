using Cornerstone.Features.Legislation;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Legislation;

public sealed class LawTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void A_law_goes_from_its_plan_to_its_repeal_one_dated_step_after_the_other()
    {
        var register = new Register(LawState.Planned, new(2020, 1, 10));

        register.Takes(new(LawState.Drafting, new(2020, 6, 1)));
        register.Takes(new(LawState.CabinetApproved, new(2021, 2, 3)));
        register.Takes(new(LawState.InParliament, new(2021, 3, 1)));
        register.Takes(new(LawState.Passed, new(2021, 9, 9)) { Body = "National Assembly" });
        register.Takes(new(LawState.Promulgated, new(2021, 10, 1)) { Number = "Act 12/2021" });
        register.Takes(new(LawState.InForce, new(2022, 1, 1)) { PublishedOn = new(2021, 10, 15), EffectiveOn = new(2022, 1, 1) });
        register.Takes(new(LawState.Repealed, new(2025, 5, 5)) { Reason = "Struck down by the Constitutional Court" });

        Assert.Equal(LawState.Repealed, register.Law.State);
        Assert.Equal(new DateOnly(2025, 5, 5), register.Law.StateSince);
        Assert.Equal("Act 12/2021", register.Law.Number);
        Assert.Equal(8, register.Steps.Count);
    }

    [Theory]
    [InlineData(LawState.Planned, LawState.InForce)]
    [InlineData(LawState.Drafting, LawState.Passed)]
    [InlineData(LawState.InParliament, LawState.Promulgated)]
    [InlineData(LawState.Planned, LawState.Repealed)]
    public void No_step_is_skipped(LawState from, LawState to) =>
        Assert.Equal("legislation.no-such-step", new Register(from, new(2020, 1, 10)).Refusal(new(to, new(2021, 1, 1)) { Reason = "x", Body = "x" })!.Code);

    [Fact]
    public void Only_what_has_happened_is_recorded() =>
        Assert.Equal("legislation.step-in-future", new Register(LawState.Planned, new(2020, 1, 10)).Refusal(new(LawState.Drafting, Today.AddDays(1)))!.Code);

    [Fact]
    public void A_step_is_not_earlier_than_the_one_before_it() =>
        Assert.Equal(new Refusal("legislation.step-before-last", new DateOnly(2020, 1, 10)).ToString(),
            new Register(LawState.Planned, new(2020, 1, 10)).Refusal(new(LawState.Drafting, new(2020, 1, 9)))!.ToString());

    [Fact]
    public void A_law_sent_back_needs_a_reason()
    {
        var register = new Register(LawState.InParliament, new(2020, 1, 10));

        Assert.Equal("legislation.reason-for-return", register.Refusal(new(LawState.Drafting, Today))!.Code);
        Assert.Null(register.Refusal(new(LawState.Drafting, Today) { Reason = "Returned by the defence committee" }));
    }

    [Fact]
    public void Nothing_is_passed_by_nobody() =>
        Assert.Equal("legislation.passed-by-whom", new Register(LawState.InParliament, new(2020, 1, 10)).Refusal(new(LawState.Passed, Today))!.Code);

    [Fact]
    public void A_promulgated_law_has_a_number_or_a_place_in_the_gazette()
    {
        var register = new Register(LawState.InParliament, new(2020, 1, 10));
        register.Takes(new(LawState.Passed, new(2020, 2, 1)) { Body = "National Assembly" });

        Assert.Equal("legislation.promulgated-without-number", register.Refusal(new(LawState.Promulgated, Today))!.Code);
        Assert.Null(register.Refusal(new(LawState.Promulgated, Today) { Reference = "Official Gazette 44, p. 3" }));
        Assert.Null(register.Refusal(new(LawState.Promulgated, Today) { Number = "Act 1/2020" }));
    }

    [Fact]
    public void A_law_is_not_in_force_before_it_is_published_or_takes_effect()
    {
        var register = new Register(LawState.Promulgated, new(2020, 1, 10), new() { Number = "Act 1/2020" });

        Assert.Equal("legislation.in-force-unpublished", register.Refusal(new(LawState.InForce, new(2020, 3, 1)))!.Code);
        Assert.Equal("legislation.in-force-too-early", register.Refusal(new(LawState.InForce, new(2020, 3, 1)) { PublishedOn = new(2020, 3, 2) })!.Code);
        Assert.Equal("legislation.in-force-too-early", register.Refusal(new(LawState.InForce, new(2020, 3, 2)) { PublishedOn = new(2020, 3, 2), EffectiveOn = new(2020, 7, 1) })!.Code);
        Assert.Null(register.Refusal(new(LawState.InForce, new(2020, 7, 1)) { PublishedOn = new(2020, 3, 2), EffectiveOn = new(2020, 7, 1) }));
    }

    [Fact]
    public void A_repeal_names_the_law_that_did_it_or_says_how_it_came_about()
    {
        var register = InForce();

        Assert.Equal("legislation.by-which-law", register.Refusal(new(LawState.Repealed, Today))!.Code);
        Assert.Equal("legislation.by-which-law", register.Refusal(new(LawState.Amended, Today))!.Code);
        Assert.Equal("legislation.by-itself", register.Refusal(new(LawState.Repealed, Today) { ByLawId = register.Law.Id })!.Code);
        Assert.Null(register.Refusal(new(LawState.Repealed, Today) { ByLawId = Guid.CreateVersion7() }));
    }

    [Fact]
    public void A_law_entered_as_it_stands_must_still_have_been_published()
    {
        var law = Register.Draft();

        Assert.Equal("legislation.in-force-unpublished", law.Open(new(LawState.InForce, new(1998, 4, 1)), Today)!.Code);
        Assert.Null(law.Open(new(LawState.InForce, new(1998, 4, 1)) { PublishedOn = new(1998, 3, 20) }, Today));
    }

    [Fact]
    public void The_laws_in_force_on_a_day_are_read_from_the_steps()
    {
        var register = InForce();
        register.Takes(new(LawState.Amended, new(2023, 1, 1)) { Reason = "Amending Act 3/2023" });
        register.Takes(new(LawState.Repealed, new(2025, 1, 1)) { Reason = "Act 9/2025" });

        Assert.False(LawSteps.WasInForce(register.Steps, new(2021, 12, 31)));
        Assert.True(LawSteps.WasInForce(register.Steps, new(2022, 1, 1)));
        Assert.True(LawSteps.WasInForce(register.Steps, new(2024, 12, 31)));
        Assert.False(LawSteps.WasInForce(register.Steps, new(2025, 1, 1)));
    }

    [Fact]
    public void The_register_can_be_read_as_it_was_known_then()
    {
        var register = InForce();
        var before = register.Now;
        register.Now = before.AddDays(30);
        register.Takes(new(LawState.Repealed, new(2024, 1, 1)) { Reason = "Entered a month late" });

        Assert.False(LawSteps.WasInForce(register.Steps, new(2024, 6, 1)));
        Assert.True(LawSteps.WasInForce(register.Steps, new(2024, 6, 1), before));
    }

    [Fact]
    public void A_mistaken_step_is_taken_back_and_stays_on_record()
    {
        var register = InForce();
        register.Takes(new(LawState.Repealed, new(2024, 1, 1)) { Reason = "Wrong law" });
        var effective = LawSteps.Effective(register.Steps);
        Assert.Equal("legislation.reason-for-correction", Law.MayVoid(effective, " ")!.Code);

        register.Steps.Add(register.Law.Void(effective, "It was another act", Guid.Empty, register.Now));

        Assert.Equal(LawState.InForce, register.Law.State);
        Assert.Equal(new DateOnly(2022, 1, 1), register.Law.StateSince);
        Assert.True(LawSteps.WasInForce(register.Steps, Today));
        Assert.Equal(3, register.Steps.Count);
    }

    [Fact]
    public void A_law_that_was_amended_binds_on_and_a_repealed_one_ends()
    {
        Assert.True(LawPath.IsInForce(LawState.Amended));
        Assert.False(LawPath.IsInForce(LawState.Repealed));
        Assert.Empty(LawPath.From(LawState.Repealed));
        Assert.Contains(LawState.Amended, LawPath.From(LawState.Amended));
        Assert.All(Enum.GetValues<LawState>().Where(s => s < LawState.InForce), s => Assert.True(LawPath.IsPending(s)));
    }

    [Fact]
    public void The_first_step_stays() =>
        Assert.Equal("legislation.first-step-stays", Law.MayVoid(LawSteps.Effective(InForce().Steps), "x")!.Code);

    private static Register InForce() => new(LawState.InForce, new(2022, 1, 1), new() { EffectiveOn = new(2022, 1, 1) });

    private sealed record Known
    {
        public string? Number { get; init; }

        public DateOnly? EffectiveOn { get; init; }
    }

    /// <summary>A law and the steps it took, as the program keeps them.</summary>
    private sealed class Register
    {
        public Register(LawState state, DateOnly on, Known? known = null)
        {
            var move = new LawMove(state, on) { Number = known?.Number, EffectiveOn = known?.EffectiveOn };
            Assert.Null(Law.Open(move, Today));
            Steps.Add(Law.Take(move, isFirst: true, Guid.Empty, Now));
        }

        public Law Law { get; } = Draft();

        public List<LawStep> Steps { get; } = [];

        public DateTimeOffset Now { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public static Law Draft() => new() { Country = "XS", Classification = Classification.Public, Code = "X", Title = Wording.Of("en", "Police Act") };

        public Refusal? Refusal(LawMove move) => Law.MayMove(move, LawSteps.Effective(Steps)[^1], Today);

        public void Takes(LawMove move)
        {
            Assert.Null(Refusal(move));
            Steps.Add(Law.Take(move, isFirst: false, Guid.Empty, Now));
        }
    }
}
