using System.Net;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Operations;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Vaults;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SealedDossiers;

/// <summary>Until when dossiers are kept (RE-03): what is due is shown, exactly that, and nothing is erased by itself.</summary>
public sealed class RetentionPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_dossier_cannot_be_opened_without_a_day_to_come_and_what_sets_it()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var address = $"{setting.GroupAddress}/new";

        foreach (var (until, basis, field) in new[] { ("", "Law", "KeepUntil"), ("2001-01-01", "Law", "KeepUntil"), ("2090-01-01", "", "KeepBasis") })
        {
            using var answer = await amina.PostAsync(address, await amina.OpenAsync(address), new() { ["Title"] = "Line 7", ["Note"] = "One.", ["KeepUntil"] = until, ["KeepBasis"] = basis });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.NotNull((await Visitor.ParseAsync(answer)).QuerySelector($".error-summary a[href^='#{field}']"));
        }

        Assert.Empty(await setting.ColumnAsync("select id from sealed.dossier"));
    }

    [Fact]
    public async Task Exactly_what_is_past_its_date_is_shown_to_its_members_and_counted_by_the_doctor_and_all_of_it_stays()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var past = await setting.AddAsync(amina, "Line 7", "One.");
        await setting.AddAsync(amina, "Line 8", "Two.");
        var undated = await setting.AddAsync(amina, "Line 9", "Three.");
        await setting.App.ExecuteAsync($"set session_replication_role = replica; update sealed.dossier set keep_until = '2020-01-01' where id = '{past.Split('/')[^1]}'; update sealed.dossier set keep_until = null, keep_basis = null where id = '{undated.Split('/')[^1]}'");

        var group = await amina.OpenAsync(setting.GroupAddress);
        var chiyo = await (await setting.ProvedAsync(Chiyo)).OpenAsync("/xs/sealed");
        await using var owner = await setting.App.Database.Owner.OpenConnectionAsync(Ct);
        var doctor = await SealedExamination.OfAsync(owner, DateTimeOffset.UnixEpoch.AddYears(57), Ct);

        Assert.Equal(["Line 7", "Line 9"], group.QuerySelectorAll("[data-test=due] a").Select(a => a.TextContent));
        Assert.Contains("1 dossier is past its date", chiyo.QuerySelector("[data-test=due]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(doctor, f => f.State == Wellness.Warning && f.Says.StartsWith("1 are past the date until which they are kept, 1 have none", StringComparison.Ordinal));
        Assert.Equal(3, group.QuerySelectorAll("[data-test=dossiers] > li").Length);
        Assert.Empty((await (await setting.ProvedAsync(Bruno)).OpenAsync("/xs/sealed")).QuerySelectorAll("[data-test=due]"));
    }

    [Fact]
    public async Task A_member_sets_another_date_with_what_sets_it_and_the_journal_keeps_both()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");

        using (var bad = await amina.PostAsync($"{address}/erasure?handler=Until", await amina.OpenAsync($"{address}/erasure"), new() { ["KeepUntil"] = "2001-01-01", ["KeepBasis"] = "Ruling" }))
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        }

        await SealedSetting.DoAsync(amina, $"{address}/erasure", "Until", new() { ["KeepUntil"] = "2060-06-30", ["KeepBasis"] = "Ruling" });

        var page = await amina.OpenAsync(address);
        Assert.Contains("A decision of the body responsible sets it", page.QuerySelector("[data-test=kept]")!.TextContent, StringComparison.Ordinal);
        var told = Assert.Single(await setting.ColumnAsync("select c.fields::text || a.reason from journal.act a join journal.change c on c.act_id = a.id where a.name = 'sealed.keep-until'"));
        Assert.Contains("2050-12-31", told, StringComparison.Ordinal);
        Assert.Contains("2060-06-30", told, StringComparison.Ordinal);
        Assert.EndsWith("Ruling", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_database_takes_no_new_dossier_without_a_date_and_no_date_away()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "One.");
        await using var db = Cornerstone.Vaults.SealedDb.Over(setting.App.Database);
        await db.BeginAsync(new Reader(Amina.Id, Amina.Name, []), Ct);
        var dossier = db.Dossiers.Single();
        (dossier.KeepUntil, dossier.KeepBasis) = (null, null);

        await Assert.ThrowsAnyAsync<Exception>(() => db.SaveAsync(new Act("sealed.keep-until", "XS", DateTimeOffset.UnixEpoch), [], Ct));

        Assert.Equal(["2050-12-31"], await setting.ColumnAsync("select keep_until::text from sealed.dossier"));
    }
}
