using System.Net;
using Cornerstone.Tests.TestKit;
using Cornerstone.Vaults;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Vaults;

public sealed class GroupKeyTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Somebody_named_later_stays_outside_until_a_member_lets_them_in()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        await setting.MakeVaultAsync(Dmitri);
        await setting.NameAsync(Dmitri);
        var before = await (await setting.UnlockedAsync(Dmitri)).StatusOfAsync(setting.GroupAddress);

        await SealedSetting.DoAsync(await setting.UnlockedAsync(Amina), setting.GroupAddress, "Admit", new() { ["person"] = Dmitri.Id.ToString() });

        Assert.Equal(HttpStatusCode.NotFound, before);
        var dmitri = await setting.EnteredAsync(Dmitri, "Audit");
        Assert.Equal(HttpStatusCode.OK, await dmitri.StatusOfAsync(setting.GroupAddress));
        Assert.Equal(HttpStatusCode.NotFound, await dmitri.StatusOfAsync($"{setting.GroupAddress}/new"));
    }

    [Fact]
    public async Task Whoever_makes_the_key_sees_by_name_who_can_bring_it_back()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        await setting.App.ExecuteAsync("set session_replication_role = replica; delete from sealed.key_wrap");

        var page = await (await setting.UnlockedAsync(Amina)).OpenAsync(setting.GroupAddress);

        Assert.Equal(SealedSetting.Officers.Select(o => o.Name).Order(StringComparer.Ordinal), page.QuerySelectorAll("[data-test=officers] li").Select(o => o.TextContent.Trim()));
    }

    [Fact]
    public async Task When_a_member_leaves_the_key_changes_and_nothing_of_theirs_is_left()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var (first, second) = (await setting.AddAsync(amina, "Line 7", "One."), await setting.AddAsync(amina, "Line 8", "Two."));
        var chiyo = await setting.EnteredAsync(Chiyo);
        await setting.EndAsync(Chiyo);
        var after = await chiyo.StatusOfAsync(first);

        await SealedSetting.DoAsync(amina, setting.GroupAddress, "Change", []);

        Assert.Equal(HttpStatusCode.NotFound, after);
        Assert.Equal("Line 7", (await amina.OpenAsync(first)).QuerySelector("h1")!.TextContent);
        Assert.Equal("Line 8", (await (await setting.EnteredAsync(Amina)).OpenAsync(second)).QuerySelector("h1")!.TextContent);
        Assert.Equal(["2"], await setting.ColumnAsync("select distinct version from sealed.key_wrap union select distinct version from sealed.dossier_wrap"));
        Assert.Empty(await setting.ColumnAsync($"select box from sealed.key_wrap where holder_id = '{Chiyo.Id}'"));
        Assert.Null((await amina.OpenAsync(setting.GroupAddress)).QuerySelector("form[action*=Change]"));
    }

    [Fact]
    public async Task Two_officers_let_somebody_in_and_one_alone_does_not()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var address = await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "One.");
        await setting.EndAsync(Amina);
        await setting.MakeVaultAsync(Chiyo);
        await setting.NameAsync(Chiyo);
        var (bruno, farid) = (new PresentOfficer(Bruno.Id, setting.WordsOf(Bruno)), new PresentOfficer(Farid.Id, setting.WordsOf(Farid)));

        await Assert.ThrowsAsync<RefusedException>(() => RecoverAsync(setting, bruno, bruno));
        await Assert.ThrowsAsync<RefusedException>(() => RecoverAsync(setting, bruno, farid with { Words = setting.WordsOf(Grace) }));
        await Assert.ThrowsAsync<RefusedException>(() => RecoverAsync(setting, bruno, new(Amina.Id, setting.WordsOf(Amina))));
        await RecoverAsync(setting, farid, bruno);

        var chiyo = await setting.EnteredAsync(Chiyo);
        Assert.Equal("Line 7", (await chiyo.OpenAsync(address)).QuerySelector("h1")!.TextContent);
        Assert.Contains("sealed.recover", await setting.App.ActsAsync());
    }

    private static Task RecoverAsync(SealedSetting setting, PresentOfficer one, PresentOfficer other) =>
        RecoverGroup.RunAsync(setting.App.Database, setting.Group, Chiyo.Id, one, other, TimeProvider.System, Ct);
}
