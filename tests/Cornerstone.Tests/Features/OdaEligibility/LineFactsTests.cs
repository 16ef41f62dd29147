using Cornerstone.Features.Institutions;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.CountedSupport;
using Cornerstone.Values;
using static Cornerstone.Features.OdaEligibility.OdaVerdict;

namespace Cornerstone.Tests.Features.OdaEligibility;

public sealed class LineFactsTests
{
    private static readonly DateOnly Day = new(2025, 1, 1);
    private static readonly OdaUnit Army = Unit(InstitutionType.Force, nameof(Component.DEF), armed: true);
    private static readonly OdaUnit Police = Unit(InstitutionType.Force, nameof(Component.POL), armed: true);

    // The domain handbook's list of purposes (§5.3) against its table (§5.4).
    [Theory]
    [InlineData("15210", null, null, Eligible, "ODA-1")]
    [InlineData("15118", null, null, Eligible, "ODA-1")]
    [InlineData("OVS", SupportForm.Advisers, false, Eligible, "ODA-1")]
    [InlineData("15137", SupportForm.Infrastructure, null, Eligible, "ODA-16")]
    [InlineData("15240", null, null, Eligible, "ODA-13")]
    [InlineData("DEF", SupportForm.Stipends, true, NotEligible, "ODA-7")]
    [InlineData("DEF", SupportForm.Equipment, true, NotEligible, "ODA-7")]
    [InlineData("MAR", SupportForm.Offset, false, NotEligible, "ODA-17")]
    [InlineData("15132", null, null, Undetermined, null)]
    [InlineData("15220", null, null, Undetermined, null)]
    [InlineData("12220", null, null, Undetermined, null)]
    [InlineData(null, null, null, Undetermined, null)]
    public void A_purpose_says_what_its_definition_says_and_no_more(string? sector, SupportForm? form, bool? forces, OdaVerdict verdict, string? rule)
    {
        var decision = OdaDecision.Of(LineFacts.Of(sector, form, null, forces));

        Assert.Equal((verdict, rule), (decision.Verdict, decision.Rule?.Code));
    }

    [Fact]
    public void Rifles_stay_rifles_under_the_purpose_of_reform()
    {
        Assert.Equal("ODA-7", OdaDecision.Of(LineFacts.Of("15210", SupportForm.Equipment, Army, null)).Rule?.Code);
        Assert.Equal([OdaQuestion.Recipient, OdaQuestion.Lethal], OdaDecision.Of(LineFacts.Of("15210", SupportForm.Equipment, null, null)).Missing);
        Assert.Equal([OdaQuestion.Lethal], OdaDecision.Of(LineFacts.Of("POL", SupportForm.Equipment, Police, true)).Missing);
    }

    [Fact]
    public void What_forces_get_under_a_civilian_purpose_is_not_decided_by_the_purpose()
    {
        Assert.Equal(Undetermined, OdaDecision.Of(LineFacts.Of("15210", null, null, forces: true)).Verdict);
        Assert.Equal(Undetermined, OdaDecision.Of(LineFacts.Of("OVS", SupportForm.Advisers, Army, null)).Verdict);
    }

    [Fact]
    public void A_loan_and_a_gift_are_not_known_by_their_form() => Assert.All([SupportForm.Loan, SupportForm.GiftInKind], form =>
        Assert.Equal([OdaQuestion.Support], OdaDecision.Of(LineFacts.Of("DEF", form, Army, true)).FirstMissing));

    [Fact]
    public void While_nobody_knows_what_it_does_nothing_else_is_asked()
    {
        Assert.Equal([OdaQuestion.Recipient, OdaQuestion.Support], OdaDecision.Of(LineFacts.Of(null, null, null, null)).FirstMissing);
        Assert.Equal([OdaQuestion.Excess], OdaDecision.Of(LineFacts.Of("15230", null, null, null)).FirstMissing);
    }

    [Fact]
    public void Every_code_answers_something_and_is_a_purpose_or_a_component() => Assert.All(LineFacts.Known, code =>
    {
        Assert.NotEqual(new OdaFacts(), LineFacts.Of(code, null, null, null));
        Assert.True(SsrPurpose.Find(code) is not null || ComponentShares.Named(code) is not null, code);
    });

