using System.Net;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Access;
using Cornerstone.Operations;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.TwoWorlds;
using Cornerstone.Tests.Vaults;
using Cornerstone.Vaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SealedEmergencies;

public sealed class EmergencyPageTests
{
    private const string AskAddress = "/xs/sealed/emergency";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Asked_let_in_read_over_and_reviewed_by_somebody_else()
    {
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock)), Amina, Chiyo);
        var (amina, chiyo) = (await setting.EnteredAsync(Amina), await setting.EnteredAsync(Chiyo));
        var lent = await setting.AddAsync(amina, $"Title {Worlds.Canary}", "One.");
        using var attached = await SealedSetting.AttachAsync(amina, lent, "list.txt", "Two."u8.ToArray());
        var kept = await setting.AddAsync(amina, "Not lent", "Three.");
        var farid = await setting.UnlockedAsync(Farid);
        await AskAsync(farid, SealedSetting.GroupName);

        var told = await chiyo.OpenAsync("/xs/sealed");
        await LetInAsync(setting, amina, lent);
        var opening = await OpeningAsync(farid);
        var before = await farid.StatusOfAsync($"{opening}/{IdOf(lent)}");
        using var said = await farid.SubmitAsync(await farid.OpenAsync(opening), "form:has([name=Why])", new() { ["Why"] = $"A threat to {Worlds.Canary}." });
        var read = await farid.OpenAsync(said.Headers.Location!.ToString());
        var file = await farid.Client.GetByteArrayAsync($"{opening}/{IdOf(lent)}{read.QuerySelector<IHtmlAnchorElement>("[data-test=files] a")!.GetAttribute("href")}", Ct);
        var news = await chiyo.OpenAsync(setting.GroupAddress);

        Assert.Contains($"{Farid.Name} asks to be let in", told.QuerySelector("[data-test=emergency-called]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Let in by {Amina.Name}", news.QuerySelector("[data-test=emergency-open]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await chiyo.OpenAsync(lent)).QuerySelector("[data-test=emergency-open]"));
        Assert.Null((await chiyo.OpenAsync(kept)).QuerySelector("[data-test=emergency-open]"));
        Assert.Equal(HttpStatusCode.NotFound, before);
        Assert.Equal($"Title {Worlds.Canary}", read.QuerySelector("h1")!.TextContent);
        Assert.Equal("Two.", Encoding.UTF8.GetString(file));
        Assert.Equal(HttpStatusCode.NotFound, await farid.StatusOfAsync($"{opening}/{IdOf(kept)}"));
        Assert.Equal(HttpStatusCode.NotFound, await farid.StatusOfAsync(lent));
        Assert.Equal(HttpStatusCode.NotFound, await farid.StatusOfAsync(setting.GroupAddress));
        Assert.Superset(
            new HashSet<string> { "sealed.emergency-call", "sealed.emergency-let-in", "sealed.emergency-say", "sealed.emergency-read", "sealed.emergency-download" },
            (await setting.App.ActsAsync()).ToHashSet());

        clock.Now += TimeSpan.FromMinutes(40);
        Assert.Equal(HttpStatusCode.OK, await farid.StatusOfAsync($"{opening}/{IdOf(lent)}"));
        clock.Now += TimeSpan.FromMinutes(21);
        Assert.Equal(HttpStatusCode.NotFound, await farid.StatusOfAsync($"{opening}/{IdOf(lent)}"));
        using (var ending = new EndOpenings(setting.App.Database, clock, NullLogger<EndOpenings>.Instance))
        {
            await ending.LookAsync(Ct);
        }

        Assert.Equal(["0"], await setting.ColumnAsync("select count(*) from sealed.loan"));
        Assert.Contains("sealed.emergency-over", await setting.App.ActsAsync());

        chiyo = await LaterAsync(setting, Chiyo);
        var review = $"{setting.GroupAddress}/emergencies/{opening.Split('/')[^1]}";
        var page = await chiyo.OpenAsync(review);
        Assert.Contains($"A threat to {Worlds.Canary}.", page.QuerySelector("[data-test=why]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("File of the dossier read in an emergency", page.QuerySelector("[data-test=readings]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains($"Title {Worlds.Canary}", page.QuerySelector("[data-test=readings]")!.TextContent, StringComparison.Ordinal);
        await SealedSetting.DoAsync(chiyo, review, "", new() { ["Finding"] = "Justified", ["Words"] = $"Seen {Worlds.Canary}." });

        Assert.Contains("Justified", (await chiyo.OpenAsync(review)).QuerySelector("[data-test=finding]")!.TextContent, StringComparison.Ordinal);
        Assert.Null((await chiyo.OpenAsync(setting.GroupAddress)).QuerySelector("[data-test^=emergency-]"));
        Assert.DoesNotContain(await setting.ColumnAsync("select c::text || a::text from journal.change c join journal.act a on a.id = c.act_id"), r => Canaries.FormIn(Encoding.UTF8.GetBytes(r)) is not null);
        Assert.DoesNotContain(await setting.ColumnAsync("select o::text from sealed.opening o"), r => Canaries.FormIn(Encoding.UTF8.GetBytes(r)) is not null);
    }

    [Fact]
    public async Task Keys_that_cannot_be_destroyed_in_one_moment_are_in_a_later_one_and_the_program_goes_on()
    {
        var clock = new HastyClock();
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(adjust: b => b.Services.AddSingleton<TimeProvider>(clock)), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var lent = await setting.AddAsync(amina, "Line 7", "One.");
        await AskAsync(await setting.UnlockedAsync(Farid), SealedSetting.GroupName);
        await LetInAsync(setting, amina, lent);
        await setting.App.LetWaitsEndAsync("sealed.opening");
        clock.Now += TimeSpan.FromMinutes(61);
        using var log = new RecordedLog(LogLevel.Warning);
        using var loggers = new LoggerFactory([log]);
        using var ending = new EndOpenings(setting.App.Database, clock, loggers.CreateLogger<EndOpenings>());

        await ending.StartAsync(Ct);
        await UntilAsync(() => Task.FromResult(log.Lines.Count > 1));
        Assert.False(ending.ExecuteTask!.IsCompleted);
        Assert.Equal(["1"], await setting.ColumnAsync("select count(*) from sealed.loan"));

        await setting.App.LetNobodyWaitAsync();
        await UntilAsync(async () => await setting.ColumnAsync("select count(*) from sealed.loan") is ["0"]);
        Assert.False(ending.ExecuteTask!.IsCompleted);
        await ending.StopAsync(Ct);
        Assert.Equal(["0"], await setting.ColumnAsync("select count(*) from sealed.loan"));

        async Task UntilAsync(Func<Task<bool>> isSo)
        {
            while (!ending.ExecuteTask!.IsCompleted && !await isSo())
            {
                await Task.Delay(20, Ct);
            }
        }
    }

    [Fact]
    public async Task Neither_of_the_two_reviews_and_nobody_is_let_in_again_before_somebody_did()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina, Chiyo);
        var amina = await setting.EnteredAsync(Amina);
        var lent = await setting.AddAsync(amina, "Line 7", "One.");
        var farid = await setting.UnlockedAsync(Farid);
        await AskAsync(farid, SealedSetting.GroupName);
        await LetInAsync(setting, amina, lent);
        var review = $"{setting.GroupAddress}/emergencies/{(await OpeningAsync(farid)).Split('/')[^1]}";
        await SealedSetting.DoAsync(amina, review, "End", []);

        var page = await amina.OpenAsync(review);
        using var own = await amina.PostAsync(review, page, new() { ["Finding"] = "Justified", ["Words"] = "Mine." });
        await AskAsync(farid, SealedSetting.GroupName);
        using var again = await TryLetInAsync(setting, amina, lent);
        await setting.App.ExecuteAsync("set session_replication_role = replica; update sealed.opening set due_on = current_date - 1");

        Assert.Null(page.QuerySelector("form:has([name=Finding])"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, own.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("nobody has reviewed it yet", (await Visitor.ParseAsync(again)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await amina.OpenAsync(setting.GroupAddress)).QuerySelector("[data-test=emergency-overdue]"));
        Assert.Contains("Emergencies", (await amina.OpenAsync("/xs")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["0"], await setting.ColumnAsync("select count(*) from sealed.loan"));
        var findings = await DatabaseExamination.OfAsync(setting.App.Database, setting.App.Folder, TimeProvider.System.GetUtcNow(), Ct);
        Assert.Contains(findings, f => f is { What: "emergencies in sealed groups", State: Wellness.Warning } && f.Says.StartsWith("1 reviews are overdue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Asking_tells_nothing_of_which_groups_there_are()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var (farid, grace) = (await setting.UnlockedAsync(Farid), await setting.UnlockedAsync(Grace));

        var there = await AskAsync(farid, SealedSetting.GroupName);
        var nowhere = await AskAsync(grace, "Closed committed");

        Assert.Equal(there.Replace(SealedSetting.GroupName, "", StringComparison.Ordinal), nowhere.Replace("Closed committed", "", StringComparison.Ordinal));
        Assert.NotNull((await (await setting.UnlockedAsync(Amina)).OpenAsync("/xs/sealed")).QuerySelector("[data-test=emergency-called]"));
        Assert.Null((await grace.OpenAsync("/xs/sealed")).QuerySelector("[data-test=emergency-called]"));
        Assert.DoesNotContain("in sealed groups, not settled", (await grace.OpenAsync("/xs")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Letting_in_takes_a_passkey_of_minutes_ago_the_words_heard_a_dossier_and_three_hours_at_most()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var lent = await setting.AddAsync(amina, "Line 7", "One.");
        await AskAsync(await setting.UnlockedAsync(Farid), SealedSetting.GroupName);

        using var unheard = await TryLetInAsync(setting, amina, lent, new() { ["IsHeard"] = "false" });
        using var otherKey = await TryLetInAsync(setting, amina, lent, new() { ["Words"] = "other words" });
        using var nothing = await TryLetInAsync(setting, amina, lent, new() { ["Dossiers"] = Guid.CreateVersion7().ToString() });
        using var tooLong = await TryLetInAsync(setting, amina, lent, new() { ["Hours"] = "4" });
        await setting.App.ExecuteAsync("update access.session set passkey_at = now() - interval '20 minutes'");
        using var stale = await TryLetInAsync(setting, amina, lent);

        Assert.All([unheard, otherKey, nothing, tooLong], a => Assert.Equal(HttpStatusCode.UnprocessableEntity, a.StatusCode));
        Assert.StartsWith("/account/confirm", stale.Headers.Location!.ToString(), StringComparison.Ordinal);
        Assert.Equal(["0"], await setting.ColumnAsync("select count(*) from sealed.opening"));
    }

    [Fact]
    public async Task Whoever_is_done_ends_it_and_what_cannot_be_recorded_is_not_shown()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var amina = await setting.EnteredAsync(Amina);
        var lent = await setting.AddAsync(amina, "Line 7", "One.");
        var farid = await setting.UnlockedAsync(Farid);
        await AskAsync(farid, SealedSetting.GroupName);
        await LetInAsync(setting, amina, lent);
        var opening = await OpeningAsync(farid);
        using var silent = await farid.SubmitAsync(await farid.OpenAsync(opening), "form:has([name=Why])", new() { ["Why"] = " " });
        using var said = await farid.SubmitAsync(await farid.OpenAsync(opening), "form:has([name=Why])", new() { ["Why"] = "Now." });
        await setting.App.ExecuteAsync("alter table journal.act add constraint full_disk check (name <> 'sealed.emergency-read') not valid");
        var unrecorded = await farid.StatusOfAsync($"{opening}/{IdOf(lent)}");
        await SealedSetting.DoAsync(farid, opening, "End", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, unrecorded);
        Assert.Equal(HttpStatusCode.NotFound, await farid.StatusOfAsync($"{opening}/{IdOf(lent)}"));
        Assert.Equal(["0"], await setting.ColumnAsync("select count(*) from sealed.loan"));
    }

    [Fact]
    public async Task A_call_is_withdrawn_and_an_administrator_and_the_public_cannot_ask()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Amina);
        var farid = await setting.UnlockedAsync(Farid);
        await AskAsync(farid, SealedSetting.GroupName);
        var call = (await farid.OpenAsync(AskAddress)).QuerySelector<IHtmlButtonElement>("[data-test=mine] button[name=id]")!.Value;
        await SealedSetting.DoAsync(farid, AskAddress, "Withdraw", new() { ["id"] = call });

        Assert.Equal(HttpStatusCode.NotFound, await (await setting.EnteredAsync(Amina)).StatusOfAsync($"{setting.GroupAddress}/emergencies/call/{call}"));
        Assert.NotEqual(HttpStatusCode.OK, await (await setting.App.AsAsync(Karim)).StatusOfAsync(AskAddress));
        Assert.NotEqual(HttpStatusCode.OK, await (await setting.App.AsAsync(Jamila)).StatusOfAsync(AskAddress));
    }

    private static string IdOf(string dossier) => dossier.Split('/')[^1];

    /// <summary>The text of the page after asking.</summary>
    private static async Task<string> AskAsync(Visitor visitor, string group)
    {
        using var answer = await visitor.SubmitAsync(await visitor.OpenAsync(AskAddress), "form:has([name=GroupName])", new() { ["GroupName"] = group, ["Ground"] = "LifeAtRisk" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return (await visitor.OpenAsync(AskAddress)).QuerySelector("[data-test=mine] li .note:last-of-type")!.TextContent.Split("until")[0];
    }

    private static async Task LetInAsync(SealedSetting setting, Visitor member, string dossier)
    {
        using var answer = await TryLetInAsync(setting, member, dossier);
        Assert.True(answer.StatusCode == HttpStatusCode.Redirect, (await Visitor.ParseAsync(answer)).QuerySelector(".error-summary")?.TextContent);
    }

    private static async Task<HttpResponseMessage> TryLetInAsync(SealedSetting setting, Visitor member, string dossier, Dictionary<string, string>? instead = null)
    {
        var group = await member.OpenAsync(setting.GroupAddress);
        var call = group.QuerySelector<IHtmlAnchorElement>("[data-test=emergency-called] a")!.GetAttribute("href")!;
        var page = await member.OpenAsync(call);
        var fields = new Dictionary<string, string> { ["IsHeard"] = "true", ["Dossiers"] = IdOf(dossier), ["Hours"] = "1", ["Words"] = page.QuerySelector<IHtmlInputElement>("input[name=Words]")!.Value };
        foreach (var (name, value) in instead ?? [])
        {
            fields[name] = value;
        }

        return await member.PostAsync(call, page, fields);
    }

    private static async Task<string> OpeningAsync(Visitor visitor) =>
        $"/xs/sealed/{(await visitor.OpenAsync(AskAddress)).QuerySelector<IHtmlAnchorElement>("[data-test=mine] a")!.GetAttribute("href")}";

    /// <summary>Signed in anew after an hour of the program's clock.</summary>
    private static async Task<Visitor> LaterAsync(SealedSetting setting, DemonstrationPerson person)
    {
        var visitor = await setting.App.AsAsync(person);
        await setting.App.ExecuteAsync($"update access.session set passkey_at = started_at where person_id = '{person.Id}' and ended_at is null");
        using var answer = await visitor.PostAsync("/account/vault/unlock", await visitor.OpenAsync("/account/vault/unlock"), new() { ["Words"] = setting.WordsOf(person) });
        await SealedSetting.DoAsync(visitor, setting.GroupAddress, "Reason", new() { ["Reason"] = "Audit" });
        return visitor;
    }

    /// <summary>Whoever looks every half minute looks fifty times a second.</summary>
    private sealed class HastyClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = TimeProvider.System.GetUtcNow();

        public override DateTimeOffset GetUtcNow() => Now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            period == TimeSpan.FromSeconds(30) ? base.CreateTimer(callback, state, TimeSpan.FromMilliseconds(20), TimeSpan.FromMilliseconds(20)) : base.CreateTimer(callback, state, dueTime, period);
    }
}
