using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;

namespace Cornerstone.Tests.Features.Benchmarks;

public sealed class SeriesPointTests
{
    private static readonly Percentage Half = new(0.5m);

    [Fact]
    public void Nobody_verifies_what_they_entered_or_submitted()
    {
        var value = Point(Guid.CreateVersion7(), "2025", 15m);
        value.Submit(Another);

        Assert.Equal("benchmarks.own-value", value.Verify(Author, Then, hasEvidence: true)?.Code);
        Assert.Equal("benchmarks.own-value", value.Verify(Another, Then, hasEvidence: true)?.Code);
        Assert.Equal(PointState.Submitted, value.State);
    }

    [Fact]
    public void Nothing_is_verified_without_evidence_or_a_reason()
    {
        var value = Point(Guid.CreateVersion7(), "2025", 15m);
        value.NoEvidenceBecause = null;
        value.Submit(Author);

        Assert.Equal("benchmarks.no-evidence", value.Verify(Another, Then, hasEvidence: false)?.Code);
        Assert.Null(value.Verify(Another, Then, hasEvidence: true));
    }

    [Fact]
    public void Nothing_is_published_that_nobody_else_verified()
    {
        var value = Point(Guid.CreateVersion7(), "2025", 15m);
        value.Submit(Author);

        Assert.Equal("benchmarks.value-state", value.Publish(Then, Half)?.Code);
    }

    [Fact]
    public void A_returned_value_says_why_and_may_be_submitted_again()
    {
        var value = Point(Guid.CreateVersion7(), "2025", 15m);
        value.Submit(Author);

        Assert.Equal("benchmarks.reason-for-return", value.Return(Another, " ")?.Code);
        Assert.Null(value.Return(Another, "Two months are missing"));
        Assert.Null(value.Submit(Author));
    }

    [Fact]
    public void A_correction_takes_the_published_values_place_only_when_it_is_published_itself()
    {
        var first = Point(Guid.CreateVersion7(), "2025", 15m).Published();
        var correction = new SeriesPoint
        {
            IndicatorId = first.IndicatorId,
            Country = "XS",
            Classification = Classification.Public,
            Period = first.Period,
            Value = 16m,
            Source = "Recount",
            EnteredBy = Author,
            EnteredAt = Then,
            Corrects = first.Id,
            NoEvidenceBecause = "Recount on site",
        };
        correction.Submit(Author);
        correction.Verify(Another, Then, hasEvidence: false);

        Assert.Equal("benchmarks.correction-overtaken", correction.Publish(Then, Half)?.Code);
        Assert.Null(correction.Publish(Then, Half, first));
        Assert.Equal((PointState.Corrected, correction.Id), (first.State, first.ReplacedBy));
    }

    [Fact]
    public void Quality_below_the_minimum_keeps_a_value_from_being_published()
    {
        var value = Point(Guid.CreateVersion7(), "2025", 15m);
        value.Quality = [1, 1, 1, 1, 2, 2];
        value.Submit(Author);
        value.Verify(Another, Then, hasEvidence: false);

        Assert.Equal(new Percentage(8m / 18m), value.QualityScore);
        Assert.Equal("benchmarks.quality-too-low", value.Publish(Then, Half)?.Code);
    }

    [Fact]
    public void Only_a_published_value_is_retracted_and_with_a_reason()
    {
        var value = Point(Guid.CreateVersion7(), "2025", 15m);

        Assert.Equal("benchmarks.value-state", value.Retract("Wrong payroll", Then)?.Code);
        value.Published();
        Assert.Equal("benchmarks.reason-for-retracting", value.Retract(null, Then)?.Code);
        Assert.Null(value.Retract("Wrong payroll", Then));
        Assert.False(value.IsLive);
    }

    [Fact]
    public void An_indicator_is_active_only_with_a_baseline_or_a_day_by_which_there_will_be_one()
    {
        var indicator = Indicator();
        indicator.Agree();

        Assert.Equal("benchmarks.no-baseline-nor-plan", indicator.Activate(hasBaseline: false, Day("2026-03-01"))?.Code);
        indicator.BaselinePlannedFor = Day("2026-02-01");
        Assert.Equal("benchmarks.no-baseline-nor-plan", indicator.Activate(hasBaseline: false, Day("2026-03-01"))?.Code);
        indicator.BaselinePlannedFor = Day("2026-09-01");
        Assert.Null(indicator.Activate(hasBaseline: false, Day("2026-03-01")));
    }

    [Fact]
    public void The_parts_of_a_whole_have_one_written_form()
    {
        Assert.True(DimensionKey.TryParse("sex=F; age=18-24", out var key));
        Assert.Equal("age=18-24;sex=F", key.ToString());
        Assert.Equal("sex=F", key.Without("age").ToString());
        Assert.False(DimensionKey.TryParse("sex=F;sex=M", out _));
        Assert.False(DimensionKey.TryParse("women", out _));
    }
}