    [Theory]
    [InlineData(InstitutionType.Force, "DEF", "", OdaRecipient.Military)]
    [InlineData(InstitutionType.Force, "POL", "", OdaRecipient.Police)]
    [InlineData(InstitutionType.Force, "POL", "DEF", null)]
    [InlineData(InstitutionType.Force, "BOR", "", null)]
    [InlineData(InstitutionType.Ministry, "DEF", "", OdaRecipient.CivilianBody)]
    [InlineData(InstitutionType.Agency, "INT", "", OdaRecipient.Intelligence)]
    [InlineData(InstitutionType.Court, "JUS", "", OdaRecipient.Judiciary)]
    [InlineData(InstitutionType.CivilSociety, "OVS", "", OdaRecipient.CivilSociety)]
    [InlineData(InstitutionType.CustomaryBody, "TRA", "", null)]
    public void An_institution_is_to_the_table_what_its_kind_says(InstitutionType type, string component, string also, OdaRecipient? recipient) =>
        Assert.Equal(recipient, OdaUnit.Of(Guid.Empty, Day, null, type, component, also.Length > 0 ? [also] : [], type == InstitutionType.Force).Recipient);

    [Fact]
    public void Who_received_is_asked_as_it_was_on_the_day()
    {
        var (id, other) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        var before = Police with { Id = id, Until = Day.AddDays(99) };
        var after = Army with { Id = id, From = Day.AddDays(100) };
        var units = new OdaUnits([after, before]);

        Assert.Equal((before, after, null, null), (units.Of(id, Day), units.Of(id, Day.AddYears(1)), units.Of(id, Day.AddDays(-1)), units.Of(null, Day)));
        Assert.True(units.AnswersAs(new([before, after, Army with { Id = other }])));
        Assert.False(units.AnswersAs(new([after])));
    }

    [Theory]
    [InlineData("15210", "10", OdaBeside.NoDifference)]
    [InlineData("15210", null, OdaBeside.EligibleUnreported)]
    [InlineData("15210", "21", OdaBeside.EligibleUnreported)]
    [InlineData("15210", "30", OdaBeside.Private)]
    [InlineData("15132", "10", OdaBeside.NotDecided)]
    public void Our_word_stands_beside_the_reporters(string sector, string? said, OdaBeside beside)
    {
        var activity = GivenSupportInMemory.Activity("A", a => (a.FlowType, a.Sectors) = (said, [new(sector)]));

        var line = Assert.Single(OdaLine.Of(activity, [], new OdaJudge(OdaUnits.None)));

        Assert.Equal((beside, said, 0), (line.Judgement.Beside, line.Judgement.Said, line.Transactions));
    }

    [Fact]
    public void Salaries_of_an_army_reported_as_assistance_are_told_with_the_rule()
    {
        var activity = GivenSupportInMemory.Activity("A", a => (a.FlowType, a.Sectors, a.SupportsForces) = ("21", [new("DEF", ComponentShares.Vocabulary)], true));
        var (paid, other) = (GivenSupportInMemory.Paid(activity, 5m), GivenSupportInMemory.Paid(activity, 6m));
        (paid.Form, paid.FlowType, other.Form) = (SupportForm.Stipends, "10", SupportForm.Stipends);

        var lines = OdaLine.Of(activity, [paid, other, GivenSupportInMemory.Paid(activity, 7m, TransactionType.LoanRepayment)], new OdaJudge(OdaUnits.None));

        Assert.Equal([(OdaBeside.ReportedIneligible, "ODA-7", 1), (OdaBeside.NoDifference, "ODA-7", 1)], lines.Select(l => (l.Judgement.Beside, l.Judgement.Decision.Rule?.Code ?? "", l.Transactions)));
    }

    [Fact]
    public void Parts_are_judged_apart_and_what_is_not_divided_is_not_decided()
    {
        var judge = new OdaJudge(OdaUnits.None);
        var divided = GivenSupportInMemory.Activity("A", a => a.Sectors = [new("15132", null, 60m), new("15137", null, 40m)]);
        var undivided = GivenSupportInMemory.Activity("B", a => a.Sectors = [new("15132"), new("15137")]);

        Assert.Equal([("COR", Eligible), ("POL", Undetermined)], OdaLine.Of(divided, [], judge).Select(l => (l.Component ?? "", l.Judgement.Decision.Verdict)));
        var line = Assert.Single(OdaLine.Of(undivided, [], judge));
        Assert.Null(line.Sector);
        Assert.Equal(Undetermined, line.Judgement.Decision.Verdict);
    }

    private static OdaUnit Unit(InstitutionType type, string component, bool armed) => OdaUnit.Of(Guid.CreateVersion7(), Day, null, type, component, [], armed);
}
