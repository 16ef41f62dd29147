using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Demonstration;

/// <summary>The invented country's support is large and awkward enough to show each way of counting wrongly.</summary>
public sealed class SoleniaSupportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task There_are_a_hundred_and_twenty_records_of_eighteen_partners_and_two_tables_of_other_systems()
    {
        await using var app = await TestApp.SoleniaAsync();
        await using var db = await app.DbAsAsync(Amina);
        var told = await (from a in db.Activities join s in db.SupportSources on a.SourceId equals s.Id select new { a.Id, a.ReporterId, s.Kind, s.Reference }).ToListAsync(Ct);

        Assert.Equal(120, told.Count);
        var tables = told.Where(t => t.Kind == SourceKind.Crs || t.Reference.StartsWith("Aid platform", StringComparison.Ordinal)).ToList();
        Assert.Equal((6, 6), (tables.Count(t => t.Kind == SourceKind.Crs), tables.Count(t => t.Kind == SourceKind.National)));
        Assert.Equal(18, told.Except(tables).Select(t => t.ReporterId).Distinct().Count());
        Assert.Equal(8, await db.SameActivities.CountAsync(s => s.IsSame && s.EndedAt == null, Ct));
        Assert.Equal(
            Enum.GetValues<SupportForm>().Except([SupportForm.Money]).Order(),
            (await db.Transactions.Where(t => t.Form != null).Select(t => t.Form!.Value).Distinct().ToListAsync(Ct)).Order());
    }

    [Theory]
    [InlineData(ExclusionReason.NoValue)]
    [InlineData(ExclusionReason.NoDate)]
    [InlineData(ExclusionReason.NoRate)]
    [InlineData(ExclusionReason.SameActivityElsewhere)]
    [InlineData(ExclusionReason.SaidTwice)]
    [InlineData(ExclusionReason.CountedInParts)]
    [InlineData(ExclusionReason.PassedOn)]
    [InlineData(ExclusionReason.SpentFurtherOn, "Spending")]
    [InlineData(ExclusionReason.OtherCountry)]
    public async Task Each_reason_to_leave_an_amount_out_is_met(ExclusionReason reason, string view = "Funding")
    {
        await using var app = await TestApp.SoleniaAsync();

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/support/ledger/rows?view={view}&reason={reason}");

        Assert.NotEmpty(page.QuerySelectorAll("[data-test=rows] tbody tr"));
    }

    [Fact]
    public async Task The_agents_of_two_funds_keep_their_fee_and_stages_that_come_back_are_told()
    {
        await using var app = await TestApp.SoleniaAsync();
        await using var db = await app.DbAsAsync(Amina);

        Assert.Equal([0.01m, 0.015m], await db.Activities.Where(a => a.FeeShare != null).OrderBy(a => a.FeeShare).Select(a => a.FeeShare!.Value).ToListAsync(Ct));
        Assert.Equal(4, await db.Activities.CountAsync(a => a.PledgeProbability != null, Ct));
        Assert.True(await db.Transactions.AnyAsync(t => t.Type == TransactionType.Disbursement && t.Amount < 0, Ct));
        Assert.True(await db.Transactions.CountAsync(t => t.Type == TransactionType.LoanRepayment, Ct) >= 4);
        var rules = await db.FileImports.Select(i => i.Rules).ToListAsync(Ct);
        Assert.All(new[] { "V1", "T5", "T9" }, rule => Assert.Contains(rules, r => r.ContainsKey(rule)));
    }
}
