using System.IO.Compression;
using System.Net;
using Cornerstone.Tests.TestKit;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Ui;

/// <summary>What every answer carries, whatever it answers.</summary>
public sealed class AnswersTests
{
    private const int FirstViewLimit = 100 * 1024;
    private const int ScriptLimit = 20 * 1024;

    [Theory]
    [InlineData("/", 200)]
    [InlineData("/about", 200)]
    [InlineData("/sign-in", 200)]
    [InlineData("/xs", 302)]
    [InlineData("/nothing/here", 302)]
    [InlineData("/assets/none.css", 404)]
    [InlineData("/error/500", 404)]
    [InlineData("/about?q=%00a", 400)]
    public async Task Security_headers_are_on_every_answer(string path, int status)
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.AsNobody().Client.GetAsync(path, TestContext.Current.CancellationToken);

        Assert.Equal(status, (int)answer.StatusCode);
        AssertSecured(answer);
    }

    [Theory]
    [InlineData("TRACE")]
    [InlineData("OPTIONS")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PROPFIND")]
    public async Task A_method_that_nothing_here_takes_is_refused_and_shows_no_page(string method)
    {
        await using var app = await TestApp.StartAsync();
        using var request = new HttpRequestMessage(new(method), "/xs/institutions");

        using var answer = await (await app.AsAsync(Amina)).Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        Assert.DoesNotContain("Ministry", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        AssertSecured(answer);
    }

    [Fact]
    public async Task A_form_without_its_token_is_refused_with_a_page_and_the_headers()
    {
        await using var app = await TestApp.StartAsync();

        using var answer = await app.AsNobody().Client.PostAsync("/sign-in", new FormUrlEncodedContent([]), TestContext.Current.CancellationToken);
        var page = await Visitor.ParseAsync(answer);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("The request was not understood", page.QuerySelector("h1")!.TextContent);
        AssertSecured(answer);
    }

    [Fact]
    public async Task What_a_person_sees_is_never_kept_by_caches()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        foreach (var path in new[] { "/", "/xs", "/xs/search?q=reform", "/about", "/nothing" })
        {
            using var answer = await amina.Client.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.CacheControl!.NoStore, path);
        }
    }

    [Fact]
    public async Task Assets_are_compressed_typed_and_kept_for_ever()
    {
        await using var app = await TestApp.StartAsync();
        var assets = app.Services.GetRequiredService<Assets>();
        using var request = new HttpRequestMessage(HttpMethod.Get, assets.AddressOf(Assets.Styles));
        request.Headers.AcceptEncoding.ParseAdd("gzip, br;q=0");

        using var answer = await app.AsNobody().Client.SendAsync(request, TestContext.Current.CancellationToken);
        await using var unzipped = new GZipStream(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken), CompressionMode.Decompress);
        var css = await new StreamReader(unzipped).ReadToEndAsync(TestContext.Current.CancellationToken);

        Assert.Equal("text/css; charset=utf-8", answer.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=31536000, immutable", answer.Headers.CacheControl!.ToString());
        Assert.Contains(".bar{", css, StringComparison.Ordinal);
        AssertSecured(answer);
    }

    [Fact]
    public async Task The_first_view_and_the_scripts_stay_light()
    {
        await using var app = await TestApp.StartAsync();
        var assets = app.Services.GetRequiredService<Assets>();
        var amina = await app.AsAsync(Amina);

        using var page = await amina.Client.GetAsync("/xs", TestContext.Current.CancellationToken);
        var html = await page.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var scripts = new[] { "htmx.min.js", "app.js" }.Select(assets.AddressOf).OfType<string>().Sum(a => assets.At(a)!.Gzip.Length);
        var styles = assets.At(assets.AddressOf(Assets.Styles)!)!.Gzip.Length;

        Assert.InRange(scripts, 1, ScriptLimit);
        Assert.InRange(styles, 1, 15 * 1024);
        Assert.InRange(html.Length + scripts + styles, 1, FirstViewLimit);
    }

    [Fact]
    public async Task No_page_carries_style_or_script_within()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        foreach (var path in new[] { "/", "/about", "/xs", "/xs/search?q=x", "/nothing" })
        {
            using var answer = await amina.Client.GetAsync(path, TestContext.Current.CancellationToken);
            var page = await Visitor.ParseAsync(answer);
            Assert.Empty(page.QuerySelectorAll("style, [style], script:not([src])"));
            Assert.DoesNotContain(page.All, e => e.Attributes.Any(a => a.Name.StartsWith("on", StringComparison.Ordinal)));
        }
    }

    [Theory]
    [InlineData("127.0.0.1", "198.51.100.7", true)]
    [InlineData("203.0.113.9", "203.0.113.9", false)]
    public async Task A_proxy_on_this_machine_is_believed_about_its_caller_and_nobody_else(string sender, string caller, bool isTls)
    {
        await using var app = await TestApp.StartAsync();

        var context = await ((TestServer)app.Services.GetRequiredService<IServer>()).SendAsync(
            c =>
            {
                c.Connection.RemoteIpAddress = IPAddress.Parse(sender);
                (c.Request.Scheme, c.Request.Host, c.Request.Path) = ("http", new("localhost"), "/sign-in");
                c.Request.Headers["X-Forwarded-For"] = "198.51.100.7";
                c.Request.Headers["X-Forwarded-Proto"] = "https";
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(200, context.Response.StatusCode);
        Assert.Equal(isTls, context.Response.Headers.StrictTransportSecurity.ToString().StartsWith("max-age=63072000;", StringComparison.Ordinal));
        Assert.Equal((caller, isTls), (context.Connection.RemoteIpAddress?.ToString(), context.Request.IsHttps));
    }

    private static void AssertSecured(HttpResponseMessage answer)
    {
        Assert.Equal(ResponseHeaders.Policy, Assert.Single(answer.Headers.GetValues("Content-Security-Policy")));
        Assert.DoesNotContain("unsafe", ResponseHeaders.Policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Cross-Origin-Opener-Policy")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.True(answer.Headers.Contains("Permissions-Policy"));
        Assert.False(answer.Headers.Contains("X-Cornerstone-Asset"));
        Assert.False(answer.Headers.Contains("Server"));
    }
}
