using System.Net;
using Cornerstone.Tests.TestKit;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Ui;

/// <summary>What comes from outside does not decide where links lead, what is shown or which headers an answer has (security handbook, WB-04, WB-09, WB-11, AC-18).</summary>
public sealed class EdgeTests(EdgeTests.NamedPlace place) : IClassFixture<EdgeTests.NamedPlace>
{
    private const string Own = "https://ssr.example.org";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_headers_are_on_every_answer_of_every_route_for_anybody()
    {
        var (bare, answers) = (new List<string>(), 0);
        foreach (var visitor in new[] { place.App.AsNobody(), await place.App.AsAsync(Amina), await place.App.AsAsync(Karim) })
        {
            foreach (var address in RouteTable.Of(place.App).Select(RouteTable.Fill).Where(a => a != "/sign-out").SelectMany(a => new[] { a, a + "?handler=export&format=csv" }).Distinct())
            {
                using var answer = await visitor.Client.GetAsync(address, Ct);
                answers++;
                if (Missing(answer) is { Length: > 0 } missing)
                {
                    bare.Add($"{address} {(int)answer.StatusCode}: {missing}");
                }
            }
        }

        Assert.True(answers > 800, $"{answers} answers");
        Assert.Empty(bare);
    }

    [Fact]
    public async Task A_link_to_take_along_leads_to_the_named_address_whatever_host_was_asked()
    {
        var karim = await place.App.AsAsync(Karim);
        karim.Client.DefaultRequestHeaders.Add("X-Forwarded-Host", "evil.example");
        karim.Client.DefaultRequestHeaders.Add("X-Original-URL", "/healthz");
        karim.Client.DefaultRequestHeaders.Add("X-Rewrite-URL", "/healthz");
        using var asked = await karim.PostAsync("/xs/people", await karim.OpenAsync("/xs/people"), new() { ["Name"] = "Nadia", ["Email"] = "nadia@solenia.example", ["Role"] = "FocalPoint", ["Clearance"] = "Government" });
        Assert.Equal(HttpStatusCode.Redirect, asked.StatusCode);
        var leila = await place.App.AsAsync(Leila);
        leila.Client.DefaultRequestHeaders.Host = "evil.example";
        // The browser that was fooled sends the cookies it has, under the host it was told.
        var page = await leila.OpenAsync("/xs/people/requests");

        using var approved = await leila.SubmitAsync(page, "form[action*=Decide]", new() { ["approve"] = "true" });
        var shown = await leila.OpenAsync("/xs/people/requests");

        Assert.StartsWith($"{Own}/setup/", shown.QuerySelector("[data-test=link]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("evil.example", shown.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/.git/config")]
    [InlineData("/.env")]
    [InlineData("/appsettings.json")]
    [InlineData("/secrets.json")]
    [InlineData("/protection.key")]
    [InlineData("/cornerstone.db")]
    [InlineData("/assets/..%2f..%2fsecrets.json")]
    [InlineData("/assets/%2e%2e/%2e%2e/secrets.json")]
    [InlineData("/%2e%2e%2f%2e%2e%2fetc/passwd")]
    [InlineData("/swagger")]
    [InlineData("/swagger/index.html")]
    [InlineData("/openapi/v1.json")]
    [InlineData("/metrics")]
    [InlineData("/debug")]
    [InlineData("/_framework/blazor.server.js")]
    [InlineData("/xs/../secrets.json")]
    public async Task What_other_programs_leave_lying_about_is_not_there(string path)
    {
        foreach (var visitor in new[] { place.App.AsNobody(), await place.App.AsAsync(Karim) })
        {
            using var answer = await visitor.Client.GetAsync(path, Ct);

            Assert.True(answer.StatusCode == HttpStatusCode.NotFound || answer.Headers.Location?.ToString().Contains("/sign-in", StringComparison.Ordinal) == true, $"{path}: {(int)answer.StatusCode} {answer.Headers.Location}");
        }
    }

    [Fact]
    public async Task TRACE_is_refused_and_repeats_nothing()
    {
        using var request = new HttpRequestMessage(HttpMethod.Trace, "/xs/laws") { Headers = { { "X-Secret", "ZINNOBER" } } };

        using var answer = await (await place.App.AsAsync(Amina)).Client.SendAsync(request, Ct);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.DoesNotContain("ZINNOBER", await answer.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    /// <summary>A cache in between is told to keep nothing, and an address dressed up as a stylesheet is no other page.</summary>
    [Theory]
    [InlineData("/xs/laws")]
    [InlineData("/xs/laws/page.css")]
    [InlineData("/xs/laws;x")]
    [InlineData("/xs/laws%2fx.js")]
    [InlineData("/xs/people?x=.css")]
    public async Task What_a_member_reads_no_cache_hands_to_nobody(string path)
    {
        using var members = await (await place.App.AsAsync(Amina)).Client.GetAsync(path, Ct);
        using var nobodys = await place.App.AsNobody().Client.GetAsync(path, Ct);

        Assert.True(members.Headers.CacheControl!.NoStore, $"{members.Headers.CacheControl}");
        Assert.NotEqual(HttpStatusCode.OK, nobodys.StatusCode);
        Assert.True(nobodys.Headers.CacheControl!.NoStore, $"{nobodys.Headers.CacheControl}");
        Assert.True(path == "/xs/laws" || members.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Forbidden, $"{(int)members.StatusCode}");
    }

    [Fact]
    public async Task An_address_in_a_header_is_not_the_address()
    {
        var context = await ((TestServer)place.App.Services.GetRequiredService<IServer>()).SendAsync(
            c =>
            {
                c.Connection.RemoteIpAddress = IPAddress.Parse("203.0.113.9");
                (c.Request.Scheme, c.Request.Host, c.Request.Path) = ("http", new("localhost"), "/nothing/here");
                c.Request.Headers["X-Original-URL"] = c.Request.Headers["X-Rewrite-URL"] = "/about";
                c.Request.Headers["X-HTTP-Method-Override"] = "DELETE";
                c.Request.Headers["X-Forwarded-For"] = "127.0.0.1";
            },
            Ct);

        Assert.Equal(302, context.Response.StatusCode);
        Assert.StartsWith("/sign-in", context.Response.Headers.Location.ToString().Replace("http://localhost", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal("203.0.113.9", context.Connection.RemoteIpAddress!.ToString());
    }

    private static string Missing(HttpResponseMessage answer)
    {
        string Of(string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(',', values) : "";
        var policy = Of("Content-Security-Policy");
        return string.Join(' ', new[]
        {
            policy == ResponseHeaders.Policy || policy.StartsWith("sandbox", StringComparison.Ordinal) ? null : "policy",
            Of("X-Content-Type-Options") == "nosniff" ? null : "nosniff",
            Of("Cross-Origin-Opener-Policy") == "same-origin" ? null : "opener",
            Of("Referrer-Policy") == "same-origin" ? null : "referrer",
            answer.Headers.CacheControl is not null ? null : "cache",
        }.OfType<string>());
    }

    /// <summary>A program whose operator named where it is reached.</summary>
    public sealed class NamedPlace : IAsyncLifetime
    {
        internal TestApp App { get; private set; } = null!;

        public async ValueTask InitializeAsync() => App = await TestApp.StartAsync(adjust: Name);

        public ValueTask DisposeAsync() => App.DisposeAsync();

        private static void Name(WebApplicationBuilder builder)
        {
            var settings = (HostSettings)builder.Services.Last(d => d.ServiceType == typeof(HostSettings)).ImplementationInstance!;
            builder.Services.AddSingleton(settings with { Address = new Uri(Own) });
        }
    }
}
