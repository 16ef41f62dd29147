using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.OdaEligibility;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using FsCheck;
using FsCheck.Fluent;
using static Cornerstone.Tests.Features.CountedSupport.GivenSupportInMemory;

namespace Cornerstone.Tests.Features.CountedSupport;

/// <summary>Whatever was changed, and however often, the sums kept by cells are those of the lines, to the cent.</summary>
public sealed class LedgerCellsTests
{
    private const int Most = 3;

    private static readonly string?[] Sectors = ["15132", "15134", "15210"];
    private static readonly PartnerEntry[] Partners = [Partner("One"), Partner("Two")];
    private static readonly LedgerAxis[] Axes = [LedgerAxis.Partner, LedgerAxis.Component, LedgerAxis.Sector, LedgerAxis.Year, LedgerAxis.FlowType, LedgerAxis.Verdict, LedgerAxis.Find("marker-1")!];

    [Fact]
    public void After_any_changes_sums_are_those_of_the_lines() => Prop.ForAll(Changes().ToArbitrary(), changes =>
    {
        var register = new Register();
        register.Tell(changes[0]);
        foreach (var change in changes.Skip(1))
        {
            register.Tell(change);
            foreach (var question in Questions()) Compare(register.Ledger, question);
            Assert.Equal(register.Activities, register.Ledger.Reporters().Sum(r => r.Activities));
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(100));

    [Fact]
    public void The_same_money_told_a_thousand_times_makes_no_more_cells()
    {
        CountedLedger Repeated(int times)
        {
            var activities = Enumerable.Range(0, times).Select(i => Activity($"A{i}", a => (a.ReporterId, a.Sectors) = (Partners[0].Id, [new("15132", null, 40m), new("15210", null, 60m)]))).ToList();
            return Ledger(Known(activities, [.. activities.SelectMany(a => new[] { Paid(a, 10.01m), Paid(a, 3m, TransactionType.OutgoingCommitment) })], Partners));
        }

        var (few, many) = (Repeated(2), Repeated(1_000));

        Assert.Equal(few.Cells.Sum(c => c.Lines), many.Cells.Sum(c => c.Lines));
        Assert.Equal((10_010m, 1_000), Single(many.Sums(new(LedgerView.Spending, MoneyStage.Paid, "USD"), PlanObjectives.None)));
        // A transaction that is divided is one transaction.
        Assert.Equal((10_010m, 1_000), Single(many.Sums(new(LedgerView.Spending, MoneyStage.Paid, "USD"), PlanObjectives.None, LedgerAxis.Year)));
    }

    [Fact]
    public void What_is_gone_leaves_no_line_of_nought()
    {
        var register = new Register();
        register.Tell([("A", [(Cents: 500, Year: 2024, Type: TransactionType.Disbursement, Sector: "15132", Flow: null, IsKnown: true)])]);
        register.Tell([("A", [(Cents: 700, Year: 2025, Type: TransactionType.Disbursement, Sector: "15132", Flow: null, IsKnown: true)])]);

        var years = register.Ledger.Sums(new(LedgerView.Spending, MoneyStage.Paid, "USD"), PlanObjectives.None, LedgerAxis.Year);

        Assert.Equal(["2025"], years.Select(y => y.Values[0]));
        Assert.Equal((7m, 1), Single(years));
    }

    [Fact]
    public void A_byte_holds_every_judgement_the_table_of_rules_can_lead_to()
    {
        // Each rule and "none", each comparison with the reporter's word, each reach and "no purpose declared"; nought is kept for what is not judged.
        var judgements = (OdaRule.Table.Count * 3 + 1) * (Enum.GetValues<SsrReach>().Length + 1);

        Assert.True(OdaRule.Table.Count > 0);
        Assert.InRange(judgements, 1, byte.MaxValue);
    }

    private static (decimal?, int) Single(IReadOnlyList<LedgerSum> sums) => (Assert.Single(sums).Amount, sums[0].Flows);

    private static IEnumerable<LedgerQuestion> Questions() =>
        from view in Enum.GetValues<LedgerView>()
        from stage in new[] { MoneyStage.Paid, MoneyStage.Committed }
        from only in new[] { null, "2025" }
        select new LedgerQuestion(view, stage, "USD").With(LedgerAxis.Year, only);

    private static void Compare(CountedLedger ledger, LedgerQuestion question)
    {
        var whole = ledger.Rows(question, PlanObjectives.None).Sum(r => r.Amount ?? 0m);
        var (latest, page) = (ledger.LatestRows(question, PlanObjectives.None, int.MaxValue), ledger.LatestRows(question, PlanObjectives.None, Most));
        Assert.Equal(whole, ledger.Total(question, PlanObjectives.None));
        Assert.Equal(whole, ledger.Sums(question, PlanObjectives.None, LedgerAxis.Partner, LedgerAxis.Sector).Sum(s => s.Amount ?? 0m));
        foreach (var axis in Axes) Assert.Equal(Written(axis, ledger, question), Written(ledger.Sums(question, PlanObjectives.None, axis)));
        Assert.Equal((latest.Count, latest.Total), (page.Count, page.Total));
        Assert.Equal(latest.Rows.Take(Most).Select(r => (r.Flow, r.Amount)), page.Rows.Select(r => (r.Flow, r.Amount)));
        foreach (var left in ledger.LeftOut(question, PlanObjectives.None))
        {
            var rows = ledger.LatestRows(question with { Reason = Enum.Parse<ExclusionReason>(left.Values[0]) }, PlanObjectives.None, int.MaxValue);
            Assert.Equal((rows.Total, rows.Count), (left.Amount ?? 0m, left.Flows));
        }
    }

    private static string Written(IEnumerable<LedgerSum> sums) => string.Join('\n', sums.Select(s => $"{s.Values[0]} {s.Amount:0.00} {s.Flows}").Order(StringComparer.Ordinal));

    // By going through the lines themselves, once for each value.
    private static string Written(LedgerAxis axis, CountedLedger ledger, LedgerQuestion question)
    {
        var text = new List<string>();
        foreach (var value in AxisReader.Of(axis, ledger.Codes, PlanObjectives.None).Values)
        {
            if (question.Only.TryGetValue(axis, out var asked) && asked != value) continue;
            var rows = ledger.Rows(question.With(axis, value), PlanObjectives.None).ToList();
            if (rows.Count == 0) continue;
            text.Add($"{value} {(decimal?)(rows.Exists(r => r.Amount is not null) ? rows.Sum(r => r.Amount ?? 0m) : null):0.00} {rows.Select(r => r.Flow).Distinct().Count()}");
        }

        return string.Join('\n', text.Order(StringComparer.Ordinal));
    }

    private static Gen<List<List<(string, List<(int Cents, int Year, TransactionType Type, string? Sector, string? Flow, bool IsKnown)>)>>> Changes() =>
        from changes in Gen.NonEmptyListOf(
            from activities in Gen.NonEmptyListOf(from name in Gen.Elements("A", "B", "C", "D", "E", "F") from flows in Flows().ListOf() select (name, flows.ToList()))
            select activities.DistinctBy(a => a.name).ToList())
        select changes.ToList();

    private static Gen<(int Cents, int Year, TransactionType Type, string? Sector, string? Flow, bool IsKnown)> Flows() =>
        from cents in Gen.Frequency((5, Gen.Choose(1, 99_999)), (1, Gen.Choose(-999, -1)))
        from year in Gen.Choose(2024, 2025)
        from type in Gen.Elements(TransactionType.Disbursement, TransactionType.Expenditure, TransactionType.IncomingFunds, TransactionType.OutgoingCommitment)
        from sector in Gen.Elements(null, "15132", "both")
        from flow in Gen.Elements(null, "10", "21")
        from isKnown in Gen.Frequency((6, Gen.Constant(true)), (1, Gen.Constant(false)))
        select (cents, year, type, sector, flow, isKnown);

    /// <summary>Activities without ties to each other, so that each is counted anew by itself.</summary>
    private sealed class Register
    {
        private readonly Dictionary<string, Activity> activities = [];
        private readonly LedgerState state = new(Known([], [], Partners).Ground);
        private bool isNew = true;

        public CountedLedger Ledger => state.Ledger;

        public int Activities => activities.Count;

        public void Tell(List<(string Name, List<(int Cents, int Year, TransactionType Type, string? Sector, string? Flow, bool IsKnown)> Flows)> told)
        {
            var read = new ReadActivities([], [], [], []);
            foreach (var (name, flows) in told)
            {
                if (!activities.TryGetValue(name, out var activity))
                {
                    activities[name] = activity = Activity(name, a => (a.ReporterId, a.Markers) = (Partners[name[0] % 2].Id, [new("1", null, name[0] % 3)]));
                }

                read.Activities.Add(activity);
                read.Transactions.AddRange(flows.Select(f => Flow(activity, f)));
            }

            var families = new ReadFamilies([.. read.Activities.Select(a => state.Families.NumberOf(a.Id))], read, read.Ties(state.Ground));
            if (isNew) Begin(read);
            else state.With(state.Ground, families, new Dictionary<Guid, Guid>());
            isNew = false;
        }

        private void Begin(ReadActivities read)
        {
            state.Add(read.On(state.Ground, new Dictionary<Guid, Guid>()));
            state.Done();
        }

        private static Transaction Flow(Activity activity, (int Cents, int Year, TransactionType Type, string? Sector, string? Flow, bool IsKnown) told)
        {
            var paid = Paid(activity, told.IsKnown ? told.Cents / 100m : null, told.Type, told.Year);
            (paid.FlowType, paid.Sectors) = (told.Flow, told.Sector switch { null => [], "both" => [.. Sectors.Select(s => new CodedShare(s!, null, 33.3m))], var one => [new(one, null, null)] });
            return paid;
        }
    }
}
