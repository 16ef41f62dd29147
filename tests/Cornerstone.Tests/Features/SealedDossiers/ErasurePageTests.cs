using System.Net;
using System.Text;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.TwoWorlds;
using Cornerstone.Tests.Vaults;
using Cornerstone.Vaults;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SealedDossiers;

public sealed class ErasurePageTests
{
    // RE-01: what is left says that somebody erased something, when and on which ground.
    [Fact]
    public async Task Two_members_erase_a_dossier_and_nothing_is_left_but_a_tombstone_without_a_name()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var (amina, chiyo) = (await setting.EnteredAsync(Amina), await setting.EnteredAsync(Chiyo));
        var address = await setting.AddAsync(amina, $"Title {Worlds.Canary}", $"Note {Worlds.Canary}");
        await setting.AddAsync(amina, "Line 8", "Stays.");
        using var attached = await SealedSetting.AttachAsync(amina, address, $"{Worlds.Canary}.txt", "One."u8.ToArray());
        await SealedSetting.AskAsync(amina, address, "RetentionEnded", $"Words {Worlds.Canary}");

        var shown = await chiyo.OpenAsync($"{address}/erasure");
        using var answer = await SealedSetting.DecideAsync(chiyo, address, approve: true);

        Assert.Contains($"Words {Worlds.Canary}", shown.QuerySelector("[data-test=request]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(setting.GroupAddress, answer.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync(address));
        Assert.Equal(["1", "1", "0", "0"], await setting.ColumnAsync("select count(*) from sealed.dossier union all select count(*) from sealed.dossier_wrap union all select count(*) from sealed.attachment union all select count(*) from sealed.request where words is not null"));
        var group = await amina.OpenAsync(setting.GroupAddress);
        Assert.Equal(["Line 8"], group.QuerySelectorAll("[data-test=dossiers] a").Select(a => a.TextContent));
        var tombstone = group.QuerySelector("[data-test=erased]")!.TextContent;
        Assert.Contains(address.Split('/')[^1], tombstone, StringComparison.Ordinal);
        Assert.Contains("The time for which it may be kept is over", tombstone, StringComparison.Ordinal);
        Assert.Contains($"asked for by {Amina.Name}, approved by {Chiyo.Name}", tombstone, StringComparison.Ordinal);
        Assert.DoesNotContain(await setting.ColumnAsync("select c::text || a::text from journal.change c join journal.act a on a.id = c.act_id"), r => Canaries.FormIn(Encoding.UTF8.GetBytes(r)) is not null);
        Assert.Equal(Guid.Parse(address.Split('/')[^1]), Assert.Single(ErasureFiles.Read(Path.Combine(setting.App.Folder, ErasureFiles.FileName)).Erasures).Dossier);
    }

    [Fact]
    public async Task Whoever_asked_does_not_decide_and_may_take_it_back()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        await SealedSetting.AskAsync(amina, address, "NotNeeded", "Closed since spring.");

        using var alone = await SealedSetting.DecideAsync(amina, address, approve: true);
        using var back = await SealedSetting.DecideAsync(amina, address, approve: false);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Contains("somebody else", (await Visitor.ParseAsync(alone)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, back.StatusCode);
        Assert.Equal("Line 7", (await amina.OpenAsync(address)).QuerySelector("h1")!.TextContent);
        Assert.Null((await amina.OpenAsync($"{address}/erasure")).QuerySelector("[data-test=request]"));
        Assert.Contains("sealed.withdraw", await setting.App.ActsAsync());
    }

    // RE-02.
    [Fact]
    public async Task A_dossier_under_a_hold_is_not_erased_and_two_lift_the_hold()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var (amina, chiyo) = (await setting.EnteredAsync(Amina), await setting.EnteredAsync(Chiyo));
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        await SealedSetting.AskAsync(amina, address, "RetentionEnded", "Ten years are over.");
        await SealedSetting.DoAsync(chiyo, $"{address}/erasure", "Hold", new() { ["HoldGround"] = "Proceedings" });

        using var held = await SealedSetting.DecideAsync(chiyo, address, approve: true);
        await SealedSetting.AskAsync(chiyo, address, "MatterEnded", "The court has spoken.");
        using var alone = await SealedSetting.DecideAsync(chiyo, address, approve: true, last: true);
        using var lifted = await SealedSetting.DecideAsync(amina, address, approve: true, last: true);
        var free = await chiyo.OpenAsync($"{address}/erasure");
        using var erased = await SealedSetting.DecideAsync(chiyo, address, approve: true);

        Assert.Contains("A hold keeps this dossier", (await Visitor.ParseAsync(held)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, alone.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, lifted.StatusCode);
        Assert.Null(free.QuerySelector("[data-test=hold]"));
        Assert.Equal(setting.GroupAddress, erased.Headers.Location!.ToString());
        Assert.Superset(new HashSet<string> { "sealed.hold", "sealed.ask-lifting", "sealed.lift", "sealed.erase" }, (await setting.App.ActsAsync()).ToHashSet());
    }

    [Fact]
    public async Task Whoever_decides_has_shown_a_passkey_within_minutes()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        await SealedSetting.AskAsync(amina, address, "NotNeeded", "Closed since spring.");
        var chiyo = await setting.EnteredAsync(Chiyo);
        await setting.App.ExecuteAsync("update access.session set passkey_at = now() - interval '20 minutes'");

        using var answer = await SealedSetting.DecideAsync(chiyo, address, approve: true);

        Assert.StartsWith("/account/confirm", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await chiyo.StatusOfAsync(address));
    }

