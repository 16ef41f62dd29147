using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Publications;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportPublishing;
using Cornerstone.Iati.Tests;
using Cornerstone.Published;
using Cornerstone.Tests.Features.Publications;
using Cornerstone.Tests.Features.PublicSupport;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportPublishing;

/// <summary>What is kept back from the public leaves its ground, on the page, in the files and in the database, and nothing else.</summary>
public sealed class WithheldSupportTests
{
    private static readonly string[] Addresses =
        ["/xs/public/en/support", "/xs/public/en/support/XM-A-1", "/xs/public/en/support/XM-B-1", "/xs/public/en/editions", "/xs/public/data/support.csv", "/xs/public/data/support.json", "/xs/public/data/support.xml"];

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_withheld_amount_is_nowhere_and_its_ground_is_on_the_page_and_in_the_file()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7654321m), a => GivenSupport.Paid(a, 40m), a => GivenSupport.Paid(a, 60m));
        var line = await LineAsync(app, activity, 7654321m);

        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/support/{activity.Id}/withheld");
        Assert.Equal(HttpStatusCode.Redirect, (await amina.SubmitAsync(page, "[data-test=withhold]", new() { ["What"] = $"{line}", ["Ground"] = "NationalSecurity" })).StatusCode);
        await app.PublishedSupportAsync();
        var everything = await EverythingAsync(app);

        Assert.DoesNotContain("7654321", everything.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Withheld, on the ground of national security", (await app.AsNobody().OpenAsync("/xs/public/en/support/XM-A-1")).QuerySelector("[data-test=moved]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Single amounts: withheld, on the ground of national security.", everything, StringComparison.Ordinal);
        Assert.Equal([ToldState.Withheld, ToldState.Known, ToldState.Known], (await app.PublicLinesAsync()).Select(l => l.State));
        Assert.Contains("support.withhold", await app.ActsAsync());
    }

    [Theory]
    [InlineData(PublicPart.Title, "Title of XM-A-1")]
    [InlineData(PublicPart.Description, "Secret words")]
    [InlineData(PublicPart.Places, "Hidden Valley")]
    [InlineData(PublicPart.Parties, "XM-THEIRS-9")]
    [InlineData(PublicPart.Money, "7654321")]
    [InlineData(PublicPart.Everything, "Secret words")]
    public async Task A_withheld_part_leaves_its_ground_and_nothing_else_and_the_file_fits_the_schema(PublicPart part, string secret)
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.TellableAsync("XM-A-1", a =>
        {
            var line = GivenSupport.Paid(a, 7654321m);
            (line.ReceiverActivity, line.Description) = ("XM-THEIRS-9", part == PublicPart.Parties ? Wording.Of("en", "To XM-THEIRS-9") : null);
            return line;
        });
        await app.ExecuteAsync($$$"""
            set session_replication_role = replica;
            update work.activity set description = '{"original": "en", "texts": {"en": "Secret words"}}', places = '[{"name": "Hidden Valley"}]',
                relations = '[{"kind": "Parent", "identifier": "XM-THEIRS-9"}]', parties = '[{"role": "Implementing", "activity": "XM-THEIRS-9"}]'
            where id = '{{{activity.Id}}}'
            """);
        await app.PublishedSupportAsync();
        Assert.Contains(secret, (await EverythingAsync(app)).Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);

        await WithholdAsync(app, activity, part, null);
        await app.ExecuteAsync("delete from published.activity; delete from published.activity_line; delete from published.subject");
        await app.PublishedSupportAsync();
        var everything = await EverythingAsync(app);

        Assert.DoesNotContain(secret, everything.Replace(",", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("Withheld, on the ground of privacy", everything, StringComparison.Ordinal);
        if (RealFiles.Folder is not null)
        {
            Assert.Empty(OfficialSchema.Refusals(await app.AsNobody().Client.GetByteArrayAsync("/xs/public/data/support.xml", Ct)));
        }
    }

    [Fact]
    public async Task What_the_other_end_reports_of_a_withheld_payment_is_withheld_with_it()
    {
        await using var app = await TestApp.StartAsync();
        var giver = await app.TellableAsync("XM-A-1", a => To(GivenSupport.Paid(a, 7654321m), "XM-B-1"), a => GivenSupport.Paid(a, 40m));
        await app.TellableAsync("XM-B-1", a => From(GivenSupport.Paid(a, 7654321m, type: TransactionType.IncomingFunds), "XM-A-1"), a => GivenSupport.Paid(a, 5000000m), a => GivenSupport.Paid(a, 2654321m));
        await WithholdAsync(app, giver, PublicPart.Amounts, await LineAsync(app, giver, 7654321m));

        await app.PublishedSupportAsync();
        var lines = await app.PublicLinesAsync();

        Assert.DoesNotContain(lines, l => l.Amount == 7654321m);
        Assert.Contains(lines, l => l is { Key: "XM-B-1", Ground: PublicGround.WouldTellAnother });
        // What the fund paid out would tell what it received.
        Assert.True(lines.Count(l => l is { Key: "XM-B-1", State: ToldState.Known }) < 2);
        Assert.Contains(lines, l => l is { Key: "XM-A-1", Amount: 40m });
    }

    [Theory]
    [InlineData(PublicPart.Money, "activity_line")]
    [InlineData(PublicPart.Title, "activity")]
    [InlineData(PublicPart.Everything, "subject")]
    public async Task The_database_refuses_rows_that_tell_what_was_kept_back_since(PublicPart part, string table)
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        var proposed = await app.ProposedSupportAsync();
        await WithholdAsync(app, activity, part, null);

        await using (var db = await app.DbAsAsync(Farid))
        {
            var refused = await db.Database.SqlQuery<int>($"select u as \"Value\" from work.unpublishable({proposed.Id}) u").ToListAsync(Ct);
            Assert.NotEmpty(await db.PublicationRows.Where(r => r.PublicationId == proposed.Id && refused.Contains(r.Position) && r.IntoTable == table).ToListAsync(Ct));
        }

        Assert.Equal("CS043", await app.RefusalAsync(Farid, proposed.Publishing(Farid)));
        Assert.Empty(await app.PublicLinesAsync());
    }

    [Fact]
    public async Task A_row_with_another_amount_than_the_record_is_not_published()
    {
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        var proposed = await app.ProposedSupportAsync();
        Assert.Null(await app.RefusalAsync(Amina, $"insert into work.publication_row select uuidv7(), publication_id, country, classification, compartment, 99, kind, key, into_table, row || '{{\"amount\": 8}}', source_table, source_id, telling, null, null, line_id from work.publication_row where publication_id = '{proposed.Id}' and into_table = 'activity_line'"));

        Assert.Equal("CS043", await app.RefusalAsync(Farid, proposed.Publishing(Farid)));
    }

    [Fact]
    public async Task What_is_told_again_goes_out_with_the_next_edition()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        await WithholdAsync(app, activity, PublicPart.Money, null);
        await app.PublishedSupportAsync();
        Assert.Empty(await app.PublicLinesAsync());

        var farid = await app.AsAsync(Farid);
        var page = await farid.OpenAsync($"/xs/support/{activity.Id}/withheld");
        await farid.SubmitAsync(page, "[data-test=withheld] form", []);
        await app.PublishedSupportAsync();

        Assert.Equal(7m, Assert.Single(await app.PublicLinesAsync()).Amount);
        Assert.Empty((await farid.OpenAsync($"/xs/support/{activity.Id}/withheld")).QuerySelectorAll("[data-test=withheld]"));
    }

    [Fact]
    public async Task A_bad_form_a_missing_activity_and_a_role_without_a_hand_in_it_keep_nothing_back()
    {
        await using var app = await TestApp.StartAsync();
        var activity = await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/support/{activity.Id}/withheld");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.SubmitAsync(page, "[data-test=withhold]", new() { ["What"] = "Amounts", ["Ground"] = "Privacy" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.SubmitAsync(page, "[data-test=withhold]", new() { ["What"] = "Title", ["Ground"] = "" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/support/{Guid.CreateVersion7()}/withheld"));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Bruno)).StatusOfAsync($"/xs/support/{activity.Id}/withheld"));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Empty(await db.SupportWithholdings.ToListAsync(Ct));
    }

    private static async Task WithholdAsync(TestApp app, Activity activity, PublicPart part, Guid? line)
    {
        await using var db = await app.DbAsAsync(Amina);
        db.SupportWithholdings.Add(new SupportWithholding
        {
            ActivityId = activity.Id,
            Country = "XS",
            Classification = activity.Classification,
            Part = part,
            LineId = line,
            Ground = PublicGround.Privacy,
            DecidedBy = Amina.Id,
            DecidedAt = DateTimeOffset.UnixEpoch,
        });
        await db.SaveAsync(new Act("support.withhold", "XS", DateTimeOffset.UnixEpoch), Ct);
    }

    private static async Task<Guid> LineAsync(TestApp app, Activity activity, decimal amount)
    {
        await using var db = await app.DbAsAsync(Amina);
        return await db.Transactions.Where(t => t.ActivityId == activity.Id && t.Amount == amount).Select(t => t.Id).SingleAsync(Ct);
    }

    private static async Task<string> EverythingAsync(TestApp app)
    {
        var all = new List<string>();
        foreach (var address in Addresses)
        {
            using var answer = await app.AsNobody().Client.GetAsync(address, Ct);
            all.Add(System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Ct)));
        }

        return string.Join('\n', all);
    }

    private static Transaction To(Transaction line, string activity)
    {
        line.ReceiverActivity = activity;
        return line;
    }

    private static Transaction From(Transaction line, string activity)
    {
        line.ProviderActivity = activity;
        return line;
    }
}
