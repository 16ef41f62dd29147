using System.Text.RegularExpressions;
using Cornerstone.Tests.TestKit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Operations;

public sealed partial class MetricsTests
{
    private const int Port = 5099;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_watching_program_learns_how_pages_fare_and_of_no_record_and_nobody()
    {
        await using var app = await TestApp.StartAsync(adjust: Watch);
        var amina = await app.AsAsync(Amina);
        await amina.OpenAsync("/xs/institutions");
        await amina.OpenAsync("/xs/institutions");
        await amina.StatusOfAsync($"/xs/institutions/{Guid.CreateVersion7()}");

        var (status, text) = await AskAsync(app, "/metrics", Port);

        Assert.Equal(200, status);
        Assert.Contains("cornerstone_database_up 1\n", text, StringComparison.Ordinal);
        Assert.Matches(@"\ncornerstone_journal_entries [1-9]\d*\n", text);
        Assert.Matches(@"\ncornerstone_request_seconds_count\{route=""[^""]*institutions"",method=""GET"",status=""200""\} 2\n", text);
        Assert.DoesNotMatch(Guids(), text);
        Assert.DoesNotContain("/xs", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n', StringSplitOptions.RemoveEmptyEntries), line => Assert.Matches(@"^(# (HELP|TYPE) [a-z_]+ .+|[a-z_]+(\{([a-z]+=""[^""]*"",?)+\})? (\d|\+Inf)\S*)$", line));
    }

    [Fact]
    public async Task Nothing_else_answers_on_that_port_and_the_pages_know_no_such_address()
    {
        await using var app = await TestApp.StartAsync(adjust: Watch);
        await using var without = await TestApp.StartAsync();

        Assert.Equal(404, (await AskAsync(app, "/sign-in", Port)).Status);
        Assert.NotEqual(200, (await AskAsync(app, "/metrics", 5080)).Status);
        Assert.NotEqual(200, (await AskAsync(without, "/metrics", Port)).Status);
    }

    private static void Watch(WebApplicationBuilder builder)
    {
        var settings = (HostSettings)builder.Services.Last(s => s.ServiceType == typeof(HostSettings)).ImplementationInstance!;
        builder.Services.AddSingleton(settings with { MetricsPort = Port });
    }

    private static async Task<(int Status, string Text)> AskAsync(TestApp app, string path, int port)
    {
        var context = await ((TestServer)app.Services.GetRequiredService<IServer>()).SendAsync(
            c =>
            {
                c.Connection.LocalPort = port;
                (c.Request.Method, c.Request.Scheme, c.Request.Host, c.Request.Path) = ("GET", "http", new("localhost"), path);
            },
            Ct);
        return (context.Response.StatusCode, await new StreamReader(context.Response.Body).ReadToEndAsync(Ct));
    }

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f]{4}-")]
    private static partial Regex Guids();
}
