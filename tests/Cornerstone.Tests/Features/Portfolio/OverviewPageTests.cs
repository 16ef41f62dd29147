using Cornerstone.Access;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Portfolio;

/// <summary>The first page of the invented country, as the demonstration fills it.</summary>
public sealed class OverviewPageTests
{
    [Fact]
    public async Task A_minister_sees_vision_goals_money_late_steps_and_what_changed()
    {
        await using var app = await TestApp.SoleniaAsync();
        var visitor = await app.AsAsync(Amina);

        var page = await visitor.OpenAsync("/xs");

        Assert.Contains("By 2035", page.QuerySelector(".vision blockquote")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(5, page.QuerySelectorAll("article.goal").Length);
        Assert.Contains("million XSC", page.QuerySelector("[data-test=picture]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(page.QuerySelectorAll("[data-test=off-track] li"));
        Assert.Contains(page.QuerySelectorAll("[data-test=late] li"), li => li.TextContent.Contains("Ministry of the Interior", StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("[data-test=changes] li"));
    }

    [Fact]
    public async Task What_presses_stands_before_the_counts()
    {
        await using var app = await TestApp.SoleniaAsync();

        var page = (await (await app.AsAsync(Amina)).OpenAsync("/xs")).QuerySelector("main")!.InnerHtml;

        var next = page.IndexOf("What is late, and what comes next", StringComparison.Ordinal);
        Assert.InRange(next, page.IndexOf("Money needed, funded and missing", StringComparison.Ordinal), page.IndexOf("Overdue commitments", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "Police Act")]
    [InlineData("ar", "قانون الشرطة")]
    public async Task A_recent_change_names_what_was_changed_in_the_readers_language(string language, string title)
    {
        await using var app = await TestApp.SoleniaAsync();
        var amina = await app.AsAsync(Amina);
        var list = await amina.OpenAsync("/xs/laws");
        var law = list.QuerySelectorAll("tbody th a").Single(a => a.TextContent.Trim() == "Police Act").GetAttribute("href")!;
        await amina.SubmitAsync(await amina.OpenAsync(law), "form[data-test=by-law]", new() { ["ByLaw.What"] = "Order on body cameras" });
        await amina.SubmitAsync(await amina.OpenAsync(law.Replace("laws/", "laws/edit/", StringComparison.Ordinal)), "form[data-test=law]", new() { ["Form.Subject"] = "Use of force" });

        await amina.StatusOfAsync($"/xs?lang={language}");
        var page = await amina.OpenAsync("/xs");

        var newest = page.QuerySelectorAll("[data-test=changes] li").Take(2).Select(li => li.TextContent).ToList();
        Assert.Contains(title, newest[0], StringComparison.Ordinal);
        Assert.Contains("Order on body cameras", newest[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_civil_society_may_not_see_moves_none_of_its_figures()
    {
        await using var app = await TestApp.SoleniaAsync();
        var visitor = await app.AsAsync(Jamila);
        var before = (await visitor.OpenAsync("/xs")).QuerySelector("[data-test=picture]")!.TextContent;

        await AddAsync(app, Classification.Restricted);

        var after = (await visitor.OpenAsync("/xs")).QuerySelector("[data-test=picture]")!.TextContent;
        Assert.Equal(before, after);
    }

    [Fact]
    public async Task What_civil_society_may_see_does_move_them()
    {
        await using var app = await TestApp.SoleniaAsync();
        var visitor = await app.AsAsync(Jamila);
        var before = (await visitor.OpenAsync("/xs")).QuerySelector("[data-test=picture]")!.TextContent;

        await AddAsync(app, Classification.Public);

        var after = (await visitor.OpenAsync("/xs")).QuerySelector("[data-test=picture]")!.TextContent;
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task The_portfolio_has_one_line_for_each_country_of_the_reader()
    {
        await using var app = await TestApp.SoleniaAsync();

        var page = await (await app.AsAsync(Amina)).OpenAsync("/portfolio");

        var line = Assert.Single(page.QuerySelectorAll("tbody tr"));
        Assert.Contains("Republic of Solenia", line.TextContent, StringComparison.Ordinal);
        Assert.Contains("National security sector reform plan", line.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_administrator_who_reads_no_content_sees_no_plan_there()
    {
        await using var app = await TestApp.SoleniaAsync();

        var page = await (await app.AsAsync(Karim)).OpenAsync("/portfolio");

        Assert.Empty(page.QuerySelectorAll("tbody tr"));
        Assert.NotNull(page.QuerySelector(".empty"));
    }

    // A version in force does not change, so what moves the figures is what is reported about it.
    private static async Task AddAsync(TestApp app, Classification classification)
    {
        await using var db = await app.DbAsAsync(Amina);
        var step = await db.PlanNodes.FirstAsync(n => n.Code == "G1.O1.1.2", TestContext.Current.CancellationToken);
        var now = TimeProvider.System.GetUtcNow();
        db.PlanProgress.Add(new PlanProgress
        {
            Country = DemonstrationPerson.Country,
            Classification = classification,
            Lineage = step.Lineage,
            Day = DateOnly.FromDateTime(now.UtcDateTime),
            State = ProgressState.Completed,
            Evidence = "Minutes of the nine hearings",
            ReportedBy = Amina.Id,
            RecordedAt = now,
        });
        await db.SaveAsync(new("plan.progress", DemonstrationPerson.Country, now), TestContext.Current.CancellationToken);
    }
}
