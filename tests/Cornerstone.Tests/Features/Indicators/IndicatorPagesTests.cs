using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Tests.Features.Benchmarks;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Indicators;

public sealed class IndicatorPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_published_value_is_shown_to_everybody_and_the_working_one_only_to_those_who_work_on_it()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, published: 15m, working: 17m);

        var secretariat = await (await app.AsAsync(Amina)).OpenAsync($"/xs/indicators/{id}");
        var civilSociety = await (await app.AsAsync(Jamila)).OpenAsync($"/xs/indicators/{id}");

        Assert.Contains("17 %", secretariat.QuerySelector("#values")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("15 %", civilSociety.QuerySelector("#values")!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("17 %", civilSociety.QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_the_dashboard_the_gaps_and_the_map_open_for_readers()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, published: 15m, working: 17m);
        var reader = await app.AsAsync(Jamila);

        foreach (var page in (string[])["", "/framework", "/gaps", "/map", $"/{id}?tab=history", "?handler=export&format=csv"])
        {
            Assert.Equal(HttpStatusCode.OK, await reader.StatusOfAsync($"/xs/indicators{page}"));
        }

        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusOfAsync($"/xs/indicators/{Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task An_indicator_above_a_readers_level_is_not_there_for_them()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, published: 15m, working: 17m, level: Classification.Restricted, code: "SECRET-1");
        var reader = await app.AsAsync(Jamila);

        Assert.Equal(HttpStatusCode.NotFound, await reader.StatusOfAsync($"/xs/indicators/{id}"));
        Assert.DoesNotContain("SECRET-1", (await reader.OpenAsync("/xs/indicators?all=true")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_secretariat_changes_a_card_and_the_old_one_stays()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, published: 15m, working: 17m);
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"/xs/indicators/edit/{id}");

        var refused = await amina.SubmitAsync(form, "form[data-test=card]", new() { ["Form.Method"] = "Counted by the police" });
        var unit = await amina.SubmitAsync(form, "form[data-test=card]", new() { ["Form.Unit"] = "Days", ["Reason"] = "Other unit" });
        var saved = await amina.SubmitAsync(form, "form[data-test=card]", new() { ["Form.Method"] = "Counted by the police", ["Reason"] = "The payroll moved" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unit.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        Assert.Contains("benchmarks.define", await app.ActsAsync());
        Assert.Contains("2 versions of the card", (await amina.OpenAsync($"/xs/indicators/{id}")).Body!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Jamila)).StatusOfAsync($"/xs/indicators/edit/{id}"));
    }

    [Fact]
    public async Task Two_people_changing_one_card_see_both_versions_and_nothing_is_lost()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, published: 15m, working: 17m);
        var amina = await app.AsAsync(Amina);
        var (first, second) = (await amina.OpenAsync($"/xs/indicators/edit/{id}"), await amina.OpenAsync($"/xs/indicators/edit/{id}"));

        await amina.SubmitAsync(first, "form[data-test=card]", new() { ["Form.Method"] = "First method", ["Reason"] = "One" });
        var answer = await amina.SubmitAsync(second, "form[data-test=card]", new() { ["Form.Method"] = "Second method", ["Reason"] = "Two" });
        var page = await Visitor.ParseAsync(answer);

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("First method", page.QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Second method", page.QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_target_on_the_wrong_side_of_the_baseline_is_refused_and_a_right_one_replaces_the_old()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, published: 15m, working: 17m);
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"/xs/indicators/{id}/targets");

        var wrong = await amina.SubmitAsync(form, "form[data-test=target]", new() { ["Form.Kind"] = "Target", ["Form.OnDay"] = "2028-12-31", ["Form.Value"] = "3" });
        var right = await amina.SubmitAsync(form, "form[data-test=target]", new() { ["Form.Kind"] = "Target", ["Form.OnDay"] = "2028-12-31", ["Form.Value"] = "25" });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, right.StatusCode);
        Assert.Contains("25 %", (await amina.OpenAsync($"/xs/indicators/{id}")).Body!.TextContent, StringComparison.Ordinal);
    }

    internal static async Task<Guid> GivenAsync(TestApp app, decimal published, decimal working, Classification level = Classification.Public, string code = "TEST-1", string component = "POL")
    {
        await using var db = await app.DbAsAsync(Amina);
        var indicator = new Indicator { Country = "XS", Classification = level, Code = code };
        db.Indicators.Add(indicator);
        await db.RecordAsync(new Act("benchmarks.propose", "XS", Then), Ct);
        db.IndicatorDefinitions.Add(Card(indicator.Id, level: level, component: component));
        db.IndicatorTargets.Add(Target(indicator.Id, TargetKind.Baseline, "2022-12-31", 5m, level));
        db.IndicatorTargets.Add(Target(indicator.Id, TargetKind.Target, "2028-12-31", 20m, level));
        db.SeriesPoints.Add(Point(indicator.Id, "2024", published, level: level).Published());
        db.SeriesPoints.Add(Point(indicator.Id, "2025", working, level: level));
        await db.SaveAsync(new Act("benchmarks.define", "XS", Then), Ct);
        return indicator.Id;
    }
}
