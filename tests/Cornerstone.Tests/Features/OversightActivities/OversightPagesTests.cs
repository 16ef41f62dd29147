using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.OversightActivities;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.OversightActivities;

public sealed class OversightPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_closed_hearing_is_entered_at_the_writers_strictest_level_and_partners_never_see_it()
    {
        await using var app = await TestApp.StartAsync();
        var (body, overseen) = await app.TwoInstitutionsAsync();
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/oversight/edit");

        var answer = await amina.SubmitAsync(form, "form[data-test=activity]", Fields(body, overseen, isOpen: false));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using (var db = await app.DbAsAsync(Amina))
        {
            Assert.Equal(Classification.Restricted, (await db.OversightActivities.SingleAsync(Ct)).Classification);
        }

        var elif = await app.AsAsync(Elif);
        Assert.Equal(HttpStatusCode.NotFound, await elif.StatusOfAsync(answer.Headers.Location!.ToString()));
        Assert.Empty((await elif.OpenAsync("/xs/oversight")).QuerySelectorAll("tbody tr"));
        using var file = await elif.Client.GetAsync("/xs/oversight?handler=export&format=csv", Ct);
        Assert.DoesNotContain("Hearing on detention", await file.Content.ReadAsStringAsync(Ct), StringComparison.Ordinal);
        Assert.Contains("oversight.add", await app.ActsAsync());
    }

    [Fact]
    public async Task A_closed_hearing_cannot_be_public()
    {
        await using var app = await TestApp.StartAsync();
        var (body, overseen) = await app.TwoInstitutionsAsync();
        var amina = await app.AsAsync(Amina);
        var fields = Fields(body, overseen, isOpen: false);
        fields["Form.Classification"] = "Public";

        var answer = await amina.SubmitAsync(await amina.OpenAsync("/xs/oversight/edit"), "form[data-test=activity]", fields);

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Contains("behind closed doors", (await Visitor.ParseAsync(answer)).QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recommendation_is_answered_step_by_step_and_the_share_follows()
    {
        await using var app = await TestApp.StartAsync();
        var (body, overseen) = await app.TwoInstitutionsAsync();
        var amina = await app.AsAsync(Amina);
        var entered = await amina.SubmitAsync(await amina.OpenAsync("/xs/oversight/edit"), "form[data-test=activity]", Fields(body, overseen, isOpen: true));
        var address = entered.Headers.Location!.ToString();
        Assert.Contains("none is due", (await amina.OpenAsync("/xs/oversight")).QuerySelector("[data-test=figures]")!.TextContent, StringComparison.Ordinal);
        await amina.SubmitAsync(await amina.OpenAsync(address), "form[data-test=recommend]", new() { ["Recommendation.What"] = "Register each detention", ["Recommendation.DueOn"] = "2025-06-30" });
        var page = await amina.OpenAsync(address);

        var silent = await amina.SubmitAsync(page, "form[data-test=answer]", new() { ["Answer.To"] = "Implemented", ["Answer.On"] = "2025-06-01" });
        var said = await amina.SubmitAsync(page, "form[data-test=answer]", new() { ["Answer.To"] = "Implemented", ["Answer.On"] = "2025-06-01", ["Answer.Note"] = "Standing order 12" });

        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, said.StatusCode);
        Assert.Contains("Standing order 12", (await amina.OpenAsync(address)).QuerySelector("[data-test=recommendations]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 1", (await amina.OpenAsync("/xs/oversight")).QuerySelector("[data-test=figures]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_history_tells_of_recommendations_and_their_answers_too()
    {
        await using var app = await TestApp.StartAsync();
        var (body, overseen) = await app.TwoInstitutionsAsync();
        var amina = await app.AsAsync(Amina);
        var entered = await amina.SubmitAsync(await amina.OpenAsync("/xs/oversight/edit"), "form[data-test=activity]", Fields(body, overseen, isOpen: true));
        var address = entered.Headers.Location!.ToString();
        await amina.SubmitAsync(await amina.OpenAsync(address), "form[data-test=recommend]", new() { ["Recommendation.What"] = "Register each detention", ["Recommendation.DueOn"] = "2025-06-30" });
        await amina.SubmitAsync(await amina.OpenAsync(address), "form[data-test=answer]", new() { ["Answer.To"] = "Ongoing", ["Answer.On"] = "2025-06-01", ["Answer.Note"] = "Order drafted" });

        var history = (await amina.OpenAsync($"{address}?tab=history")).QuerySelector("ol.history")!;

        Assert.Equal(
            ["Answer to a recommendation recorded", "Answer to a recommendation recorded", "Recommendation added", "Oversight activity entered"],
            history.QuerySelectorAll("li > p > strong").Select(s => s.TextContent));
        Assert.All(["Register each detention", "Order drafted", "Status afterwards", "Under way"], said => Assert.Contains(said, history.TextContent, StringComparison.Ordinal));
        Assert.Empty(history.QuerySelectorAll("dt code"));
    }

    [Fact]
    public async Task Editing_what_somebody_else_has_changed_meanwhile_shows_both_versions()
    {
        await using var app = await TestApp.StartAsync();
        var (body, overseen) = await app.TwoInstitutionsAsync();
        var amina = await app.AsAsync(Amina);
        var entered = await amina.SubmitAsync(await amina.OpenAsync("/xs/oversight/edit"), "form[data-test=activity]", Fields(body, overseen, isOpen: true));
        var address = entered.Headers.Location!.ToString().Replace("/oversight/", "/oversight/edit/", StringComparison.Ordinal);
        var (first, second) = (await amina.OpenAsync(address), await amina.OpenAsync(address));
        await amina.SubmitAsync(first, "form[data-test=activity]", new() { ["Form.Findings"] = "No register" });

        var conflict = await amina.SubmitAsync(second, "form[data-test=activity]", new() { ["Form.Findings"] = "No light" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        Assert.Contains("No register", (await Visitor.ParseAsync(conflict)).QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_auditor_reads_and_changes_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var dmitri = await app.AsAsync(Dmitri);

        Assert.Equal(HttpStatusCode.OK, await dmitri.StatusOfAsync("/xs/oversight"));
        Assert.NotEqual(HttpStatusCode.OK, await dmitri.StatusOfAsync("/xs/oversight/edit"));
        Assert.Equal(HttpStatusCode.NotFound, await dmitri.StatusOfAsync($"/xs/oversight/{Guid.CreateVersion7()}"));
    }

    private static Dictionary<string, string> Fields(Guid body, Guid overseen, bool isOpen) => new()
    {
        ["Form.Kind"] = "Hearing",
        ["Form.Title.En"] = "Hearing on detention",
        ["Form.Code"] = "H-1",
        ["Form.BodyId"] = body.ToString(),
        ["Form.InstitutionId"] = overseen.ToString(),
        ["Form.HeldOn"] = "2025-02-01",
        ["Form.IsOpen"] = isOpen ? "true" : "false",
    };
}

internal static class GivenInstitutions
{
    /// <summary>A parliament's committee and the police.</summary>
    public static async Task<(Guid Overseer, Guid Overseen)> TwoInstitutionsAsync(this TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        var institutions = new[] { ("COMMITTEE", nameof(Component.OVS)), ("POLICE", nameof(Component.POL)) }.Select(i =>
        {
            var institution = new Institution { Country = "XS", Classification = Classification.Public, Code = i.Item1 };
            db.Add(institution);
            db.Add(new InstitutionProfile
            {
                InstitutionId = institution.Id,
                Country = "XS",
                Classification = Classification.Public,
                ValidFrom = new(2000, 1, 1),
                Names = Wording.Of("en", i.Item1),
                Component = i.Item2,
                Type = InstitutionType.Agency,
            });
            return institution.Id;
        }).ToList();
        await db.SaveAsync(new Act("institutions.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        return (institutions[0], institutions[1]);
    }
}
