using Cornerstone.Features.OversightActivities;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.OversightActivities;

public sealed class OversightTests
{
    private static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Shares_are_missing_and_not_zero_when_there_is_nothing_to_divide_by()
    {
        var figures = OversightFigures.Of([Activity(OversightKind.Hearing, new(2026, 1, 1))], [Recommendation(Today.AddDays(1)), Recommendation(null)], Today);

        Assert.Null(figures.ImplementedShare);
        Assert.Null(figures.ResolvedShare);
        Assert.Null(figures.MedianDays);
    }

    [Fact]
    public void Recommendations_implemented_are_counted_among_those_that_are_due()
    {
        var early = Recommendation(Today.AddDays(30));
        early.Take(RecommendationState.Implemented, Today, "Order 4", Guid.Empty, default);
        var done = Recommendation(Today);
        done.Take(RecommendationState.Implemented, Today, "Order 5", Guid.Empty, default);
        var refused = Recommendation(Today.AddDays(-10));
        refused.Take(RecommendationState.Refused, Today, "No money", Guid.Empty, default);

        var figures = OversightFigures.Of([], [early, done, refused, Recommendation(Today.AddDays(-1)), Recommendation(Today.AddDays(-2))], Today);

        Assert.Equal((4, 1, 0.25m), (figures.Due, figures.Implemented, figures.ImplementedShare!.Value));
    }

    [Theory]
    [InlineData(new[] { 10 }, 10)]
    [InlineData(new[] { 10, 40, 20 }, 20)]
    [InlineData(new[] { 10, 40, 20, 25 }, 22.5)]
    public void The_median_of_days_is_taken_over_the_complaints_resolved(int[] days, double median)
    {
        var waiting = Activity(OversightKind.Complaint, new(2026, 1, 1));
        var resolved = days.Select(d => Activity(OversightKind.Complaint, new(2026, 1, 1), new DateOnly(2026, 1, 1).AddDays(d)));

        var figures = OversightFigures.Of([waiting, .. resolved], [], Today);

        Assert.Equal((decimal)median, figures.MedianDays);
        Assert.Equal((decimal)days.Length / (days.Length + 1), figures.ResolvedShare);
    }

    [Fact]
    public void What_was_said_behind_closed_doors_starts_strict_and_is_never_public()
    {
        var hearing = Activity(OversightKind.Hearing, new(2026, 1, 1));
        (hearing.IsOpen, hearing.Classification) = (false, Classification.Public);

        Assert.Equal(Classification.Government, OversightActivity.LevelFor(isOpen: false, Classification.Government));
        Assert.Equal(Classification.Public, OversightActivity.LevelFor(isOpen: true, Classification.Government));
        Assert.Equal("oversight.closed-is-not-public", hearing.Check(Today)!.Code);
    }

    [Fact]
    public void Only_a_complaint_is_resolved_and_not_before_it_was_received()
    {
        Assert.Equal("oversight.only-complaints-are-resolved", Activity(OversightKind.Audit, new(2026, 1, 1), new(2026, 2, 1)).Check(Today)!.Code);
        Assert.Equal("oversight.resolved-before-received", Activity(OversightKind.Complaint, new(2026, 2, 1), new(2026, 1, 1)).Check(Today)!.Code);
        Assert.Null(Activity(OversightKind.Complaint, new(2026, 1, 1), new(2026, 2, 1)).Check(Today));
    }

    [Fact]
    public void No_institution_oversees_itself()
    {
        var audit = Activity(OversightKind.Audit, new(2026, 1, 1));

        audit.BodyId = audit.InstitutionId;

        Assert.Equal("oversight.oversees-itself", audit.Check(Today)!.Code);
    }

    [Fact]
    public void An_answer_says_what_shows_it_or_why_and_leaves_a_step()
    {
        var recommendation = Recommendation(Today.AddDays(-1));
        Assert.True(recommendation.IsOverdue(Today));
        Assert.Equal("oversight.say-what-shows-it", recommendation.Answer(RecommendationState.Implemented, Today, " ", Today)!.Code);
        Assert.Equal("oversight.say-why", recommendation.Answer(RecommendationState.Refused, Today, null, Today)!.Code);
        Assert.Equal("oversight.already-so", recommendation.Answer(RecommendationState.Open, Today, "x", Today)!.Code);

        var step = recommendation.Take(RecommendationState.Implemented, Today, "Standing order 12", Guid.Empty, default);

        Assert.Equal((RecommendationState.Open, RecommendationState.Implemented), (step.FromState, step.ToState));
        Assert.False(recommendation.IsOverdue(Today));
        Assert.Equal(Today, recommendation.ImplementedOn);
    }

    private static OversightActivity Activity(OversightKind kind, DateOnly on, DateOnly? resolved = null) => new()
    {
        Country = "XS",
        Classification = Classification.Public,
        Kind = kind,
        Code = "X",
        Title = Wording.Of("en", "Complaint"),
        BodyId = Guid.CreateVersion7(),
        InstitutionId = Guid.CreateVersion7(),
        HeldOn = on,
        IsOpen = true,
        ResolvedOn = resolved,
    };

    private static OversightRecommendation Recommendation(DateOnly? due) => new()
    {
        ActivityId = Guid.CreateVersion7(),
        Country = "XS",
        Classification = Classification.Public,
        What = "Register each detention",
        DueOn = due,
    };
}