    [Fact]
    public async Task Where_the_list_cannot_be_written_nothing_is_erased()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var (amina, chiyo) = (await setting.EnteredAsync(Amina), await setting.EnteredAsync(Chiyo));
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        await SealedSetting.AskAsync(amina, address, "NotNeeded", "Closed since spring.");
        Directory.CreateDirectory(Path.Combine(setting.App.Folder, ErasureFiles.FileName + ".part"));

        using var answer = await SealedSetting.DecideAsync(chiyo, address, approve: true);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("Line 7", (await chiyo.OpenAsync(address)).QuerySelector("h1")!.TextContent);
        Assert.DoesNotContain("sealed.erase", await setting.App.ActsAsync());
    }

    [Fact]
    public async Task Nobody_erases_what_they_have_not_seen_and_a_form_without_words_comes_back()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var (amina, chiyo) = (await setting.EnteredAsync(Amina), await setting.EnteredAsync(Chiyo));
        var address = await setting.AddAsync(amina, "Line 7", "One.");
        using var empty = await amina.PostAsync($"{address}/erasure?handler=Ask", await amina.OpenAsync($"{address}/erasure"), []);
        await SealedSetting.AskAsync(amina, address, "NotNeeded", "Closed since spring.");
        var seen = await chiyo.OpenAsync($"{address}/erasure");
        using var written = await amina.SubmitAsync(await amina.OpenAsync(address), "form:has([name=Note])", new() { ["Note"] = "Two." });

        using var answer = await SealedSetting.DecideAsync(chiyo, address, approve: true, seen: seen);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, empty.StatusCode);
        Assert.NotNull((await Visitor.ParseAsync(empty)).QuerySelector(".error-summary a[href='#Words']"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(HttpStatusCode.OK, await chiyo.StatusOfAsync(address));
    }

    [Fact]
    public async Task Who_only_reads_and_who_is_outside_find_no_such_page()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Dmitri);
        var address = await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "One.");
        var (dmitri, bruno) = (await setting.EnteredAsync(Dmitri, "Audit"), await setting.UnlockedAsync(Bruno));

        Assert.Equal(HttpStatusCode.OK, await dmitri.StatusOfAsync(address));
        Assert.NotEqual(HttpStatusCode.OK, await dmitri.StatusOfAsync($"{address}/erasure"));
        Assert.Equal(HttpStatusCode.NotFound, await bruno.StatusOfAsync($"{address}/erasure"));
        Assert.Equal(HttpStatusCode.NotFound, await (await setting.EnteredAsync(Amina)).StatusOfAsync($"{setting.GroupAddress}/{Guid.CreateVersion7()}/erasure"));
    }
}
