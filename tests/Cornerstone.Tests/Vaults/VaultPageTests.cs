using System.Net;
using Cornerstone.Tests.TestKit;
using Cornerstone.Vaults;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Vaults;

public sealed class VaultPageTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_words_are_shown_once_and_only_they_open_the_vault()
    {
        await using var setting = new SealedSetting(await TestApp.StartAsync());
        await setting.MakeVaultAsync(Amina);
        var amina = await setting.ProvedAsync(Amina);

        using var wrong = await UnlockAsync(amina, "bazil kolin matud lopas vinif rakol");
        var page = await amina.OpenAsync("/account/vault");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(6, setting.WordsOf(Amina).Split(' ').Length);
        Assert.DoesNotContain(setting.WordsOf(Amina), page.Source.Text, StringComparison.Ordinal);
        using var right = await UnlockAsync(amina, setting.WordsOf(Amina).ToUpperInvariant().Replace(' ', '-'));
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
    }

    [Fact]
    public async Task A_vault_asks_for_a_passkey_first()
    {
        await using var setting = new SealedSetting(await TestApp.StartAsync());
        await setting.MakeVaultAsync(Amina);
        var amina = await setting.App.AsAsync(Amina);
        await setting.App.ExecuteAsync("update access.session set passkey_at = null");

        using var answer = await amina.Client.GetAsync("/account/vault/unlock", Ct);

        Assert.StartsWith("/account/confirm", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Trying_words_gets_slower_and_slower()
    {
        await using var setting = new SealedSetting(await TestApp.StartAsync());
        await setting.MakeVaultAsync(Amina);
        var amina = await setting.ProvedAsync(Amina);
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 7; i++)
        {
            using var answer = await UnlockAsync(amina, "bazil kolin matud lopas vinif rakol");
            answers.Add(answer.StatusCode);
        }

        Assert.Contains(HttpStatusCode.TooManyRequests, answers);
        using var right = await UnlockAsync(amina, setting.WordsOf(Amina));
        Assert.Equal(HttpStatusCode.TooManyRequests, right.StatusCode);
    }

    [Theory]
    [InlineData("update access.person set disabled_at = now() where id = '{0}'")]
    [InlineData("update access.membership set clearance = 0 where person_id = '{0}'")]
    [InlineData("update access.session set ended_at = now(), ended_because = 'Ended' where person_id = '{0}'")]
    public async Task Keys_leave_memory_when_their_session_ends_elsewhere(string ending)
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Chiyo);
        var vaults = setting.App.Services.GetRequiredService<OpenVaults>();
        foreach (var session in vaults.Sessions) vaults.Forget(session);
        await setting.UnlockedAsync(Chiyo);
        Assert.Single(vaults.Sessions);

        await setting.App.ExecuteAsync(string.Format(ending, Chiyo.Id));
        await setting.App.Services.GetServices<IHostedService>().OfType<WatchOpenVaults>().Single().LookAsync(Ct);

        Assert.Empty(vaults.Sessions);
    }

    [Fact]
    public async Task Keys_leave_memory_with_the_sign_out()
    {
        await using var setting = await SealedSetting.StartAsync(await TestApp.StartAsync(), Chiyo);
        var vaults = setting.App.Services.GetRequiredService<OpenVaults>();
        foreach (var session in vaults.Sessions) vaults.Forget(session);
        var chiyo = await setting.UnlockedAsync(Chiyo);
        Assert.Single(vaults.Sessions);

        using var left = await chiyo.PostAsync("/sign-out", await chiyo.OpenAsync("/account/vault"), []);

        Assert.Empty(vaults.Sessions);
    }

    private static async Task<HttpResponseMessage> UnlockAsync(Visitor visitor, string words) =>
        await visitor.PostAsync("/account/vault/unlock", await visitor.OpenAsync("/account/vault/unlock"), new() { ["Words"] = words });
}
