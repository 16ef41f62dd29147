using System.Net;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Tests.Features.Indicators;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorFramework;

public sealed class ThresholdsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    // Domain handbook §4.3 and §4.4: green 0.90, amber 0.60, too early 0.05, stale 2, quality 50 %, coverage 60 %, jump 50 %, 3 σ.
    [Fact]
    public void The_defaults_are_those_of_the_handbook_and_pass_their_own_check()
    {
        var usual = Framework.DefaultOf("XS");

        Assert.Equal(
            (0.90m, 0.60m, 0.05m, 2m, 0.50m, 0.60m, 0.50m, 3m),
            (usual.GreenFrom, usual.AmberFrom, usual.TooEarlyUntil, usual.StaleFactor, usual.LowestQuality, usual.LowestCoverage, usual.GreatestJump, usual.GreatestDeviation));
        Assert.Empty(usual.Check());
    }

    [Fact]
    public void Amber_begins_below_green_and_no_threshold_leaves_its_range()
    {
        var odd = new Framework { Country = "XS", GreenFrom = 0.6m, AmberFrom = 0.6m, StaleFactor = 0.5m, LowestQuality = 1.2m };

        var refused = odd.Check().ToDictionary(r => r.Property, r => r.Refusal.Code);

        Assert.Equal("benchmarks.threshold-order", refused[nameof(Framework.AmberFrom)]);
        Assert.Equal("benchmarks.threshold-range", refused[nameof(Framework.StaleFactor)]);
        Assert.Equal("benchmarks.threshold-share", refused[nameof(Framework.LowestQuality)]);
    }

    [Fact]
    public async Task A_country_settles_its_own_thresholds_with_a_reason_and_the_light_follows()
    {
        await using var app = await TestApp.StartAsync();
        await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/indicators/thresholds");

        var silent = await amina.SubmitAsync(form, "form[data-test=thresholds]", new() { ["Form.GreenFrom"] = "0.95" });
        var wrong = await amina.SubmitAsync(form, "form[data-test=thresholds]", new() { ["Form.AmberFrom"] = "0.95", ["Reason"] = "Try" });
        var saved = await amina.SubmitAsync(form, "form[data-test=thresholds]", new() { ["Form.GreenFrom"] = "0.95", ["Form.LowestCoverage"] = "70", ["Reason"] = "Agreed by the board" });

        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.NotNull((await Visitor.ParseAsync(wrong)).QuerySelector("#Form_AmberFrom-error"));
        Assert.Equal(HttpStatusCode.Redirect, saved.StatusCode);
        await using var db = await app.DbAsAsync(Jamila);
        var own = await db.Frameworks.SingleAsync(f => f.Country == "XS", Ct);
        Assert.Equal((0.95m, 0.70m, 0.60m), (own.GreenFrom, own.LowestCoverage, own.AmberFrom));
        Assert.Contains("Agreed by the board", (await amina.OpenAsync("/xs/indicators/thresholds")).QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(HttpStatusCode.OK, await (await app.AsAsync(Jamila)).StatusOfAsync("/xs/indicators/thresholds"));
    }

    [Fact]
    public async Task Whoever_comes_second_is_told_and_the_usual_thresholds_can_be_filled_in_again()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var (first, second) = (await amina.OpenAsync("/xs/indicators/thresholds"), await amina.OpenAsync("/xs/indicators/thresholds"));

        await amina.SubmitAsync(first, "form[data-test=thresholds]", new() { ["Form.GreenFrom"] = "0.8", ["Reason"] = "First" });
        var late = await amina.SubmitAsync(second, "form[data-test=thresholds]", new() { ["Form.GreenFrom"] = "0.85", ["Reason"] = "Second" });
        var usual = await amina.OpenAsync("/xs/indicators/thresholds?defaults=true");

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Equal("0.9", usual.QuerySelector("#Form_GreenFrom")!.GetAttribute("value"));
    }
}
