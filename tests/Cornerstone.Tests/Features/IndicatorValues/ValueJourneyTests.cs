using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorValues;

public sealed class ValueJourneyTests
{
    private const string Values = "/xs/values";

    [Fact]
    public async Task A_value_goes_from_its_author_over_a_verifier_to_the_public()
    {
        await using var app = await TestApp.StartAsync();
        var indicator = await app.IndicatorAsync();
        var bruno = await app.AsAsync(Bruno);
        var amina = await app.AsAsync(Amina);

        var form = await bruno.OpenAsync($"{Values}/enter?indicator={indicator}&period=2025");
        var entered = await bruno.SubmitAsync(form, "form[data-test=value]", new() { ["Form.Value"] = "1,250", ["Form.NoEvidenceBecause"] = "Kept on paper", ["Then"] = "Submit" });
        Assert.Equal(HttpStatusCode.Redirect, entered.StatusCode);
        var address = entered.Headers.Location!.ToString();
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(amina, address, "verify", Marks(2))).StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, (await ActAsync(amina, address, "publish", [])).StatusCode);

        var point = await app.PointAsync(Guid.Parse(address.Split('/')[^1]));
        Assert.Equal((PointState.Published, 1250m), (point.State, point.Value.Number));
        Assert.Equal(["values.enter", "values.submit", "values.verify", "values.publish"], (await app.ActsAsync()).Where(a => a.StartsWith("values.", StringComparison.Ordinal)));
        Assert.Contains("1,250", (await (await app.AsAsync(Jamila)).OpenAsync(address)).QuerySelector("[data-test=value]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_value_says_why_and_waits_for_its_author()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.ValueAsync(await app.IndicatorAsync(), PointState.Submitted);
        var amina = await app.AsAsync(Amina);

        var without = await ActAsync(amina, $"{Values}/{id}", "return", []);
        var with = await ActAsync(amina, $"{Values}/{id}", "return", new() { ["Reason"] = "The total lacks two provinces" });

        Assert.Equal((HttpStatusCode)422, without.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, with.StatusCode);
        var queue = await (await app.AsAsync(Bruno)).OpenAsync(Values);
        Assert.Contains("The total lacks two provinces", queue.QuerySelector("[data-test=returned]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quality_below_the_minimum_is_not_published()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.ValueAsync(await app.IndicatorAsync(), PointState.Verified, quality: 1);

        var answer = await ActAsync(await app.AsAsync(Amina), $"{Values}/{id}", "publish", []);

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Equal(PointState.Verified, (await app.PointAsync(id)).State);
    }

    [Fact]
    public async Task A_correction_keeps_the_published_value_until_it_is_published_and_stands_in_the_revisions()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.ValueAsync(await app.IndicatorAsync(), PointState.Published);
        var bruno = await app.AsAsync(Bruno);
        var amina = await app.AsAsync(Amina);

        var form = await bruno.OpenAsync($"{Values}/enter?corrects={id}");
        var silent = await bruno.SubmitAsync(form, "form[data-test=value]", new() { ["Form.Value"] = "44", ["Then"] = "Submit" });
        var begun = await bruno.SubmitAsync(form, "form[data-test=value]", new() { ["Form.Value"] = "44", ["Form.Note"] = "One course was counted twice", ["Then"] = "Submit" });
        var address = begun.Headers.Location!.ToString();
        Assert.Equal(PointState.Published, (await app.PointAsync(id)).State);
        await ActAsync(amina, address, "verify", Marks(3));
        await ActAsync(amina, address, "publish", []);

        Assert.Equal((HttpStatusCode)422, silent.StatusCode);
        Assert.Equal(PointState.Corrected, (await app.PointAsync(id)).State);
        var revisions = await (await app.AsAsync(Dmitri)).OpenAsync($"{Values}/revisions");
        Assert.Contains("One course was counted twice", revisions.QuerySelector("[data-test=revisions]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_leap_is_confirmed_before_it_is_saved_and_nothing_typed_is_lost()
    {
        await using var app = await TestApp.StartAsync();
        var indicator = await app.IndicatorAsync();
        await app.ValueAsync(indicator, PointState.Published, "2024", 100m);
        var bruno = await app.AsAsync(Bruno);
        var form = await bruno.OpenAsync($"{Values}/enter?indicator={indicator}&period=2025");

        var doubted = await bruno.SubmitAsync(form, "form[data-test=value]", new() { ["Form.Value"] = "900", ["Form.Note"] = "New academy" });
        var page = await Visitor.ParseAsync(doubted);
        var confirmed = await bruno.SubmitAsync(page, "form[data-test=value]", new() { ["Form.Confirmed"] = "true" });

        Assert.Equal((HttpStatusCode)422, doubted.StatusCode);
        Assert.Contains("I5", page.QuerySelector("[data-test=doubts]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal("New academy", page.QuerySelector<IHtmlTextAreaElement>("[name='Form.Note']")!.Value);
        Assert.Equal(HttpStatusCode.Redirect, confirmed.StatusCode);
    }

    [Fact]
    public async Task Two_people_entering_one_period_meet_and_both_values_are_kept()
    {
        await using var app = await TestApp.StartAsync();
        var indicator = await app.IndicatorAsync();
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"{Values}/enter?indicator={indicator}&period=2025");
        var id = await app.ValueAsync(indicator);

        var met = await amina.SubmitAsync(form, "form[data-test=value]", new() { ["Form.Value"] = "47" });
        var page = await Visitor.ParseAsync(met);
        var kept = await amina.SubmitAsync(page, "form[data-test=value]", new() { ["Then"] = "KeepBoth" });

        Assert.Equal(HttpStatusCode.Conflict, met.StatusCode);
        Assert.Contains("40", page.QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("47", page.QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, kept.StatusCode);
        Assert.Equal(40m, (await app.PointAsync(id)).Value.Number);
        Assert.NotNull((await amina.OpenAsync($"{Values}/{id}")).QuerySelector("[data-test=rival]"));
    }

    internal static Dictionary<string, string> Marks(int mark) =>
        new[] { "Validity", "Reliability", "Timeliness", "Precision", "Integrity", "Completeness" }.ToDictionary(d => $"Quality.{d}", _ => $"{mark}");

    internal static async Task<HttpResponseMessage> ActAsync(Visitor visitor, string address, string form, Dictionary<string, string> values) =>
        await visitor.SubmitAsync(await visitor.OpenAsync(address), $"form[data-test={form}]", values);
}
