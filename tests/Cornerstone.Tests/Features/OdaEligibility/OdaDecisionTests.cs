using Cornerstone.Features.OdaEligibility;
using static Cornerstone.Features.OdaEligibility.OdaRecipient;
using static Cornerstone.Features.OdaEligibility.OdaSupport;
using static Cornerstone.Features.OdaEligibility.OdaVerdict;

namespace Cornerstone.Tests.Features.OdaEligibility;

public sealed class OdaDecisionTests
{
    // Each line of the table (domain handbook §5.4).
    public static TheoryData<OdaFacts, OdaVerdict, string> Lines => new()
    {
        { new(CivilianBody, Oversight), Eligible, "ODA-1" },
        { new(Intelligence, Oversight), Eligible, "ODA-1" },
        { new(Police, RoutinePolicing), Eligible, "ODA-2" },
        { new(Police, Equipment, Lethal: false), Eligible, "ODA-3" },
        { new(Police, Equipment, Lethal: true), NotEligible, "ODA-4" },
        { new(Police, CounterSubversion), NotEligible, "ODA-5" },
        { new(Military, RightsTraining, Oversight: true), PartlyEligible, "ODA-6" },
        { new(Military, Equipment), NotEligible, "ODA-7" },
        { new(Military, OperationalTraining), NotEligible, "ODA-7" },
        { new(Military, Salaries), NotEligible, "ODA-7" },
        { new(DonorForces, HumanitarianDelivery), PartlyEligible, "ODA-8" },
        { new(PeaceOperation, ListedPeacekeeping, Excess: true), Eligible, "ODA-9" },
        { new(PeaceOperation, ListedPeacekeeping, Excess: false), PartlyEligible, "ODA-10" },
        { new(PeaceOperation, Enforcement), NotEligible, "ODA-11" },
        { new(PeaceOperation, Contingents), NotEligible, "ODA-11" },
        { new(PeaceOperation, AssessedContribution), PartlyEligible, "ODA-12" },
        { new(CivilianBody, ArmsControl, Civilian: true), Eligible, "ODA-13" },
        { new(CivilSociety, PreventingExtremism, Developmental: true), Eligible, "ODA-14" },
        { new(Military, CounterTerrorismCombat), NotEligible, "ODA-15" },
        { new(Intelligence, DonorIntelligence), NotEligible, "ODA-15" },
        { new(Corrections, JusticeReform), Eligible, "ODA-16" },
        { new(Military, MilitaryPension), NotEligible, "ODA-17" },
        { new(Military, Offset), NotEligible, "ODA-17" },
        { new(Military, ArmsLoan), NotEligible, "ODA-17" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void Each_line_of_the_table_decides_what_it_names(OdaFacts facts, OdaVerdict verdict, string rule)
    {
        var decision = OdaDecision.Of(facts);

        Assert.Equal((verdict, rule), (decision.Verdict, decision.Rule?.Code));
        Assert.Empty(decision.Missing);
    }

    [Fact]
    public void Every_line_is_reached_by_some_component() =>
        Assert.Empty(OdaRule.Table.Select(r => r.Code).Except(Lines.Select(l => l.Data.Item3)));

    [Fact]
    public void What_is_not_known_leaves_the_answer_open_and_is_named()
    {
        Assert.Equal((Undetermined, OdaQuestion.Lethal), (OdaDecision.Of(new(Police, Equipment)).Verdict, Assert.Single(OdaDecision.Of(new(Police, Equipment)).Missing)));
        Assert.Equal([OdaQuestion.Recipient, OdaQuestion.Lethal], OdaDecision.Of(new(Support: Equipment)).Missing);
        Assert.Equal([OdaQuestion.Oversight], OdaDecision.Of(new(Military, RightsTraining)).Missing);
    }

    [Fact]
    public void What_does_not_matter_need_not_be_known() =>
        Assert.Equal(Eligible, OdaDecision.Of(new(Support: JusticeReform)).Verdict);

    [Fact]
    public void No_rule_is_stretched_to_what_it_does_not_name()
    {
        var decision = OdaDecision.Of(new(Intelligence, Equipment, Lethal: false));

        Assert.Equal(Undetermined, decision.Verdict);
        Assert.Null(decision.Rule);
        Assert.Empty(decision.Missing);
        Assert.Equal(Undetermined, OdaDecision.Of(new(Military, RightsTraining, Oversight: false)).Verdict);
    }

    [Fact]
    public void Shares_are_stated_by_the_rule_or_by_the_assessor()
    {
        Assert.Equal(0.15m, OdaDecision.Of(new(PeaceOperation, AssessedContribution)).Share);
        Assert.Null(OdaDecision.Of(new(DonorForces, HumanitarianDelivery)).Share);
        Assert.Equal(1m, OdaDecision.Of(new(Police, RoutinePolicing)).Share);
        Assert.Equal(0m, OdaDecision.Of(new(Police, CounterSubversion)).Share);
    }

    [Fact]
    public void Each_rule_has_a_sentence_in_three_languages_and_a_source() => Assert.All(OdaRule.Table, r =>
    {
        Assert.All(["en", "fr", "ar"], code => Assert.NotEmpty(r.Item.In(code)));
        Assert.NotEmpty(r.Source);
        Assert.All(r.Asks.SelectMany(a => a.Value.Select(v => (a.Key, v))), a => Assert.True(a.Key switch
        {
            OdaQuestion.Recipient => Enum.TryParse<OdaRecipient>(a.v, out _),
            OdaQuestion.Support => Enum.TryParse<OdaSupport>(a.v, out _),
            _ => a.v is "yes" or "no",
        }));
    });
}
