using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Cornerstone.Access;
using Cornerstone.Access.Sessions;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Access.Organisation;

/// <summary>An organisation's identity provider says who somebody is; nothing that only looks like its word opens anything.</summary>
public sealed class OrganisationSignInTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_is_linked_comes_in_and_the_second_step_is_still_asked(bool byCurve)
    {
        await using var provider = await SmallProvider.StartAsync();
        provider.SignsByCurve = byCurve;
        await using var app = await provider.StartAppAsync();
        var account = await Account.OfAsync(app, Bruno);
        await account.SetUpAsync();
        await LinkAsync(app, provider, Bruno);
        var visitor = app.AsNobody();

        using var back = await provider.SignInAsync(visitor);

        Assert.Equal("/sign-in/code", back.Headers.Location!.ToString());
        Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusOfAsync("/xs"));
        using var code = await Account.GiveCodeAsync(visitor, account.RecoveryCodes[0]);
        Assert.Equal("/xs", code.Headers.Location!.ToString());
        await using var db = await app.DbAsAsync(Bruno);
        Assert.Equal(1, await db.Sessions.CountAsync(s => s.Proof == Proof.OrganisationAndCode, Ct));
    }

    [Theory]
    [InlineData("amr:mfa", true)]
    [InlineData("acr:https://refeds.org/profile/mfa", true)]
    [InlineData("amr:pwd", false)]
    [InlineData("acr:high", false)]
    public async Task Its_second_factor_counts_when_it_is_configured_to_and_the_token_says_so(string told, bool isEnough)
    {
        await using var provider = await SmallProvider.StartAsync();
        provider.Claims = c => c[told[..3]] = told.StartsWith("amr", StringComparison.Ordinal) ? new JsonArray("pwd", told[4..]) : told[4..];
        await using var app = await provider.StartAppAsync(secondFactors: ["amr:mfa", "acr:https://refeds.org/profile/mfa"]);
        await LinkAsync(app, provider, Bruno);

        using var back = await provider.SignInAsync(app.AsNobody());

        Assert.Equal(isEnough ? "/xs" : "/sign-in/authenticator", back.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Nothing_is_believed_of_a_second_factor_that_is_not_configured()
    {
        await using var provider = await SmallProvider.StartAsync();
        provider.Claims = c => c["amr"] = new JsonArray("mfa", "hwk");
        await using var app = await provider.StartAppAsync();
        await LinkAsync(app, provider, Bruno);

        using var back = await provider.SignInAsync(app.AsNobody());

        Assert.Equal("/sign-in/authenticator", back.Headers.Location!.ToString());
    }

    public static TheoryData<string> Lies =>
    [
        "another nonce", "no nonce", "another issuer", "another audience", "two audiences and no party", "expired", "from tomorrow", "no subject",
        "no signature", "the secret as a key", "a key it does not publish", "a key by another name", "another kind of key", "a part that must be understood",
    ];

    [Theory]
    [MemberData(nameof(Lies))]
    public async Task A_token_that_is_not_what_was_asked_for_is_nobodys_and_is_journaled(string lie)
    {
        await using var provider = await SmallProvider.StartAsync();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(app, provider, Bruno);
        var visitor = app.AsNobody();
        Tell(lie, provider);

        using var back = await provider.SignInAsync(visitor);

        await AssertIsNobodyAsync(visitor, back);
        Assert.Contains("access.organisation-refused", await app.ActsAsync());
    }

    [Fact]
    public async Task A_state_is_one_browsers_and_counts_once_and_so_does_a_code()
    {
        await using var provider = await SmallProvider.StartAsync();
        await using var app = await provider.StartAppAsync(secondFactors: "amr:mfa");
        provider.Claims = c => c["amr"] = new JsonArray("mfa");
        await LinkAsync(app, provider, Bruno);
        var (own, other) = (app.AsNobody(), app.AsNobody());
        var address = provider.Authorize(await SmallProvider.AskAsync(own));
        var others = provider.Authorize(await SmallProvider.AskAsync(other));

        using var elsewhere = await other.Client.GetAsync(address, Ct);
        using var invented = await own.Client.GetAsync(address.Replace("state=", "state=x", StringComparison.Ordinal), Ct);
        using var mixed = await own.Client.GetAsync(CodeOf(others, address), Ct);
        using var again = await own.Client.GetAsync(address, Ct);

        // A code of somebody else's sign-in in one's own browser: the verifier does not fit it. And the state is used up by then.
        foreach (var answer in new[] { elsewhere, invented, mixed, again })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        }

        using var fresh = await provider.SignInAsync(app.AsNobody());
        Assert.Equal("/xs", fresh.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("https://elsewhere.example", false)]
    [InlineData(null, true)]
    public async Task An_answer_that_names_another_issuer_or_does_not_name_its_own_where_it_must_is_refused(string? issuer, bool mustName)
    {
        await using var provider = await SmallProvider.StartAsync();
        provider.Places = p => p["authorization_response_iss_parameter_supported"] = mustName;
        await using var app = await provider.StartAppAsync();
        await LinkAsync(app, provider, Bruno);
        var visitor = app.AsNobody();
        var address = provider.Authorize(await SmallProvider.AskAsync(visitor)) + (issuer is null ? "" : $"&iss={Uri.EscapeDataString(issuer)}");

        using var back = await visitor.Client.GetAsync(address, Ct);

        await AssertIsNobodyAsync(visitor, back);
    }

    [Theory]
    [InlineData("issuer", "https://elsewhere.example")]
    [InlineData("token_endpoint", "http://127.0.0.2:9/token")]
    [InlineData("jwks_uri", "http://127.0.0.2:9/keys")]
    [InlineData("authorization_endpoint", "javascript:alert(1)")]
    public async Task Nobody_is_called_or_sent_anywhere_but_to_the_configured_issuer(string what, string elsewhere)
    {
        await using var provider = await SmallProvider.StartAsync();
        provider.Places = p => p[what] = elsewhere;
        await using var app = await provider.StartAppAsync();
        var visitor = app.AsNobody();

        using var answer = await visitor.SubmitAsync(await visitor.OpenAsync("/sign-in"), "form[action='/sign-in/organisation']", []);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal(1, provider.Calls);
    }

    [Fact]
    public async Task A_key_that_came_since_is_looked_up()
    {
        await using var provider = await SmallProvider.StartAsync();
        var clock = new SetClock(TimeProvider.System.GetUtcNow());
        await using var app = await provider.StartAppAsync(clock, "amr:mfa");
        provider.Claims = c => c["amr"] = new JsonArray("mfa");
        await LinkAsync(app, provider, Bruno);
        using var before = await provider.SignInAsync(app.AsNobody());
        (provider.Curve, provider.KeyName) = (ECDsa.Create(ECCurve.NamedCurves.nistP256), "second");
        clock.Now += TimeSpan.FromMinutes(2);

        using var after = await provider.SignInAsync(app.AsNobody());

        Assert.Equal(["/xs", "/xs"], [before.Headers.Location!.ToString(), after.Headers.Location!.ToString()]);
    }

    [Fact]
    public async Task Whoever_is_not_linked_or_disabled_gets_the_number_to_be_linked_by_and_no_account()
    {
        await using var provider = await SmallProvider.StartAsync();
        await using var app = await provider.StartAppAsync();
        await LinkAsync(app, provider, Bruno);
        await app.ExecuteAsync($"update access.person set disabled_at = now() where id = '{Bruno.Id}'");
        using var disabled = await provider.SignInAsync(app.AsNobody());
        var people = await PeopleAsync(app);
        provider.Subject = "0815";

        using var unknown = await provider.SignInAsync(app.AsNobody());

        Assert.Equal("4711", (await Visitor.ParseAsync(disabled)).QuerySelector("[data-test=subject]")!.TextContent);
        Assert.Equal("0815", (await Visitor.ParseAsync(unknown)).QuerySelector("[data-test=subject]")!.TextContent);
        Assert.Equal(people, await PeopleAsync(app));
    }

    [Fact]
    public async Task Without_a_provider_nothing_is_offered_and_nobody_is_called()
    {
        await using var app = await TestApp.StartAsync();
        var visitor = app.AsNobody();

        Assert.Empty((await visitor.OpenAsync("/sign-in")).QuerySelectorAll("form[action='/sign-in/organisation']"));
        using var answer = await visitor.PostAsync("/sign-in/organisation", await visitor.OpenAsync("/sign-in"), []);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, await visitor.StatusOfAsync("/sign-in/organisation/return?code=x&state=y"));
    }

    private static async Task AssertIsNobodyAsync(Visitor visitor, HttpResponseMessage back)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, back.StatusCode);
        Assert.Empty((await Visitor.ParseAsync(back)).QuerySelectorAll("[data-test=subject]"));
        Assert.Equal(HttpStatusCode.Redirect, await visitor.StatusOfAsync("/xs"));
    }

    private static void Tell(string lie, SmallProvider provider)
    {
        var tomorrow = TimeProvider.System.GetUtcNow().AddDays(1).ToUnixTimeSeconds();
        (provider.Claims, provider.Header) = lie switch
        {
            "another nonce" => (c => c["nonce"] = "another", provider.Header),
            "no nonce" => (c => c.Remove("nonce"), provider.Header),
            "another issuer" => (c => c["iss"] = "https://elsewhere.example", provider.Header),
            "another audience" => (c => c["aud"] = "another program", provider.Header),
            "two audiences and no party" => (c => c["aud"] = new JsonArray(SmallProvider.ClientId, "another program"), provider.Header),
            "expired" => (c => c["exp"] = tomorrow - (2 * 86_400), provider.Header),
            "from tomorrow" => (c => c["iat"] = tomorrow, provider.Header),
            "no subject" => (c => c.Remove("sub"), provider.Header),
            "no signature" => (provider.Claims, h => h["alg"] = "none"),
            "the secret as a key" => (provider.Claims, h => h["alg"] = "HS256"),
            "a key by another name" => (provider.Claims, h => h["kid"] = "nobody's"),
            "another kind of key" => (provider.Claims, h => h["alg"] = "RS256"),
            "a part that must be understood" => (provider.Claims, h => h["crit"] = new JsonArray("b64")),
            _ => (provider.Claims, provider.Header),
        };
        provider.Publishes = lie != "a key it does not publish";
    }

    // The code of one answer with the state of another.
    private static string CodeOf(string code, string state) => code[..code.IndexOf("&state=", StringComparison.Ordinal)] + state[state.IndexOf("&state=", StringComparison.Ordinal)..];

    private static async Task<int> PeopleAsync(TestApp app)
    {
        await using var db = await app.Database.AsAsync(Reader.Operator, Ct);
        return await db.Users.CountAsync(Ct);
    }

    private static Task LinkAsync(TestApp app, SmallProvider provider, DemonstrationPerson person) => ProviderLinkTests.LinkAsync(app, provider.Subject, person);
}
