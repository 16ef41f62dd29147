using System.Net;
using Cornerstone.Features.Publications;
using Cornerstone.Tests.Features.PublicSupport;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Publications;

/// <summary>An edition that was approved and waits for its day: the database shows it to nobody outside, and it can be withdrawn before.</summary>
public sealed class EmbargoTests
{
    private static readonly string[] Tables = ["edition", "subject", "indicator", "indicator_value", "indicator_target", "plan_node", "activity", "activity_line", "benchmark", "commitment"];

    private static readonly DateOnly Tomorrow = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).AddDays(1);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Before_its_day_the_public_role_reads_no_row_of_it_and_on_its_day_all()
    {
        await using var app = await TestApp.StartAsync();
        var p = await ProposedAsync(app, Tomorrow);
        Assert.Null(await app.RefusalAsync(Farid, p.Publishing(Farid)));

        foreach (var table in Tables)
        {
            Assert.Equal(0, await CountAsync(app, table));
        }

        var nobody = app.AsNobody();
        Assert.Equal(HttpStatusCode.NotFound, await nobody.StatusOfAsync("/xs/public/en"));
        Assert.Equal(HttpStatusCode.NotFound, await nobody.StatusOfAsync("/xs/public/data/support.xml"));
        await using (var db = await app.DbAsAsync(Bruno))
        {
            // Whoever works on editions sees that it waits.
            Assert.NotEmpty(await db.PublishedSubjects.ToListAsync(Ct));
        }

        await app.ExecuteAsync("update published.edition set public_from = public_from - 1");
        Assert.Equal(1, await CountAsync(app, "edition"));
        Assert.Equal(1, await CountAsync(app, "activity_line"));
        Assert.Equal(HttpStatusCode.OK, await nobody.StatusOfAsync("/xs/public/en/support/XM-A-1"));
    }

    [Fact]
    public async Task It_is_withdrawn_before_its_day_and_never_appears()
    {
        await using var app = await TestApp.StartAsync();
        var p = await ProposedAsync(app, Tomorrow);
        await app.RefusalAsync(Farid, p.Publishing(Farid));

        Assert.Null(await app.RefusalAsync(Farid, $"insert into work.withdrawal (id, country, classification, kind, key, ground, withdrawn_by, withdrawn_at) values (uuidv7(), 'XS', 2, 'Support', 'XM-A-1', 'Not yet', '{Farid.Id}', now())"));
        await app.ExecuteAsync("update published.edition set public_from = public_from - 1");

        Assert.Equal(0, await CountAsync(app, "activity"));
        Assert.Contains("Not yet", (await app.AsNobody().OpenAsync("/xs/public/en/support/XM-A-1")).QuerySelector("[data-test=tombstone]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_is_part_of_what_was_proposed()
    {
        await using var app = await TestApp.StartAsync();
        var p = await ProposedAsync(app, Tomorrow);

        Assert.Equal("CS041", await app.RefusalAsync(Farid, p.Publishing(Farid).Replace("set state", "set public_from = null, state", StringComparison.Ordinal)));
        Assert.Equal("CS041", await app.RefusalAsync(Amina, $"update work.publication set public_from = null where id = '{p.Id}'"));
    }

    [Fact]
    public async Task An_older_edition_whose_day_comes_changes_the_tag_of_every_page()
    {
        await using var app = await TestApp.StartAsync();
        await app.RefusalAsync(Farid, (await ProposedAsync(app, Tomorrow)).Publishing(Farid));
        await app.CountAsync("T-1", ("", 100m));
        await app.PublishedAsync("T-1");
        async Task<string> TagAsync() => (await app.AsNobody().Client.GetAsync("/xs/public/en/support", Ct)).Headers.ETag!.ToString();

        var before = await TagAsync();
        await app.ExecuteAsync("update published.edition set public_from = public_from - 1 where public_from is not null");

        Assert.NotEqual(before, await TagAsync());
    }

    [Fact]
    public async Task The_form_takes_a_day_to_come_and_no_other_and_the_second_person_sees_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/publications/propose");
        Dictionary<string, string> Fields(DateOnly day) => new() { ["Publisher"] = "Secretariat", ["PublicFrom"] = day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await amina.SubmitAsync(form, "[data-test=propose]", Fields(Tomorrow.AddDays(-1)))).StatusCode);
        var answer = await amina.SubmitAsync(form, "[data-test=propose]", Fields(Tomorrow));

        var page = await (await app.AsAsync(Farid)).OpenAsync(answer.Headers.Location!.ToString());
        Assert.Contains("nobody outside reads it yet", page.QuerySelector("[data-test=public-from]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Publication> ProposedAsync(TestApp app, DateOnly from)
    {
        await app.TellableAsync("XM-A-1", a => GivenSupport.Paid(a, 7m));
        await using var db = await app.DbAsAsync(Amina);
        var order = new EditionOrder("CC BY 4.0", "National secretariat", null, []) { SupportWithout = [], PublicFrom = from };
        return (await ActivatorUtilities.CreateInstance<ProposeEdition>(app.Services, db).ProposeAsync("XS", order, Ct))!;
    }

    private static async Task<long> CountAsync(TestApp app, string table)
    {
        await using var read = app.Database.Published.CreateCommand($"select count(*) from published.{table}");
        return (long)(await read.ExecuteScalarAsync(Ct))!;
    }
}
