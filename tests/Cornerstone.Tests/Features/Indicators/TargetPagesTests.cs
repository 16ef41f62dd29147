using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Features.Regions;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Indicators;

public sealed class TargetPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_area_and_a_part_have_baselines_and_targets_of_their_own()
    {
        await using var app = await TestApp.StartAsync();
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        const string area = "XS-N";
        await using (var given = await app.DbAsAsync(Amina))
        {
            given.Add(new Region { Country = "XS", Classification = Classification.Public, Code = area, Names = Wording.Of("en", "North"), Level = 1 });
            await given.SaveAsync(new Act("regions.edit", "XS", Then), Ct);
        }

        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"/xs/indicators/{id}/targets");

        var baseline = await amina.SubmitAsync(form, "form[data-test=target]", new() { ["Form.Kind"] = "Baseline", ["Form.OnDay"] = "2022-12-31", ["Form.Value"] = "8", ["Form.Area"] = area });
        var wrong = await amina.SubmitAsync(form, "form[data-test=target]", new() { ["Form.Kind"] = "Target", ["Form.OnDay"] = "2028-12-31", ["Form.Value"] = "7", ["Form.Area"] = area });
        var part = await amina.SubmitAsync(form, "form[data-test=target]", new() { ["Form.Kind"] = "Target", ["Form.OnDay"] = "2028-12-31", ["Form.Value"] = "7", ["Form.Parts[sex]"] = "F" });
        var unknown = await amina.SubmitAsync(form, "form[data-test=target]", new() { ["Form.Kind"] = "Target", ["Form.OnDay"] = "2028-12-31", ["Form.Value"] = "7", ["Form.Parts[sex]"] = "Q" });

        Assert.Equal(HttpStatusCode.Redirect, baseline.StatusCode);
        Assert.Contains("other side of the baseline 8", (await Visitor.ParseAsync(wrong)).QuerySelector("#Form_Value-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, part.StatusCode);
        Assert.Contains("is no part of Sex", (await Visitor.ParseAsync(unknown)).QuerySelector("#Form_Parts_sex_-error")!.TextContent, StringComparison.Ordinal);
        await using var db = await app.DbAsAsync(Amina);
        var held = await db.TargetsOfAsync(id, Ct);
        Assert.Equal(4, held.Count);
        Assert.Contains(held, t => t.Area == area && t.Kind == TargetKind.Baseline && t.Value.Number == 8m);
        Assert.Contains(held, t => t.Dimensions == "sex=F" && t.Kind == TargetKind.Target && t.Value.Number == 7m);
    }

    [Fact]
    public async Task A_target_is_withdrawn_with_a_reason_and_stays_in_the_history()
    {
        await using var app = await TestApp.StartAsync();
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/indicators/{id}/targets");

        var silent = await amina.SubmitAsync(page, "form[data-test=withdraw]", new() { ["reason"] = "" });
        var done = await amina.SubmitAsync(page, "form[data-test=withdraw]", new() { ["reason"] = "Entered for the wrong year" });
        var after = await amina.OpenAsync($"/xs/indicators/{id}/targets");

        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.Contains("Say why", (await Visitor.ParseAsync(silent)).QuerySelector("[data-test=targets] .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, done.StatusCode);
        Assert.Single(after.QuerySelectorAll("form[data-test=withdraw]"));
        Assert.Contains("Entered for the wrong year", after.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_context_only_gets_no_target_by_form_by_card_or_by_the_database()
    {
        await using var app = await TestApp.StartAsync();
        var id = await PoliceRatioAsync(app);
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"/xs/indicators/{id}/targets");
        var card = await amina.OpenAsync($"/xs/indicators/edit/{id}");

        var target = await amina.SubmitAsync(form, "form[data-test=target]", new() { ["Form.Kind"] = "Target", ["Form.OnDay"] = "2028-12-31", ["Form.Value"] = "222" });
        var turned = await amina.SubmitAsync(card, "form[data-test=card]", new() { ["Form.IsContextOnly"] = "false", ["Reason"] = "We want a target" });

        Assert.NotNull(form.QuerySelector("[data-test=context]"));
        Assert.Equal(["Baseline"], form.QuerySelectorAll("select[name='Form.Kind'] option").Select(o => o.GetAttribute("value")!));
        Assert.Contains("context only", (await Visitor.ParseAsync(target)).QuerySelector("#Form_Kind-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)422, turned.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        db.IndicatorTargets.Add(Target(id, TargetKind.Target, "2028-12-31", 222m));
        var wall = await Assert.ThrowsAsync<DbUpdateException>(() => db.SaveAsync(new Act("benchmarks.target", "XS", Then), Ct));
        Assert.Equal("CS007", Assert.IsType<PostgresException>(wall.InnerException).SqlState);
    }

    [Fact]
    public async Task What_is_context_only_is_told_and_not_judged()
    {
        await using var app = await TestApp.StartAsync();
        var id = await PoliceRatioAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.IndicatorTargets.Add(Target(id, TargetKind.Baseline, "2022-12-31", 303m));
            db.SeriesPoints.Add(Point(id, "2025", 310m).Published());
            await db.SaveAsync(new Act("values.publish", "XS", Then), Ct);
        }

        var page = await (await app.AsAsync(Amina)).OpenAsync($"/xs/indicators/{id}");

        Assert.Contains("Context only: not judged", page.QuerySelector("[data-test=light]")!.TextContent, StringComparison.Ordinal);
    }

    private static async Task<Guid> PoliceRatioAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        var (indicator, card) = CatalogueEntry.All.Single(e => e.Code == "SSR-01").ForCountry("XS", Classification.Public, "Secretariat", null, Then);
        db.Indicators.Add(indicator);
        await db.RecordAsync(new Act("catalogue.add", "XS", Then), Ct);
        db.IndicatorDefinitions.Add(card);
        await db.SaveAsync(new Act("catalogue.add", "XS", Then), Ct);
        return indicator.Id;
    }
}
