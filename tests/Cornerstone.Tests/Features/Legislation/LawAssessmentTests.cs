using Cornerstone.Features.Legislation;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Legislation;

public sealed class LawAssessmentTests
{
    [Fact]
    public void The_latest_word_for_each_standard_counts()
    {
        var current = LawAssessment.Current(
        [
            Assessed(AssessmentKind.Treaty, "CEDAW, art. 2", AssessmentResult.NotCompliant, new(2022, 1, 1)),
            Assessed(AssessmentKind.Treaty, "CEDAW, art. 2", AssessmentResult.Compliant, new(2025, 1, 1)),
            Assessed(AssessmentKind.Treaty, "CAT, art. 11", AssessmentResult.PartlyCompliant, new(2023, 1, 1)),
        ]);

        Assert.Equal([AssessmentResult.PartlyCompliant, AssessmentResult.Compliant], current.Select(a => a.Result));
    }

    [Fact]
    public void What_nobody_has_assessed_is_not_taken_for_compliant()
    {
        var missing = LawAssessment.NotAssessed([Assessed(AssessmentKind.Treaty, null, AssessmentResult.Compliant, new(2025, 1, 1))]);

        Assert.Equal([AssessmentKind.GenderDiscrimination, AssessmentKind.ChildProtection], missing);
    }

    [Fact]
    public void A_by_law_is_missing_until_it_is_adopted()
    {
        var today = new DateOnly(2026, 11, 21);
        var byLaw = new LawByLaw { LawId = Guid.Empty, Country = "XS", Classification = Classification.Public, What = "Decree on the use of force", DueOn = today.AddDays(-1) };
        Assert.True(byLaw.IsOverdue(today));

        Assert.Equal("legislation.step-in-future", byLaw.Adopt(today.AddDays(1), null, today)!.Code);
        Assert.Null(byLaw.Adopt(today, "Decree 7", today));

        Assert.False(byLaw.IsMissing);
        Assert.False(byLaw.IsOverdue(today));
    }

    private static LawAssessment Assessed(AssessmentKind kind, string? against, AssessmentResult result, DateOnly on) => new()
    {
        LawId = Guid.Empty,
        Country = "XS",
        Classification = Classification.Public,
        Kind = kind,
        Against = against,
        Result = result,
        AssessedBy = "Human Rights Commission",
        AssessedOn = on,
        RecordedBy = Guid.Empty,
        RecordedAt = DateTimeOffset.UnixEpoch,
    };
}
