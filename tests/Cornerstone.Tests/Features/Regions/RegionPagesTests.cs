using System.Net;
using System.Text;
using AngleSharp.Html.Dom;
using Cornerstone.Features.Regions;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Regions;

public sealed class RegionPagesTests
{
    private const string File = """
        {"type":"FeatureCollection","features":[
          {"type":"Feature","properties":{"pcode":"XS-N","nom":"Nord"},"geometry":{"type":"Polygon","coordinates":[[[0,1],[1,1],[1,2],[0,2],[0,1]]]}},
          {"type":"Feature","properties":{"pcode":"XS-S","nom":"Sud"},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}},
          {"type":"Feature","properties":{"pcode":"-99","nom":"?"},"geometry":{"type":"Polygon","coordinates":[[[3,0],[4,0],[4,1],[3,1],[3,0]]]}}]}
        """;

    [Fact]
    public async Task Boundaries_come_in_by_a_guessed_property_with_the_bad_area_explained_and_a_second_time_change_nothing_else()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var preview = await SendAsync(amina, File);
        var findings = preview.QuerySelector("[data-test=findings]")!.TextContent;
        var answer = await amina.SubmitAsync(preview, "[data-test=import]", new() { ["Source"] = "Survey department, 2025", ["NameLanguage"] = "fr" });

        Assert.Contains("-99", findings, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = await app.DbAsAsync(Jamila);
        Assert.Equal(["XS-N", "XS-S"], (await db.RegionsAsync("XS", TestContext.Current.CancellationToken)).Select(r => r.Code));
        Assert.Equal(4, (await db.OutlinesAsync("XS", 1, TestContext.Current.CancellationToken))["XS-N"].PointCount);
        var page = await amina.OpenAsync("/xs/regions");
        Assert.NotNull(page.QuerySelector("svg.chart-map"));

        // The country has no second level: there is nothing to count, and no zero to print.
        Assert.DoesNotContain(page.QuerySelectorAll("svg.chart-map .chart-figure"), f => f.TextContent == "0");
        Assert.Contains("Survey department", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("regions.import", await app.ActsAsync());
    }

    [Fact]
    public async Task A_file_that_is_no_boundary_comes_back_with_its_reason()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var page = await SendAsync(amina, "not json", HttpStatusCode.UnprocessableEntity);

        Assert.Contains("not readable as JSON", page.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_those_who_keep_the_plan_upload_boundaries()
    {
        await using var app = await TestApp.StartAsync();
        var jamila = await app.AsAsync(Jamila);

        Assert.Equal(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs/regions"));
        Assert.NotEqual(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs/regions/import"));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Amina)).StatusOfAsync("/xs/regions/xs-none"));
    }

    private static async Task<IHtmlDocument> SendAsync(Visitor visitor, string content, HttpStatusCode expected = HttpStatusCode.OK)
    {
        var form = await visitor.OpenAsync("/xs/regions/import");
        using var body = new MultipartFormDataContent
        {
            { new ByteArrayContent(Encoding.UTF8.GetBytes(content)), "Upload", "regions.geojson" },
            { new StringContent(((IHtmlInputElement)form.QuerySelector("[data-test=upload] input[name=__RequestVerificationToken]")!).Value), "__RequestVerificationToken" },
        };
        var answer = await visitor.Client.PostAsync("/xs/regions/import", body, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        return await Visitor.ParseAsync(answer);
    }
}
