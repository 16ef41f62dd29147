using Cornerstone.Access;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.CountedSupport;

/// <summary>After every change, whatever it is and whoever reads, the ledger that was mended is the ledger counted from nothing.</summary>
public sealed class LedgerAgainTests : IDisposable
{
    private const int Changes = 60;
    private static readonly string[] Names = ["A", "B", "C", "D", "E", "F", "G", "H"];

    private readonly LedgerMemory kept = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => kept.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task Whatever_changes_the_mended_ledger_is_the_one_counted_from_nothing(int seed)
    {
        await using var app = await TestApp.StartAsync();
        var random = new Random(seed);
        var partners = new List<Guid>();
        foreach (var name in Names[..3]) partners.Add((await app.PartnerAsync(name)).Id);
        foreach (var name in Names) await app.ActivityAsync(name, random.Next(4) == 0 ? Classification.Restricted : Classification.Public, a => a.ReporterId = partners[random.Next(3)]);

        for (var change = 0; change < Changes; change++)
        {
            await ChangeAsync(app, random, partners);
            foreach (var reader in new[] { Amina, Elif })
            {
                Assert.Equal(await WrittenAsync(app, reader, new LedgerMemory()), await WrittenAsync(app, reader, kept));
            }
        }
    }

    [Fact]
    public async Task What_does_not_fit_is_counted_for_each_page_and_is_right()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.ActivityAsync("A");
        using var small = new LedgerMemory(most: 0);
        await using var db = await app.DbAsAsync(Amina);
        db.Add(GivenSupport.Paid(activity, 12.34m));
        await db.SaveAsync(GivenSupport.Adding(), Ct);

        var (first, second) = (await small.OfAsync(db, "XS", Currency.UsDollar, Ct), await small.OfAsync(db, "XS", Currency.UsDollar, Ct));

        Assert.NotSame(first, second);
        Assert.Equal([12.34m, 12.34m], new[] { first, second }.Select(l => l.Total(new(LedgerView.Spending, MoneyStage.Paid, "USD"), PlanObjectives.None)));
    }

    [Fact]
    public async Task A_new_organisation_or_rate_that_nothing_asked_for_counts_nothing_anew()
    {
        await using var app = await TestApp.StartAsync();
        await app.ActivityAsync("A");
        await using var db = await app.DbAsAsync(Amina);
        var before = await kept.OfAsync(db, "XS", Currency.UsDollar, Ct);

        var partner = await app.PartnerAsync("New");

        var after = await kept.OfAsync(db, "XS", Currency.UsDollar, Ct);
        Assert.Equal("New", after.Partners.Of(partner.Id)!.Names.In("en"));
        Assert.Same(before.Blocks[0], after.Blocks[0]);
    }

    private static async Task ChangeAsync(TestApp app, Random random, List<Guid> partners)
    {
        await using var db = await app.DbAsAsync(Amina);
        var activities = await db.Activities.Where(a => a.Country == "XS").OrderBy(a => a.Id).ToListAsync(Ct);
        var activity = activities[random.Next(activities.Count)];
        switch (random.Next(7))
        {
            case 0:
                activity.Relations = random.Next(2) == 0 ? [] : [new((RelationKind)random.Next(1, 6), Names[random.Next(Names.Length)])];
                break;
            case 1:
                (activity.ReporterId, activity.FeeShare) = (partners[random.Next(3)], random.Next(2) == 0 ? null : 0.01m);
                break;
            case 2:
                activity.Parties = random.Next(2) == 0 ? [] : [new(PartyRole.Funding, partners[random.Next(3)])];
                break;
            case 3 when activity.Classification == Classification.Public:
                activity.Classification = Classification.Restricted;
                break;
            case 4 when await db.Transactions.Where(t => t.ActivityId == activity.Id).FirstOrDefaultAsync(Ct) is { } flow:
                (flow.Amount, flow.ReceiverActivity, flow.Version) = (flow.Amount + 1.11m, random.Next(2) == 0 ? null : Names[random.Next(Names.Length)], flow.Version + 1);
                break;
            default:
                db.Add(Flow(activity, random, partners));
                break;
        }

        activity.Version++;
        await db.SaveAsync(GivenSupport.Adding(), Ct);
    }

    private static Transaction Flow(Activity activity, Random random, List<Guid> partners)
    {
        TransactionType[] types = [TransactionType.Disbursement, TransactionType.Disbursement, TransactionType.IncomingFunds, TransactionType.Expenditure, TransactionType.OutgoingCommitment];
        var flow = GivenSupport.Paid(activity, random.Next(1, 99_999) / 100m, type: types[random.Next(types.Length)]);
        flow.ProviderActivity = random.Next(4) == 0 ? Names[random.Next(Names.Length)] : null;
        flow.ReceiverActivity = random.Next(4) == 0 ? Names[random.Next(Names.Length)] : null;
        flow.ProviderId = random.Next(3) == 0 ? partners[random.Next(3)] : null;
        flow.ReceiverId = random.Next(3) == 0 ? partners[random.Next(3)] : null;
        return flow;
    }

    private static async Task<string> WrittenAsync(TestApp app, DemonstrationPerson reader, LedgerMemory memory)
    {
        await using var db = await app.DbAsAsync(reader);
        var ledger = await memory.OfAsync(db, "XS", Currency.UsDollar, Ct);
        var rows =
            from view in Enum.GetValues<LedgerView>()
            from stage in Enum.GetValues<MoneyStage>()
            from reason in Enum.GetValues<ExclusionReason>().Select(r => (ExclusionReason?)r).Append(null)
            from row in ledger.Rows(new(view, stage, "USD") { Reason = reason }, PlanObjectives.None)
            select $"{view} {stage} {row.Flow} {row.Type} {row.Date} {row.Partner} {row.Component} {row.Amount} {row.Reason} {string.Join(' ', row.Because.Order())}";
        return string.Join('\n', rows.Order(StringComparer.Ordinal).Prepend($"{ledger.Fees} {ledger.Pipeline}"));
    }
}
