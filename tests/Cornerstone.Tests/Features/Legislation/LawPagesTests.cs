using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.Legislation;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Legislation;

public sealed class LawPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_secretariat_enters_a_law_and_it_stands_in_the_list_with_its_first_step()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/laws/edit");

        var answer = await amina.SubmitAsync(form, "form[data-test=law]", new()
        {
            ["Form.Title.En"] = "Police Act",
            ["Form.Title.Fr"] = "Loi sur la police",
            ["Form.Code"] = "pol-act",
            ["Form.Classification"] = "Public",
            ["Step.To"] = "Drafting",
            ["Step.On"] = "2025-03-01",
        });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        var list = await amina.OpenAsync("/xs/laws");
        Assert.Contains("Police Act", list.QuerySelector("tbody")!.TextContent, StringComparison.Ordinal);
        var law = await amina.OpenAsync(answer.Headers.Location!.ToString());
        Assert.Single(law.QuerySelectorAll("[data-test=steps] tbody tr"));
        Assert.Contains("legislation.add", await app.ActsAsync());
    }

    [Fact]
    public async Task A_wrong_form_is_explained_on_the_same_page()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/laws/edit");

        var answer = await amina.SubmitAsync(form, "form[data-test=law]", new() { ["Form.Title.En"] = "", ["Form.Code"] = "!", ["Form.Url"] = "javascript:alert(1)", ["Step.On"] = "" });

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Equal(4, (await Visitor.ParseAsync(answer)).QuerySelectorAll(".error-summary li").Length);
    }

    [Fact]
    public async Task A_step_without_its_facts_is_refused_and_one_with_them_is_kept()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync("A", LawState.InParliament, new(2025, 1, 1));
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/laws/{law}");

        var refused = await amina.SubmitAsync(page, "form[data-test=step]", new() { ["Step.To"] = "Passed", ["Step.On"] = "2025-06-01" });
        var taken = await amina.SubmitAsync(page, "form[data-test=step]", new() { ["Step.To"] = "Passed", ["Step.On"] = "2025-06-01", ["Step.Body"] = "National Assembly" });

        Assert.Equal((HttpStatusCode)422, refused.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, taken.StatusCode);
        var after = await amina.OpenAsync($"/xs/laws/{law}");
        Assert.Equal(2, after.QuerySelectorAll("[data-test=steps] tbody tr").Length);
        Assert.Contains("Passed", after.QuerySelector("[data-test=state]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mistaken_step_is_taken_back_with_a_reason_and_stays_visible()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync("A", LawState.Planned, new(2025, 1, 1));
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync($"/xs/laws/{law}"), "form[data-test=step]", new() { ["Step.To"] = "Drafting", ["Step.On"] = "2025-06-01" });
        var page = await amina.OpenAsync($"/xs/laws/{law}");

        var silent = await amina.SubmitAsync(page, "form[data-test=void]", []);
        var said = await amina.SubmitAsync(page, "form[data-test=void]", new() { ["Correction"] = "Another law was meant" });

        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        var after = await amina.OpenAsync($"/xs/laws/{law}");
        Assert.Contains("Planned", after.QuerySelector("[data-test=state]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(3, after.QuerySelectorAll("[data-test=steps] tbody tr").Length);
    }

    [Fact]
    public async Task The_database_itself_keeps_every_step()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync("A", LawState.Planned, new(2025, 1, 1));
        await using var db = await app.DbAsAsync(Amina);
        var step = await db.LawSteps.SingleAsync(s => s.LawId == law, Ct);

        db.LawSteps.Remove(step);

        await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(new Act("legislation.step", "XS", DateTimeOffset.UnixEpoch), Ct));
    }

    [Fact]
    public async Task A_law_made_stricter_takes_its_steps_with_it()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync("A", LawState.Planned, new(2025, 1, 1));
        var amina = await app.AsAsync(Amina);
        var elif = await app.AsAsync(Elif);
        Assert.Equal(HttpStatusCode.OK, await elif.StatusOfAsync($"/xs/laws/{law}"));

        var answer = await amina.SubmitAsync(await amina.OpenAsync($"/xs/laws/edit/{law}"), "form[data-test=law]", new() { ["Form.Classification"] = "Government" });

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync($"/xs/laws/{law}"));
        await using var db = await app.DbAsAsync(Elif);
        Assert.Empty(await db.LawSteps.ToListAsync(Ct));
        Assert.DoesNotContain("Law A", (await elif.OpenAsync("/xs/search?q=law+a")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
        using var file = await elif.Client.GetAsync("/xs/laws?handler=export&format=csv", Ct);
        Assert.DoesNotContain("Law A", await file.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Editing_what_somebody_else_has_changed_meanwhile_shows_both_versions()
    {
        await using var app = await TestApp.StartAsync();
        var address = $"/xs/laws/edit/{await app.LawAsync("A", LawState.Planned, new(2025, 1, 1))}";
        var amina = await app.AsAsync(Amina);
        var (first, second) = (await amina.OpenAsync(address), await amina.OpenAsync(address));
        await amina.SubmitAsync(first, "form[data-test=law]", new() { ["Form.Subject"] = "Use of force" });

        var conflict = await amina.SubmitAsync(second, "form[data-test=law]", new() { ["Form.Subject"] = "Detention" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var both = await Visitor.ParseAsync(conflict);
        Assert.Contains("Use of force", both.QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Detention", both.QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, (await amina.SubmitAsync(both, "form[data-test=law]", [])).StatusCode);
    }

    [Fact]
    public async Task The_list_narrows_to_laws_in_force_on_a_day_and_the_matrix_of_roles_is_told()
    {
        await using var app = await TestApp.StartAsync();
        await app.LawAsync("OLD", LawState.InForce, new(1998, 4, 1));
        await app.LawAsync("NEW", LawState.InForce, new(2020, 1, 1));
        await app.LawAsync("BILL", LawState.Drafting, new(1990, 1, 1));

        var amina = await app.AsAsync(Amina);
        var rows = (await amina.OpenAsync("/xs/laws?on=2010-01-01")).QuerySelectorAll("tbody tr th");

        Assert.Equal(["Law OLD"], rows.Select(r => r.TextContent.Trim()));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Single(await db.LawsInForceAsync("XS", new(2010, 1, 1), null, Ct));
        Assert.NotNull(app.Services.GetService(typeof(Microsoft.Extensions.DependencyInjection.IServiceProviderIsService)) is Microsoft.Extensions.DependencyInjection.IServiceProviderIsService known && known.IsService(typeof(ILawsInForce)) ? known : null);
    }

    [Fact]
    public async Task Assessments_and_by_laws_are_recorded_and_a_missing_by_law_is_counted()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync("A", LawState.Planned, new(2025, 1, 1));
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/laws/{law}");

        await amina.SubmitAsync(page, "form[data-test=assess]", new() { ["Assessment.Kind"] = "ChildProtection", ["Assessment.Result"] = "NotCompliant", ["Assessment.AssessedBy"] = "Ombudsperson", ["Assessment.AssessedOn"] = "2025-05-05" });
        await amina.SubmitAsync(page, "form[data-test=by-law]", new() { ["ByLaw.What"] = "Decree on age assessment", ["ByLaw.DueOn"] = "2025-12-31" });

        var after = await amina.OpenAsync($"/xs/laws/{law}");
        Assert.Contains("Ombudsperson", after.QuerySelector("[data-test=assessments]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Missing", after.QuerySelector("[data-test=by-laws]")!.TextContent, StringComparison.Ordinal);
        var byLaw = after.QuerySelector("form[data-test=by-law] option[value]:not([value=''])")!.GetAttribute("value")!;
        await amina.SubmitAsync(after, "form[data-test=by-law]", new() { ["ByLaw.Id"] = byLaw, ["ByLaw.AdoptedOn"] = "2026-01-15" });
        Assert.DoesNotContain("Missing", (await amina.OpenAsync($"/xs/laws/{law}")).QuerySelector("[data-test=by-laws]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_and_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync("A", LawState.Planned, new(2025, 1, 1));
        var dmitri = await app.AsAsync(Dmitri);

        var page = await dmitri.OpenAsync($"/xs/laws/{law}");

        Assert.Null(page.QuerySelector("form[data-test=step]"));
        Assert.NotEqual(HttpStatusCode.OK, await dmitri.StatusOfAsync("/xs/laws/edit"));
        Assert.Equal(HttpStatusCode.NotFound, await dmitri.StatusOfAsync($"/xs/laws/{Guid.CreateVersion7()}"));
    }
}

internal static class GivenLaws
{
    /// <summary>A public law of Solenia, entered as it stands.</summary>
    public static async Task<Guid> LawAsync(this TestApp app, string code, LawState state, DateOnly since)
    {
        await using var db = await app.DbAsAsync(Amina);
        var law = new Law { Country = "XS", Classification = Classification.Public, Code = code, Title = Wording.Of("en", $"Law {code}") };
        var move = new LawMove(state, since) { EffectiveOn = LawPath.IsInForce(state) ? since : null };
        Assert.Null(law.Open(move, new(2026, 11, 21)));
        db.AddRange(law, law.Take(move, isFirst: true, Amina.Id, DateTimeOffset.UnixEpoch));
        await db.SaveAsync(new Act("legislation.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        return law.Id;
    }
}
