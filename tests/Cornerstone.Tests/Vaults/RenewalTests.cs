using System.Net;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Tests.TestKit;
using Cornerstone.Vaults;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Vaults;

/// <summary>Somebody's words or device may be known to others (decision 53).</summary>
public sealed class RenewalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task After_a_theft_the_old_words_open_nothing_and_the_person_reads_on_with_new_ones()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        var (thief, old) = (await setting.EnteredAsync(Amina), setting.WordsOf(Amina));
        var before = await setting.ColumnAsync($"select encode(box, 'hex') from sealed.key_wrap where holder_id = '{Amina.Id}'");

        await setting.RenewVaultAsync(amina, Amina);

        Assert.NotEqual(old, setting.WordsOf(Amina));
        Assert.Equal(HttpStatusCode.Redirect, await thief.StatusOfAsync(address));
        using var tried = await thief.PostAsync("/account/vault/unlock", await thief.OpenAsync("/account/vault/unlock"), new() { ["Words"] = old });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, tried.StatusCode);
        Assert.Empty((await setting.ColumnAsync($"select encode(box, 'hex') from sealed.key_wrap where holder_id = '{Amina.Id}'")).Intersect(before));
        await SealedSetting.DoAsync(amina, setting.GroupAddress, "Reason", new() { ["Reason"] = "Casework" });
        Assert.Equal("Line 7", (await amina.OpenAsync(address)).QuerySelector("h1")!.TextContent);
        Assert.Equal("Line 7", (await (await setting.EnteredAsync(Amina)).OpenAsync(address)).QuerySelector("h1")!.TextContent);
        Assert.Contains("vault.renew", await setting.App.ActsAsync());
    }

    [Fact]
    public async Task Then_another_member_changes_the_keys_and_everything_a_dossier_holds_is_under_a_new_one()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        using (await SealedSetting.AttachAsync(amina, address, "annex.txt", "the annex"u8.ToArray()))
        {
            await SealedSetting.AskAsync(amina, address, "NotNeeded", "Words for whoever decides.");
        }

        await setting.RenewVaultAsync(amina, Amina);
        var chiyo = await setting.EnteredAsync(Chiyo);
        await SealedSetting.DoAsync(chiyo, setting.GroupAddress, "Change", []);

        Assert.Equal(["2 2"], await setting.ColumnAsync("select distinct generation || ' ' || version from sealed.dossier_wrap"));
        Assert.Equal(["2"], await setting.ColumnAsync("""
            select sealed.generation_of(title) from sealed.dossier union select sealed.generation_of(content) from sealed.dossier
            union select sealed.generation_of(content) from sealed.attachment union select sealed.generation_of(words) from sealed.request
            """));
        var page = await chiyo.OpenAsync(address);
        Assert.Equal("Line 7", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("One.", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("the annex", await (await chiyo.Client.GetAsync(address + page.QuerySelector("a[href*='handler=File']")!.GetAttribute("href"), Ct)).Content.ReadAsStringAsync(Ct));
        Assert.Contains("Words for whoever decides.", (await chiyo.OpenAsync($"{address}/erasure")).QuerySelector("[data-test=request]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await chiyo.OpenAsync(setting.GroupAddress)).QuerySelector("form[action*=Change]"));
    }

    [Fact]
    public async Task A_renewal_that_was_cut_off_is_taken_up_where_it_stopped()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var (first, second) = (await setting.AddAsync(amina, "Line 7", "One."), await setting.AddAsync(amina, "Line 8", "Two."));
        await setting.RenewVaultAsync(amina, Amina);
        var chiyo = await setting.EnteredAsync(Chiyo);
        // The second one cannot be sealed anew: as if the power had failed between the two.
        await setting.App.ExecuteAsync($"create function sealed.cut() returns trigger language plpgsql as $$ begin raise exception 'cut'; end $$; create trigger cut before update on sealed.dossier for each row when (old.id = '{second.Split('/')[^1]}') execute function sealed.cut()");
        using (var cut = await chiyo.PostAsync($"{setting.GroupAddress}?handler=Change", await chiyo.OpenAsync(setting.GroupAddress), []))
        {
            Assert.Equal(HttpStatusCode.InternalServerError, cut.StatusCode);
        }

        var halfWay = await setting.ColumnAsync("select distinct generation from sealed.dossier_wrap order by 1");
        var readable = (await chiyo.OpenAsync(second)).QuerySelector("h1")!.TextContent;
        await setting.App.ExecuteAsync("drop trigger cut on sealed.dossier");
        await SealedSetting.DoAsync(chiyo, setting.GroupAddress, "Change", []);

        Assert.Contains("1", halfWay);
        Assert.Equal("Line 8", readable);
        Assert.Equal(["2"], await setting.ColumnAsync("select distinct generation from sealed.dossier_wrap"));
        Assert.Equal("Line 7", (await chiyo.OpenAsync(first)).QuerySelector("h1")!.TextContent);
        Assert.Equal("Line 8", (await chiyo.OpenAsync(second)).QuerySelector("h1")!.TextContent);
    }

    [Fact]
    public async Task No_key_of_a_dossier_goes_that_still_opens_something_and_nobody_says_it_of_another_persons_words()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        await setting.AddAsync(amina, "Line 7", "One.");
        await using var db = SealedDb.Over(setting.App.Database);
        await db.BeginAsync(new Reader(Amina.Id, Amina.Name, []), Ct);

        db.DossierWraps.RemoveRange(db.DossierWraps);
        var gone = await db.TrySaveAsync(new Act("sealed.renew-dossier", "XS", DateTimeOffset.UnixEpoch), [], Ct);
        db.Exposures.Add(new() { CompartmentId = setting.Group, Version = 1, PersonId = Chiyo.Id, Renews = true, ToldOn = default });
        var said = await Record.ExceptionAsync(() => db.SaveAsync(new Act("vault.renew", "XS", DateTimeOffset.UnixEpoch), [], Ct));

        Assert.False(gone);
        Assert.NotNull(said);
        Assert.Equal(["1"], await setting.ColumnAsync("select generation from sealed.dossier_wrap"));
        Assert.Empty(await setting.ColumnAsync("select version from sealed.exposure"));
    }

    [Fact]
    public async Task Whoever_lost_the_words_where_others_may_find_them_says_so_and_the_group_changes_its_keys()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.ProvedAsync(Amina);

        using var made = await amina.PostAsync("/account/vault?handler=Anew", await amina.OpenAsync("/account/vault"), new() { ["IsSure"] = "true", ["IsKnown"] = "true" });

        Assert.Equal(HttpStatusCode.OK, made.StatusCode);
        Assert.Equal([$"{Amina.Id} 1 True"], await setting.ColumnAsync("select person_id || ' ' || version || ' ' || case when renews then 'True' end from sealed.exposure"));
        Assert.NotNull((await (await setting.UnlockedAsync(Chiyo)).OpenAsync(setting.GroupAddress)).QuerySelector("form[action*=Change]"));
    }
}
