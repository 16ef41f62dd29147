using System.Net;
using Cornerstone.Features.Partners;
using Cornerstone.Tests.Features.Support;
using Cornerstone.Tests.Features.SupportImport;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.SupportActivities;

public sealed class PartnerPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_register_tells_who_reports_who_takes_part_and_who_is_silent()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border, GivenFiles.Radio));
        var elif = await app.AsAsync(Elif);

        var rows = (await elif.OpenAsync("/xs/support/partners")).QuerySelectorAll("[data-test=partners] tbody tr");

        Assert.Equal(2, rows.Length);
        Assert.Contains("Kingdom of Arvenna", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal("2", rows[0].QuerySelector("[data-label='Activities it reports']")!.TextContent.Trim());
        Assert.Contains("reports nothing itself", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Contains("Stability Agency", await elif.Client.GetStringAsync("/xs/support/partners?handler=export&format=csv", Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_secretariat_merges_two_entries_and_undoes_it()
    {
        await using var app = await TestApp.StartAsync();
        await app.ImportAsync(GivenFiles.File(GivenFiles.Border));
        var (one, other) = (await IdAsync(app, "Stability Agency"), (await app.PartnerAsync("Stability Agency of the Region")).Id);
        var amina = await app.AsAsync(Amina);

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(amina, one, "Merge", ("Into", $"{other}"), ("Version", "1"))).StatusCode);
        Assert.NotNull((await amina.OpenAsync($"/xs/support/partners/{one}")).QuerySelector("[data-test=merged]"));
        Assert.Equal("1", (await amina.OpenAsync($"/xs/support/partners/{other}")).QuerySelector($"dd a[href='/xs/support?partner={other}']")!.TextContent.Trim());

        Assert.Equal(HttpStatusCode.Redirect, (await PostAsync(amina, one, "Undo", ("Version", "2"))).StatusCode);
        Assert.Null((await amina.OpenAsync($"/xs/support/partners/{one}")).QuerySelector("[data-test=merged]"));
    }

    [Fact]
    public async Task Nobody_merges_an_entry_with_itself_over_anothers_change_or_without_the_right()
    {
        await using var app = await TestApp.StartAsync();
        var (one, other) = (await app.PartnerAsync("One"), await app.PartnerAsync("Other"));
        var amina = await app.AsAsync(Amina);

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await PostAsync(amina, one.Id, "Merge", ("Into", $"{one.Id}"), ("Version", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await PostAsync(amina, one.Id, "Merge", ("Into", $"{other.Id}"), ("Version", "7"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await PostAsync(await app.AsAsync(Elif), one.Id, "Merge", ("Into", $"{other.Id}"), ("Version", "1"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/support/partners/{Guid.CreateVersion7()}"));
    }

    private static async Task<HttpResponseMessage> PostAsync(Visitor visitor, Guid id, string handler, params (string Name, string Value)[] fields)
    {
        var address = $"/xs/support/partners/{id}";
        return await visitor.PostAsync($"{address}?handler={handler}", await visitor.OpenAsync(address), fields.ToDictionary(f => f.Name, f => f.Value));
    }

    private static async Task<Guid> IdAsync(TestApp app, string name)
    {
        await using var db = await app.AminaAsync();
        return (await db.Partners.AsNoTracking().Where(p => p.Country == "XS").ToListAsync(Ct)).Single(p => p.Names.In("en") == name).Id;
    }
}
