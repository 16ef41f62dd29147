using Cornerstone.Features.CommitmentEditing;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Commitments;

public sealed class ObligationTests
{
    private static readonly LibraryDocument Resolution = new()
    {
        Country = "UN",
        Classification = Classification.Public,
        Language = "en",
        ContentHash = new byte[32],
        ImportedAt = DateTimeOffset.UnixEpoch,
        ImportedBy = Guid.Empty,
        Date = new DateOnly(2020, 12, 3),
    };

    private static LibraryProvision Provision(short? strength, bool isHousekeeping = false, ProvisionKind kind = ProvisionKind.OP, string? recurrence = null, string text = "Requests a report;") => new()
    {
        Id = Guid.CreateVersion7(),
        DocumentId = Resolution.Id,
        Country = "UN",
        Classification = Classification.Public,
        Ordinal = 1,
        Path = "op/25",
        Kind = kind,
        Text = text,
        Language = "en",
        Strength = strength,
        IsHousekeeping = isHousekeeping,
        Recurrence = recurrence,
    };

    private static Obligation Draft(LibraryProvision provision) => Proposal.Draft(provision, Resolution, "XS", Classification.Partner);

    [Theory]
    [InlineData((short)2, false, ProvisionKind.OP, true)]
    [InlineData((short)5, false, ProvisionKind.Point, true)]
    [InlineData((short)1, false, ProvisionKind.OP, false)]
    [InlineData((short)0, false, ProvisionKind.PP, false)]
    [InlineData(null, true, ProvisionKind.OP, false)]
    [InlineData(null, false, ProvisionKind.Recommendation, true)]
    [InlineData(null, false, ProvisionKind.Para, false)]
    public void From_encourages_on_a_paragraph_is_proposed_and_a_recommendation_always(short? strength, bool isHousekeeping, ProvisionKind kind, bool asks)
    {
        Assert.Equal(asks, Proposal.Asks(Provision(strength, isHousekeeping, kind)));
    }

    [Fact]
    public void A_paragraph_that_asks_for_nothing_is_followed_only_with_a_reason()
    {
        var obligation = Draft(Provision(0));

        Assert.Equal("commitments.reason-for-override", obligation.Accept(asks: false, reason: " ")?.Code);
        Assert.Equal(ObligationState.Proposed, obligation.State);
        Assert.Null(obligation.Accept(asks: false, reason: "The host country promised it in public"));
        Assert.Equal("The host country promised it in public", obligation.DecisionReason);
    }

    [Fact]
    public void A_proposal_is_dismissed_only_with_a_reason()
    {
        var obligation = Draft(Provision(4));

        Assert.Equal("commitments.reason-for-dismissal", obligation.Dismiss(null)?.Code);
        Assert.Null(obligation.Dismiss("Addressed to another country"));
        Assert.Equal((ObligationState.Dismissed, "Addressed to another country"), (obligation.State, obligation.DecisionReason));
    }

    [Fact]
    public void Deciding_the_same_twice_is_refused_and_a_dismissed_one_can_be_reopened()
    {
        var obligation = Draft(Provision(4));
        obligation.Accept(asks: true, reason: null);

        Assert.Equal("commitments.already-decided", obligation.Accept(asks: true, reason: null)?.Code);
        Assert.Equal("commitments.not-dismissed", obligation.Reopen()?.Code);
        Assert.Null(obligation.Dismiss("Done elsewhere"));
        Assert.Null(obligation.Reopen());
        Assert.Equal(ObligationState.Proposed, obligation.State);
    }

    [Fact]
    public void What_recurs_without_a_first_date_runs_from_the_day_of_the_document()
    {
        var obligation = Draft(Provision(4, recurrence: "every 120 days"));

        Assert.Equal(new DateOnly(2020, 12, 3).AddDays(120), obligation.DueDate);
    }

    [Fact]
    public void The_wording_is_prefilled_with_an_excerpt_cut_at_a_word()
    {
        var what = Draft(Provision(4, text: string.Join(' ', Enumerable.Repeat("security", 60)) + ";")).What;

        Assert.EndsWith("security …", what, StringComparison.Ordinal);
        Assert.True(what.Length <= 282);
    }

    [Theory]
    [InlineData(Classification.Public, Classification.Restricted, Classification.Government)]
    [InlineData(Classification.Public, Classification.Partner, Classification.Partner)]
    [InlineData(Classification.Restricted, Classification.Restricted, Classification.Restricted)]
    public void A_new_obligation_is_kept_close_but_never_above_its_author(Classification source, Classification clearance, Classification expected)
    {
        Assert.Equal(expected, Proposal.LevelFor(source, clearance));
    }

    [Theory]
    [InlineData(DatePrecision.Month, "2021-09-05", "2021-09-30")]
    [InlineData(DatePrecision.Quarter, "2021-08-01", "2021-09-30")]
    [InlineData(DatePrecision.Year, "2021-02-01", "2021-12-31")]
    [InlineData(DatePrecision.Day, "2021-02-01", "2021-02-01")]
    public void A_month_quarter_or_year_is_due_on_its_last_day(DatePrecision precision, string typed, string due)
    {
        var obligation = Draft(Provision(4));
        var form = ObligationForm.Of(obligation);
        (form.DueDate, form.DuePrecision) = (DateOnly.Parse(typed, null), precision);

        form.CopyTo(obligation);

        Assert.Equal(DateOnly.Parse(due, null), obligation.DueDate);
    }
}
