using System.Net;
using System.Text.Json;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Publications;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Portal;

/// <summary>What anybody reads: the same page for everybody, from the published store alone.</summary>
public sealed class PortalTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_looked_at_is_on_the_page_and_in_the_files()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m), ("sex=F", 4m), ("sex=M", 100m), ("sex=X", 0m));
        await app.PublishedAsync("T-1");
        var nobody = app.AsNobody();

        var page = await nobody.OpenAsync("/xs/public/en/indicators/T-1");
        var csv = (await nobody.Client.GetStringAsync("/xs/public/data/indicators/T-1.csv", Ct)).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        using var json = JsonDocument.Parse(await nobody.Client.GetStringAsync("/xs/public/data/indicators.json", Ct));

        var stored = (await app.ValuesAsync("T-1")).ConvertAll(v => (State: v.State.ToString(), v.Low));
        Assert.Contains(stored, v => v.State == "Withheld");
        Assert.Equal(["withheld", "withheld", "withheld"], page.QuerySelectorAll("[data-test=parts] tbody tr td:last-child").Select(c => c.TextContent.Trim()));
        Assert.Contains("105 in 2025", page.QuerySelector("[data-test=sentence]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(stored, csv.Skip(1).Select(l => l.Split(',')).Select(c => (c[10], c[11].Length == 0 ? (decimal?)null : decimal.Parse(c[11], System.Globalization.CultureInfo.InvariantCulture))));
        Assert.Equal(stored.Select(v => v.Low), json.RootElement[0].GetProperty("values").EnumerateArray().Select(v => v.GetProperty("low") is { ValueKind: JsonValueKind.Number } n ? n.GetDecimal() : (decimal?)null));
        Assert.All(csv.Skip(1), l => Assert.EndsWith(",National secretariat,CC BY 4.0", l, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everybody_gets_the_same_bytes_and_any_cache_may_keep_them()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        await app.PublishedAsync("T-1");
        var (nobody, amina) = (app.AsNobody(), await app.AsAsync(Amina));

        foreach (var address in new[] { "/xs/public/en", "/xs/public/ar/indicators/T-1", "/xs/public/fr/editions", "/xs/public/data/indicators.csv" })
        {
            using var first = await nobody.Client.GetAsync(address, Ct);
            using var second = await amina.Client.GetAsync(address, Ct);
            Assert.Equal(await first.Content.ReadAsByteArrayAsync(Ct), await second.Content.ReadAsByteArrayAsync(Ct));
            Assert.Equal("public, max-age=60", first.Headers.CacheControl!.ToString());
            Assert.False(second.Headers.Contains("Set-Cookie"));
            Assert.DoesNotContain("Cookie", first.Headers.Vary);
            using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            Assert.Equal(HttpStatusCode.NotModified, (await nobody.Client.SendAsync(again, Ct)).StatusCode);
        }
    }

    [Fact]
    public async Task The_tag_changes_with_the_next_edition_and_with_a_withdrawal()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        await app.PublishedAsync("T-1");
        var nobody = app.AsNobody();
        async Task<string> TagAsync() => (await nobody.Client.GetAsync("/xs/public/en", Ct)).Headers.ETag!.ToString();

        var first = await TagAsync();
        await app.PublishedAsync("T-1");
        var second = await TagAsync();
        await app.RefusalAsync(Farid, $"insert into work.withdrawal (id, country, classification, kind, key, ground, withdrawn_by, withdrawn_at) values (uuidv7(), 'XS', 2, 'Indicator', 'T-1', 'An error', '{Farid.Id}', now())");

        Assert.Equal(3, new[] { first, second, await TagAsync() }.Distinct().Count());
    }

    [Fact]
    public async Task What_was_withdrawn_is_gone_and_its_tombstone_says_when_and_why()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        await app.PublishedAsync("T-1");
        await app.PublishedAsync("T-1");
        await app.RefusalAsync(Farid, $"insert into work.withdrawal (id, country, classification, kind, key, ground, withdrawn_by, withdrawn_at) values (uuidv7(), 'XS', 2, 'Indicator', 'T-1', 'The source was wrong', '{Farid.Id}', now())");
        var nobody = app.AsNobody();

        var page = await nobody.OpenAsync("/xs/public/en/indicators/T-1");

        Assert.Contains("The source was wrong", page.QuerySelector("[data-test=tombstone]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, page.QuerySelectorAll("[data-test=editions] li").Length);
        Assert.Null(page.QuerySelector("[data-test=values]"));
        Assert.Equal(HttpStatusCode.NotFound, await nobody.StatusOfAsync("/xs/public/data/indicators/T-1.csv"));
        Assert.Equal(2, (await nobody.OpenAsync("/xs/public/en/editions")).QuerySelectorAll("[data-test=withdrawn]").Length);
        Assert.DoesNotContain("T-1", (await nobody.OpenAsync("/xs/public/en")).Body!.InnerHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_earlier_edition_stays_readable_as_it_was()
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        await app.PublishedAsync("T-1");
        await app.PublishedAsync("T-1");
        var nobody = app.AsNobody();

        Assert.Contains(",1,", (await nobody.Client.GetStringAsync("/xs/public/data/indicators/T-1.csv?edition=1", Ct)).Split("\r\n")[1], StringComparison.Ordinal);
        Assert.Contains("edition 1", (await nobody.OpenAsync("/xs/public/en/indicators/T-1?edition=1")).Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await nobody.StatusOfAsync("/xs/public/en/indicators/T-1?edition=9"));
    }

    [Theory]
    [InlineData("/xs/public")]
    [InlineData("/xs/public/en")]
    [InlineData("/zz/public/en")]
    [InlineData("/xs/public/en/editions")]
    [InlineData("/xs/public/data/indicators.csv")]
    public async Task A_country_that_published_nothing_looks_like_one_that_is_not_there(string address)
    {
        await using var app = await TestApp.StartAsync();
        using var answer = await app.AsNobody().Client.GetAsync(address, Ct);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("no-store", answer.Headers.CacheControl!.ToString());
    }

    [Theory]
    [InlineData("/xs/public/en/indicators/NONE")]
    [InlineData("/xs/public/data/indicators/NONE.csv")]
    [InlineData("/xs/public/data/indicators/T-1.exe")]
    [InlineData("/xs/public/data/people.csv")]
    public async Task What_is_not_published_is_not_found(string address)
    {
        await using var app = await TestApp.StartAsync();
        await app.CountAsync("T-1", ("", 104m));
        await app.PublishedAsync("T-1");

        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync(address));
    }

    [Fact]
    public async Task The_door_leads_to_the_readers_language_and_the_first_page_to_the_door()
    {
        await using var app = await TestApp.StartAsync();
        var nobody = app.AsNobody();
        Assert.NotNull((await nobody.OpenAsync("/")).QuerySelector("[data-test=nothing-public]"));
        await app.CountAsync("T-1", ("", 104m));
        await app.PublishedAsync("T-1");

        Assert.Equal("/xs/public/en", (await nobody.OpenAsync("/")).QuerySelector("[data-test=public] a")!.GetAttribute("href"));
        using var asked = new HttpRequestMessage(HttpMethod.Get, "/xs/public") { Headers = { AcceptLanguage = { new("ar") } } };
        Assert.Equal("/xs/public/ar", (await nobody.Client.SendAsync(asked, Ct)).Headers.Location!.ToString());
        Assert.Equal("rtl", (await nobody.OpenAsync("/xs/public/ar")).DocumentElement.GetAttribute("dir"));
    }

    [Fact]
    public async Task The_portals_own_way_to_data_reads_nothing_but_the_published_store()
    {
        await using var app = await TestApp.StartAsync();
        await using var store = PublishedDb.Over(app.Database);

        Assert.All(store.Model.GetEntityTypes(), e => Assert.Equal("published", Microsoft.EntityFrameworkCore.RelationalEntityTypeExtensions.GetSchema(e)));
        foreach (var table in new[] { "work.indicator", "work.series_point", "work.publication_row", "access.person", "journal.act" })
        {
            await store.Database.OpenConnectionAsync(Ct);
            await using var command = new NpgsqlCommand($"select count(*) from {table}", (NpgsqlConnection)store.Database.GetDbConnection());
            var refusal = await Assert.ThrowsAsync<PostgresException>(() => command.ExecuteScalarAsync(Ct));
            Assert.Equal(PostgresErrorCodes.InsufficientPrivilege, refusal.SqlState);
        }

        Assert.Throws<InvalidOperationException>(() => store.SaveChanges());
    }

    [Fact]
    public void No_file_of_the_portal_knows_another_way_to_data()
    {
        var files = Repository.Files("src/Cornerstone/Features/Portal", "*.cs*").ToList();

        Assert.NotEmpty(files);
        Assert.DoesNotContain(files, f => File.ReadAllText(f) is var text && (text.Contains("AppDb", StringComparison.Ordinal) || text.Contains("database.App", StringComparison.Ordinal) || text.Contains("CurrentReader", StringComparison.Ordinal)));
    }
}
