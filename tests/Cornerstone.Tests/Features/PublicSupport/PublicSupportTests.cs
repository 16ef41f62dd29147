using System.Net;
using System.Text;
using System.Text.Json;
using Cornerstone.Features.PublicSupport;
using Cornerstone.Iati;
using Cornerstone.Iati.Tests;
using Cornerstone.Tests.Features.Publications;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.PublicSupport;

/// <summary>Support as everybody reads it: what two people published, on the page and in the files.</summary>
public sealed class PublicSupportTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_looked_at_is_on_the_page_and_in_each_file()
    {
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 1250.5m), a => GivenSupport.Paid(a, null));
        await app.PublishedSupportAsync();
        var nobody = app.AsNobody();

        var list = await nobody.OpenAsync("/xs/public/en/support");
        var page = await nobody.OpenAsync("/xs/public/en/support/XM-A-1");
        var csv = (await nobody.Client.GetStringAsync("/xs/public/data/support.csv", Ct)).TrimStart('\uFEFF').TrimEnd().Split("\r\n");
        using var json = JsonDocument.Parse(await nobody.Client.GetStringAsync("/xs/public/data/support.json", Ct));

        Assert.Equal("Title of XM-A-1", list.QuerySelector("[data-test=activities] tbody a")!.TextContent.Trim());
        Assert.Equal(["1,250.50\u00A0USD", "unknown"], page.QuerySelectorAll("[data-test=moved] tbody td.number").Select(c => c.TextContent.Trim()));
        Assert.Contains("Partner of XM-A-1", page.QuerySelector("[data-test=facts]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["1250.5", ""], csv.Skip(1).Select(l => l.Split(',')[15]));
        Assert.Equal(1250.5m, json.RootElement[0].GetProperty("lines")[0].GetProperty("amount").GetDecimal());
        Assert.Equal("Title of XM-A-1", json.RootElement[0].GetProperty("activity").GetProperty("title").GetProperty("en").GetString());
    }

    [Fact]
    public async Task A_long_list_is_read_page_by_page_and_each_page_tells_the_sums_of_all()
    {
        await using var app = await TestApp.StartAsync();
        for (var i = 0; i < IndexPage.PageSize + 2; i++)
        {
            await app.TellableAsync($"XM-A-{i:00}", a => GivenSupport.Paid(a, 10m));
        }

        await app.PublishedSupportAsync();
        var nobody = app.AsNobody();

        var first = await nobody.OpenAsync("/xs/public/en/support");
        var second = await nobody.OpenAsync(first.QuerySelector(".pager a[rel=next]")!.GetAttribute("href")!);

        Assert.Equal((IndexPage.PageSize, 2), (first.QuerySelectorAll("[data-test=activities] tbody tr").Length, second.QuerySelectorAll("[data-test=activities] tbody tr").Length));
        Assert.Equal($"Title of XM-A-{IndexPage.PageSize}", second.QuerySelector("[data-test=activities] tbody a")!.TextContent.Trim());
        Assert.Equal(first.QuerySelector("[data-test=by-component]")!.TextContent, second.QuerySelector("[data-test=by-component]")!.TextContent);
    }

    [Fact]
    public async Task The_file_of_the_standard_is_at_one_address_fits_the_schema_and_reads_back_equal()
    {
        Assert.SkipWhen(RealFiles.Folder is null, RealFiles.Absent);
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 1250.5m), a => GivenSupport.Paid(a, null));
        await app.TellableAsync("XM-A-2");
        await app.ActivityAsync("NO-REPORTER");
        await app.PublishedSupportAsync();

        var file = await app.AsNobody().Client.GetByteArrayAsync("/xs/public/data/support.xml", Ct);

        Assert.Empty(OfficialSchema.Refusals(file));
        var read = Read(file);
        Assert.Equal(["XM-A-1", "XM-A-2"], read.Select(a => a.Identifier));
        Assert.Equal(1250.5m, Assert.Single(read[0].Transactions).Value!.Number);
        Assert.Equal(file, Written(read, file));
        Assert.Contains("It is not in the IATI file", (await app.AsNobody().OpenAsync("/xs/public/en/support/NO-REPORTER")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_public_activities_of_public_sources_go_out_with_the_names_of_public_partners()
    {
        await using var app = await TestApp.StartAsync();
        var hidden = await app.PartnerAsync("Hidden Partner", Classification.Government);
        var a = await app.TellableAsync("XM-A-1", a =>
        {
            var line = GivenSupport.Paid(a, 7m);
            line.ReceiverId = hidden.Id;
            return line;
        });
        await app.ActivityAsync("XM-HIDDEN", Classification.Partner);
        await app.ActivityAsync("XM-LEFT-OUT");
        var leftOut = await app.ActivityAsync("XM-THIS-TIME");
        await app.ExecuteAsync("set session_replication_role = replica; update work.support_source set classification = 2 where reference = 'XM-LEFT-OUT'");
        await app.PublishedSupportAsync(leftOut.Id);

        var everything = await app.AsNobody().Client.GetStringAsync("/xs/public/data/support.json", Ct) + await app.AsNobody().Client.GetStringAsync("/xs/public/en/support", Ct);

        Assert.Contains("XM-A-1", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("XM-HIDDEN", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("XM-LEFT-OUT", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("XM-THIS-TIME", everything, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden Partner", everything, StringComparison.Ordinal);
        Assert.Equal(a.Identifier, Assert.Single(await app.PublicLinesAsync()).Key);
    }

    [Fact]
    public async Task An_activity_that_is_not_public_any_more_stops_the_whole_edition()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        var proposed = await app.ProposedSupportAsync();
        await app.ExecuteAsync($"set session_replication_role = replica; update work.activity set classification = 1 where id = '{activity.Id}'");

        Assert.Equal("CS043", await app.RefusalAsync(Farid, proposed.Publishing(Farid)));
        Assert.Empty(await app.PublicLinesAsync());
    }

    [Fact]
    public async Task A_line_that_is_gone_stops_the_whole_edition()
    {
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        var proposed = await app.ProposedSupportAsync();
        await app.ExecuteAsync("set session_replication_role = replica; delete from work.transaction");

        Assert.Equal("CS043", await app.RefusalAsync(Farid, proposed.Publishing(Farid)));
    }

    [Fact]
    public async Task What_was_withdrawn_is_gone_from_pages_and_files_and_keeps_its_tombstone()
    {
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        await app.TellableAsync("XM-A-2", a => GivenSupport.Paid(a, 8m));
        await app.PublishedSupportAsync();

        Assert.Null(await app.RefusalAsync(Farid, $"insert into work.withdrawal (id, country, classification, kind, key, ground, withdrawn_by, withdrawn_at) values (uuidv7(), 'XS', 2, 'Support', 'XM-A-1', 'Named by mistake', '{Farid.Id}', now())"));

        var nobody = app.AsNobody();
        Assert.Contains("Named by mistake", (await nobody.OpenAsync("/xs/public/en/support/XM-A-1")).QuerySelector("[data-test=tombstone]")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("XM-A-1", await nobody.Client.GetStringAsync("/xs/public/data/support.csv", Ct), StringComparison.Ordinal);
        Assert.Equal("XM-A-2", Assert.Single(await app.PublicLinesAsync()).Key);
    }

    [Fact]
    public async Task Two_records_of_one_identifier_keep_two_names_in_every_edition()
    {
        await using var app = await TestApp.StartAsync();
        var first = await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        await app.ExecuteAsync($"set session_replication_role = replica; insert into work.activity select (jsonb_populate_record(a, jsonb_build_object('id', uuidv7(), 'copy', 2))).* from work.activity a where id = '{first.Id}'");
        await app.PublishedSupportAsync();
        await app.ExecuteAsync($"set session_replication_role = replica; update work.activity set classification = 1 where id = '{first.Id}'");
        await app.PublishedSupportAsync();
        var nobody = app.AsNobody();

        Assert.Equal(HttpStatusCode.OK, await nobody.StatusOfAsync("/xs/public/en/support/XM-A-1~2?edition=2"));
        Assert.Equal(HttpStatusCode.NotFound, await nobody.StatusOfAsync("/xs/public/en/support/XM-A-1?edition=2"));
    }

    [Theory]
    [InlineData("/xs/public/data/support.csv")]
    [InlineData("/xs/public/data/support.xml")]
    [InlineData("/xs/public/data/support.zip")]
    [InlineData("/xs/public/en/support/XM-A-1")]
    public async Task What_is_not_published_is_not_found(string address)
    {
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-A-1");
        await app.CountAsync("T-1", ("", 100m));
        await app.PublishedAsync("T-1");

        Assert.Equal(HttpStatusCode.NotFound, await app.AsNobody().StatusOfAsync(address));
        Assert.Equal(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync("/xs/public/en/support"));
    }

    private static List<Cornerstone.Iati.Activity> Read(byte[] file)
    {
        using var stream = new MemoryStream(file);
        return [.. new IatiReader(stream, new IatiOptions { Now = DateTimeOffset.UnixEpoch }).Read().Select(r => r.Activity!)];
    }

    // Written again from what was read: nothing is lost and nothing comes in between.
    private static byte[] Written(List<Cornerstone.Iati.Activity> activities, byte[] file)
    {
        var generated = System.Text.RegularExpressions.Regex.Match(Encoding.UTF8.GetString(file), "generated-datetime=\"([^\"]+)\"").Groups[1].Value;
        using var memory = new MemoryStream();
        using (var writer = new IatiWriter(memory, RecordKind.Activity, DateTimeOffset.Parse(generated, System.Globalization.CultureInfo.InvariantCulture)))
        {
            activities.ForEach(writer.Write);
        }

        return memory.ToArray();
    }
}
