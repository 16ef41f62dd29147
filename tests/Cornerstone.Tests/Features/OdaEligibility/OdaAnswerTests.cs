using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Support;
using Cornerstone.Tests.Features.CountedSupport;
using static Cornerstone.Features.OdaEligibility.OdaRecipient;
using static Cornerstone.Features.OdaEligibility.OdaSupport;

namespace Cornerstone.Tests.Features.OdaEligibility;

public sealed class OdaAnswerTests
{
    private static readonly OdaJudge Judge = new(OdaUnits.None);

    // Lines of the domain handbook's table (§5.4) that no code and no form decides.
    public static TheoryData<string, OdaFacts, OdaVerdict, string?> Worked => new()
    {
        { "15132", new(Police, OdaSupport.Equipment, Lethal: false), OdaVerdict.Eligible, "ODA-3" },
        { "15132", new(Support: OdaSupport.Equipment, Lethal: false), OdaVerdict.Eligible, "ODA-3" },
        { "15132", new(Support: OdaSupport.Equipment, Lethal: true), OdaVerdict.NotEligible, "ODA-4" },
        { "15132", new(Support: OdaSupport.Equipment), OdaVerdict.Undetermined, null },
        { "15132", new(Support: RoutinePolicing), OdaVerdict.Eligible, "ODA-2" },
        { "DEF", new(Military, RightsTraining, Oversight: true), OdaVerdict.PartlyEligible, "ODA-6" },
        { "DEF", new(Military, RightsTraining, Oversight: false), OdaVerdict.Undetermined, null },
        { "15230", new(Excess: true), OdaVerdict.Eligible, "ODA-9" },
        // The definition says oversight; who knows better says so.
        { "15210", new(Military, OperationalTraining), OdaVerdict.NotEligible, "ODA-7" },
        { "15240", new(Civilian: false), OdaVerdict.Undetermined, null },
    };

    [Theory]
    [MemberData(nameof(Worked))]
    public void Answers_lead_to_the_lines_of_the_table(string sector, OdaFacts facts, OdaVerdict verdict, string? rule)
    {
        var activity = Given(sector);

        var line = Assert.Single(OdaLine.Of(activity, [], Judge, [Said(activity, new(ComponentOf(activity), sector, null, null), facts)]));

        Assert.Equal((verdict, rule, "21"), (line.Judgement.Decision.Verdict, line.Judgement.Decision.Rule?.Code, line.Judgement.Said));
    }

    [Fact]
    public void A_part_is_the_assessors_only_where_the_table_leaves_it_to_him()
    {
        var rights = OdaDecision.Of(new(Military, RightsTraining, Oversight: true));
        var assessed = OdaDecision.Of(new(PeaceOperation, AssessedContribution));
        var eligible = OdaDecision.Of(new(Police, RoutinePolicing));

        Assert.Equal((0.4m, null, 0.15m, 1m), (rights.With(0.4m).Share, rights.With(null).Share, assessed.With(0.4m).Share, eligible.With(0.4m).Share));
    }

    [Fact]
    public void Rifles_stay_rifles_whatever_is_answered()
    {
        Assert.Equal("ODA-4", OdaDecision.Of(LineFacts.Of("15132", SupportForm.Equipment, null, null, new(Support: RoutinePolicing, Lethal: true))).Rule?.Code);
        Assert.Equal("ODA-7", OdaDecision.Of(LineFacts.Of("15210", SupportForm.Stipends, new OdaUnit(Guid.Empty, default, null, Military), null, new(CivilianBody, OdaSupport.Oversight))).Rule?.Code);
    }

    [Fact]
    public void A_lines_own_answer_goes_before_that_for_its_sector_and_other_sectors_are_not_meant()
    {
        var activity = Given("15132");
        var (training, money) = (GivenSupportInMemory.Paid(activity, 5m), GivenSupportInMemory.Paid(activity, 6m));
        training.Form = SupportForm.Training;
        var component = ComponentOf(activity);
        var key = new OdaKey(component, "15132", SupportForm.Training, null);
        var ofSector = Said(activity, key, new(Support: RoutinePolicing), isOfSector: true);

        Assert.Equal(["ODA-2", "ODA-2"], Rules(ofSector));
        Assert.Equal(["ODA-2", "ODA-5"], Rules(ofSector, Said(activity, key, new(Support: CounterSubversion))).Order(StringComparer.Ordinal));
        Assert.Equal([null, null], Rules(Said(activity, new(component, "15137", null, null), new(Support: RoutinePolicing), isOfSector: true)));

        IEnumerable<string?> Rules(params OdaAnswer[] answers) => OdaLine.Of(activity, [training, money], Judge, answers).Select(l => l.Judgement.Decision.Rule?.Code);
    }

    private static Activity Given(string sector) => GivenSupportInMemory.Activity("A", a =>
        (a.FlowType, a.Sectors) = ("21", [ComponentShares.Named(sector) is null ? new(sector) : new(sector, ComponentShares.Vocabulary)]));

    private static string? ComponentOf(Activity activity) => OdaLine.Of(activity, [], Judge)[0].Component;

    private static OdaAnswer Said(Activity activity, OdaKey key, OdaFacts facts, bool isOfSector = false) =>
        OdaAnswer.To(activity, key, isOfSector).Say(facts, null, "The ministry's letter", Guid.Empty, DateTimeOffset.UnixEpoch);
}
