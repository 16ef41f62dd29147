using Cornerstone.Features.Instruments;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Instruments;

public sealed class InstrumentTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly Dictionary<string, string> Regions = new() { ["N"] = "N", ["S"] = "S", ["N-1"] = "N" };

    [Fact]
    public void No_validation_without_a_consultation_in_each_first_level_region()
    {
        var process = new Process(InstrumentState.Consultation);
        var heard = ConsultationCoverage.Of([Held("N-1")], Regions);

        var refusal = process.Refusal(new(InstrumentState.Validation, Today), heard);

        Assert.Equal(new Refusal("instruments.regions-not-heard", 1).ToString(), refusal!.ToString());
        Assert.Null(process.Refusal(new(InstrumentState.Validation, Today), ConsultationCoverage.Of([Held("N-1"), Held("S")], Regions)));
    }

    [Fact]
    public void A_written_reason_opens_validation_and_the_regions_not_heard_stay_on_the_step()
    {
        var process = new Process(InstrumentState.Drafting);
        var nobody = ConsultationCoverage.Of([], Regions);
        var move = new InstrumentMove(InstrumentState.Validation, Today) { Reason = "The south cannot be reached in the rains" };

        Assert.Null(process.Refusal(move, nobody));
        var step = process.Instrument.Take(move, isFirst: false, nobody.NotHeard, Guid.Empty, default);

        Assert.Equal(["N", "S"], step.RegionsNotHeard);
        Assert.Equal("The south cannot be reached in the rains", step.Reason);
    }

    [Fact]
    public void Where_no_regions_are_listed_somebody_must_still_have_been_consulted()
    {
        var process = new Process(InstrumentState.Consultation);

        Assert.NotNull(process.Refusal(new(InstrumentState.Validation, Today), ConsultationCoverage.Of([], new Dictionary<string, string>())));
        Assert.Null(process.Refusal(new(InstrumentState.Validation, Today), ConsultationCoverage.Of([Held(null)], new Dictionary<string, string>())));
    }

    [Fact]
    public void Nothing_is_adopted_without_an_authority_and_the_day_is_kept()
    {
        var process = new Process(InstrumentState.Validation);

        Assert.Equal("instruments.adopted-by-whom", process.Refusal(new(InstrumentState.Adopted, Today))!.Code);
        process.Takes(new(InstrumentState.Adopted, new(2026, 5, 4)) { Authority = "Council of Ministers" });

        Assert.Equal((new DateOnly(2026, 5, 4), "Council of Ministers"), (process.Instrument.AdoptedOn!.Value, process.Instrument.AdoptingAuthority));
    }

    [Fact]
    public void Not_in_force_before_publication_or_the_day_of_legal_effect()
    {
        var process = Adopted();

        Assert.Equal("instruments.in-force-unpublished", process.Refusal(new(InstrumentState.InForce, Today))!.Code);
        Assert.Equal("instruments.in-force-too-early", process.Refusal(new(InstrumentState.InForce, new(2026, 6, 1)) { PublishedOn = new(2026, 6, 2) })!.Code);
        Assert.Null(process.Refusal(new(InstrumentState.InForce, new(2026, 6, 2)) { PublishedOn = new(2026, 6, 2) }));
    }

    [Fact]
    public void Only_what_was_adopted_can_be_suspended_and_only_with_a_reason()
    {
        Assert.Equal("instruments.no-such-step", new Process(InstrumentState.Validation).Refusal(new(InstrumentState.Suspended, Today) { Reason = "Coup" })!.Code);
        Assert.Equal("instruments.reason-for-suspension", Adopted().Refusal(new(InstrumentState.Suspended, Today))!.Code);
        Assert.Null(Adopted().Refusal(new(InstrumentState.Suspended, Today) { Reason = "Unconstitutional change of government" }));
    }

    [Fact]
    public void A_suspended_instrument_returns_only_to_where_it_was()
    {
        var process = Adopted();
        process.Takes(new(InstrumentState.InForce, new(2026, 6, 2)) { PublishedOn = new(2026, 6, 2) });
        process.Takes(new(InstrumentState.UnderReview, new(2026, 7, 1)));
        process.Takes(new(InstrumentState.Suspended, new(2026, 8, 1)) { Reason = "Unconstitutional change of government" });

        Assert.Equal([InstrumentState.UnderReview], InstrumentPath.From(process.Instrument.State, process.Instrument.FormerState));
        Assert.Equal("instruments.no-such-step", process.Refusal(new(InstrumentState.InForce, Today))!.Code);
        process.Takes(new(InstrumentState.UnderReview, Today));

        Assert.Null(process.Instrument.FormerState);
        Assert.Equal(new DateOnly(2026, 5, 4), process.Instrument.AdoptedOn);
    }

    [Fact]
    public void What_is_replaced_names_what_replaces_it_and_what_lapses_early_says_why()
    {
        var process = Adopted();
        process.Instrument.ValidUntil = new(2026, 10, 1);

        Assert.Equal("instruments.replaced-by-what", process.Refusal(new(InstrumentState.Replaced, Today))!.Code);
        Assert.Equal("instruments.replaced-by-itself", process.Refusal(new(InstrumentState.Replaced, Today) { ReplacedBy = process.Instrument.Id })!.Code);
        Assert.Equal("instruments.reason-for-lapse", process.Refusal(new(InstrumentState.Lapsed, new(2026, 9, 1)))!.Code);
        Assert.Null(process.Refusal(new(InstrumentState.Lapsed, new(2026, 10, 1))));
    }

    [Fact]
    public void Every_state_has_its_ways_out_and_an_end_has_none()
    {
        InstrumentState[] life = [InstrumentState.Proposed, InstrumentState.Drafting, InstrumentState.Consultation, InstrumentState.Validation, InstrumentState.Adopted, InstrumentState.InForce, InstrumentState.UnderReview, InstrumentState.Replaced];
        InstrumentState[] suspendable = [InstrumentState.Adopted, InstrumentState.InForce, InstrumentState.UnderReview];

        Assert.All(life.Zip(life.Skip(1)), step => Assert.Contains(step.Second, InstrumentPath.From(step.First, null)));
        Assert.All(new[] { InstrumentState.Replaced, InstrumentState.Lapsed }, end => Assert.Empty(InstrumentPath.From(end, null)));
        Assert.Equal(suspendable, Enum.GetValues<InstrumentState>().Where(s => InstrumentPath.From(s, null).Contains(InstrumentState.Suspended)));
        Assert.All(suspendable, former => Assert.Equal([former], InstrumentPath.From(InstrumentState.Suspended, former)));
    }

    [Fact]
    public void A_mistaken_adoption_is_taken_back_with_its_day_and_authority()
    {
        var process = Adopted();

        process.Steps.Add(process.Instrument.Void(InstrumentStep.Effective(process.Steps), "The council only took note", Guid.Empty, default));

        Assert.Equal(InstrumentState.Validation, process.Instrument.State);
        Assert.Null(process.Instrument.AdoptedOn);
        Assert.Null(process.Instrument.AdoptingAuthority);
        Assert.Equal("instruments.first-step-stays", Instrument.MayVoid(InstrumentStep.Effective(process.Steps), "x")!.Code);
    }

    [Fact]
    public void A_strategy_entered_in_force_keeps_its_day_of_adoption()
    {
        var instrument = Draft();
        var move = new InstrumentMove(InstrumentState.InForce, new(2021, 1, 1)) { Authority = "Parliament", AdoptedOn = new(2020, 12, 10), PublishedOn = new(2020, 12, 20) };

        Assert.Null(instrument.Open(move, Today));
        instrument.Take(move, isFirst: true, [], Guid.Empty, default);

        Assert.Equal(new DateOnly(2020, 12, 10), instrument.AdoptedOn);
    }

    internal static Instrument Draft() => new() { Country = "XS", Classification = Classification.Public, Kind = InstrumentKind.Strategy, Code = "X", Title = Wording.Of("en", "National Security Strategy") };

    internal static Consultation Held(string? region, int? women = null, int? men = null, int? youth = null) => new()
    {
        InstrumentId = Guid.Empty,
        Country = "XS",
        Classification = Classification.Public,
        RegionCode = region,
        HeldOn = new(2026, 3, 1),
        Women = women,
        Men = men,
        Youth = youth,
    };

    private static Process Adopted()
    {
        var process = new Process(InstrumentState.Validation);
        process.Takes(new(InstrumentState.Adopted, new(2026, 5, 4)) { Authority = "Council of Ministers" });
        return process;
    }

    private sealed class Process
    {
        public Process(InstrumentState state) => Steps.Add(Instrument.Take(new(state, new(2026, 1, 1)), isFirst: true, [], Guid.Empty, default));

        public Instrument Instrument { get; } = Draft();

        public List<InstrumentStep> Steps { get; } = [];

        public Refusal? Refusal(InstrumentMove move, ConsultationCoverage? coverage = null) =>
            Instrument.MayMove(move, InstrumentStep.Effective(Steps)[^1], coverage ?? new ConsultationCoverage([], [], 1), Today);

        public void Takes(InstrumentMove move)
        {
            Assert.Null(Refusal(move));
            Steps.Add(Instrument.Take(move, isFirst: false, [], Guid.Empty, default));
        }
    }
}
