using System.Net;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Vaults;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SealedDossiers;

public sealed class DossierPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_members_write_and_read_a_dossier_and_each_reading_is_recorded_with_its_reason()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7 of the closed budget", "Forty thousand for the northern posts.");

        var chiyo = await setting.EnteredAsync(Chiyo, "OversightRequest");
        var page = await chiyo.OpenAsync(address);

        Assert.Equal("Line 7 of the closed budget", page.QuerySelector("h1")!.TextContent);
        Assert.Contains("Forty thousand for the northern posts.", page.QuerySelector("[data-test=note]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Line 7", (await chiyo.OpenAsync(setting.GroupAddress)).QuerySelector("[data-test=dossiers]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("A question of parliament", page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.Superset(new HashSet<string> { "sealed.make-key", "sealed.admit", "sealed.add", "sealed.open", "sealed.list", "vault.unlock" }, (await setting.App.ActsAsync()).ToHashSet());
    }

    [Fact]
    public async Task Whoever_is_not_of_the_group_finds_nothing_the_administrator_least_of_all()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var address = await setting.AddAsync(await setting.EnteredAsync(Amina), "Line 7", "Text.");

        var bruno = await setting.UnlockedAsync(Bruno);
        var karim = await setting.App.AsAsync(Karim);

        Assert.Equal(HttpStatusCode.NotFound, await bruno.StatusOfAsync(setting.GroupAddress));
        Assert.Equal(HttpStatusCode.NotFound, await bruno.StatusOfAsync(address));
        Assert.Equal(HttpStatusCode.NotFound, await karim.StatusOfAsync(setting.GroupAddress));
        Assert.Null((await bruno.OpenAsync("/xs/sealed")).QuerySelector(".card"));
    }

    [Fact]
    public async Task A_locked_vault_opens_nothing_and_leads_to_where_it_is_unlocked()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "Text.");

        await SealedSetting.DoAsync(amina, "/account/vault", "Lock", []);
        using var answer = await amina.Client.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.StartsWith("/account/vault/unlock?next=", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_recorded_as_read_is_not_shown()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "Forty thousand.");
        using (var attached = await SealedSetting.AttachAsync(amina, address, "posts.txt", "Forty thousand."u8.ToArray()))
        {
            Assert.Equal(HttpStatusCode.Redirect, attached.StatusCode);
        }

        var file = (await amina.OpenAsync(address)).QuerySelector("[data-test=files] a")!.GetAttribute("href")!;
        var group = await amina.OpenAsync(setting.GroupAddress);
        await setting.App.ExecuteAsync("create function journal.breaks() returns trigger language plpgsql as $$ begin raise exception 'no space left'; end $$; create trigger breaks before insert on journal.act for each row when (new.name like 'sealed.%') execute function journal.breaks()");

        foreach (var read in new[] { address, setting.GroupAddress, address + file })
        {
            using var answer = await amina.Client.GetAsync(read, Ct);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
            Assert.DoesNotContain("Line 7", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        }

        using var search = await amina.PostAsync($"{setting.GroupAddress}?handler=Search", group, new() { ["Words"] = "forty" });
        Assert.Equal(HttpStatusCode.ServiceUnavailable, search.StatusCode);
    }

    [Fact]
    public async Task A_search_finds_words_of_titles_notes_and_names_of_files_and_is_recorded_without_them()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        await setting.AddAsync(amina, "Line 7", "Forty thousand for the northern posts.");
        var other = await setting.AddAsync(amina, "Line 8", "Nothing yet.");
        using var attached = await SealedSetting.AttachAsync(amina, other, "inventory of wells.txt", "w"u8.ToArray());

        Assert.Equal(["Line 7"], await FoundAsync(setting, amina, "NORTHERN"));
        Assert.Equal(["Line 8"], await FoundAsync(setting, amina, "wells"));
        Assert.Empty(await FoundAsync(setting, amina, "granite"));
        Assert.Equal(3, (await setting.App.ActsAsync()).Count(a => a == "sealed.search"));
    }

    [Fact]
    public async Task A_file_comes_back_as_it_went_in()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "See the file.");
        var content = new byte[300_000];
        new Random(7).NextBytes(content);

        using var attached = await SealedSetting.AttachAsync(amina, address, "المواقع.bin", content);
        var chiyo = await setting.EnteredAsync(Chiyo);
        var link = (await chiyo.OpenAsync(address)).QuerySelector("[data-test=files] a")!;
        using var answer = await chiyo.Client.GetAsync(address + link.GetAttribute("href"), Ct);

        Assert.Equal("المواقع.bin", link.TextContent);
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync(Ct));
        Assert.Contains("sealed.download", await setting.App.ActsAsync());
    }

    [Fact]
    public async Task Who_writes_over_anothers_words_is_shown_them_and_keeps_their_own()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var address = await setting.AddAsync(amina, "Line 7", "First.");
        var chiyo = await setting.EnteredAsync(Chiyo);
        var (hers, his) = (await amina.OpenAsync(address), await chiyo.OpenAsync(address));
        using var first = await chiyo.SubmitAsync(his, "form:has([name=Note])", new() { ["Note"] = "Second, by Chiyo." });

        using var late = await amina.SubmitAsync(hers, "form:has([name=Note])", new() { ["Note"] = "Third, by Amina." });
        var shown = await Visitor.ParseAsync(late);

        Assert.Equal(HttpStatusCode.Redirect, first.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("Second, by Chiyo.", shown.Body!.TextContent, StringComparison.Ordinal);
        using var again = await amina.SubmitAsync(shown, "form:has([name=Note])", []);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal(3, (await amina.OpenAsync(address)).QuerySelectorAll("[data-test=note]").Length);
    }

    [Fact]
    public async Task A_form_without_words_comes_back_with_what_is_missing()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);

        using var answer = await amina.PostAsync($"{setting.GroupAddress}/new", await amina.OpenAsync($"{setting.GroupAddress}/new"), new() { ["Title"] = "", ["Note"] = "" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.NotNull((await Visitor.ParseAsync(answer)).QuerySelector(".error-summary a[href='#Title']"));
    }

    private static async Task<IEnumerable<string>> FoundAsync(SealedSetting setting, Visitor visitor, string words)
    {
        using var answer = await visitor.PostAsync($"{setting.GroupAddress}?handler=Search", await visitor.OpenAsync(setting.GroupAddress), new() { ["Words"] = words });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return [.. (await Visitor.ParseAsync(answer)).QuerySelectorAll("[data-test=dossiers] a").Select(a => a.TextContent)];
    }
}
