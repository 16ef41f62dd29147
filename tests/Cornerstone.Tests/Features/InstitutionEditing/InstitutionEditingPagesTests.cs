using System.Net;
using Cornerstone.Features.Institutions;
using Cornerstone.Tests.Features.Institutions;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.InstitutionEditing;

public sealed class InstitutionEditingPagesTests
{
    [Fact]
    public async Task A_new_name_leaves_the_old_one_on_its_days()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstitutionAsync("MOI", "Ministry of Interior");
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"/xs/institutions/{id}/edit");

        var answer = await amina.SubmitAsync(form, "[data-test=institution]", new() { ["Mode"] = "NewFacts", ["From"] = "2024-07-01", ["Form.Names.En"] = "Ministry of Home Affairs" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal("Ministry of Home Affairs", (await amina.OpenAsync($"/xs/institutions/{id}")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Equal("Ministry of Interior", (await amina.OpenAsync($"/xs/institutions/{id}?on=2023-06-30")).QuerySelector("h1")!.TextContent.Trim());
        Assert.Contains("institutions.reshuffle", await app.ActsAsync());
    }

    [Fact]
    public async Task Two_people_who_edit_one_institution_see_both_versions()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstitutionAsync("MOI", "Ministry of Interior");
        var amina = await app.AsAsync(Amina);
        var (first, second) = (await amina.OpenAsync($"/xs/institutions/{id}/edit"), await amina.OpenAsync($"/xs/institutions/{id}/edit"));
        await amina.SubmitAsync(first, "[data-test=institution]", new() { ["Mode"] = "Correction", ["Form.Head"] = "Minister" });

        var answer = await amina.SubmitAsync(second, "[data-test=institution]", new() { ["Mode"] = "Correction", ["Form.Head"] = "Secretary of State" });

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var conflict = (await Visitor.ParseAsync(answer)).QuerySelector("[data-test=conflict]")!.TextContent;
        Assert.Contains("Minister", conflict, StringComparison.Ordinal);
        Assert.Contains("Secretary of State", conflict, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_circle_of_parents_is_refused_with_its_names()
    {
        await using var app = await TestApp.StartAsync();
        var ministry = await app.InstitutionAsync("MOI", "Ministry");
        var police = await app.InstitutionAsync("POL", "Police", p => p.ParentId = ministry);
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"/xs/institutions/{ministry}/edit");

        var answer = await amina.SubmitAsync(form, "[data-test=institution]", new() { ["Mode"] = "Correction", ["Form.ParentId"] = $"{police}" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("POL › MOI › POL", (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_institution_is_added_and_a_bad_form_comes_back()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/institutions/new");

        var bad = await amina.SubmitAsync(form, "[data-test=institution]", new() { ["Code"] = "police!", ["Form.Names.En"] = "Police", ["Form.Component"] = "POL" });
        var good = await amina.SubmitAsync(form, "[data-test=institution]", new() { ["Code"] = "POL", ["Form.Names.En"] = "Police", ["Form.Component"] = "POL" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, bad.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, good.StatusCode);
        Assert.Contains("Police", (await amina.OpenAsync("/xs/institutions")).QuerySelector("table")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_merger_is_recorded_and_the_list_of_2023_is_unchanged()
    {
        await using var app = await TestApp.StartAsync();
        var (customs, borders, agency) = (await app.InstitutionAsync("CUS", "Customs"), await app.InstitutionAsync("BOR", "Border guard"), await app.InstitutionAsync("BCA", "Border agency", p => p.Type = InstitutionType.Agency));
        var amina = await app.AsAsync(Amina);
        var before = (await amina.OpenAsync("/xs/institutions?on=2023-06-30")).QuerySelector("tbody")!.TextContent;
        var form = await amina.OpenAsync("/xs/institutions/succession");

        var answer = await amina.PostAsync("/xs/institutions/succession", form, new() { ["Kind"] = "Merged", ["Day"] = "2024-07-01", ["Predecessors"] = $"{customs}", ["Successors"] = $"{agency}", ["Note"] = "Act" });
        var second = await amina.PostAsync("/xs/institutions/succession", form, new() { ["Kind"] = "Merged", ["Day"] = "2024-07-01", ["Predecessors"] = $"{borders}", ["Successors"] = $"{agency}" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (answer.StatusCode, second.StatusCode));
        Assert.Equal(before, (await amina.OpenAsync("/xs/institutions?on=2023-06-30")).QuerySelector("tbody")!.TextContent);
        Assert.Single((await amina.OpenAsync("/xs/institutions?on=2024-07-01")).QuerySelectorAll("tbody tr"));
        Assert.Equal(HttpStatusCode.OK, await amina.StatusOfAsync($"/xs/institutions/{customs}?on=2023-01-01"));
    }

    [Fact]
    public async Task A_focal_point_is_named_once_and_the_term_ends()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstitutionAsync("POL", "Police");
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/institutions/{id}/focal-points");

        var named = await amina.SubmitAsync(page, "[data-test=focal-point]", new() { ["PersonId"] = $"{Bruno.Id}", ["From"] = "2026-01-01" });
        var twice = await amina.SubmitAsync(page, "[data-test=focal-point]", new() { ["PersonId"] = $"{Bruno.Id}", ["From"] = "2026-02-01" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity), (named.StatusCode, twice.StatusCode));
        await using var db = await app.DbAsAsync(Bruno);
        Assert.Equal([id], await db.InstitutionsOfAsync(Bruno.Id, "XS", new DateOnly(2026, 6, 1), TestContext.Current.CancellationToken));
        Assert.Empty(await db.InstitutionsOfAsync(Bruno.Id, "XS", new DateOnly(2025, 6, 1), TestContext.Current.CancellationToken));
    }
}
