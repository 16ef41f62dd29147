using System.Net;
using System.Xml;
using System.Xml.Linq;
using Cornerstone.Tests.Features.Indicators;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Ui.ChartFiles;

public sealed class ChartFileTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_chart_of_a_page_leads_to_itself_as_a_file_with_title_source_and_moment()
    {
        await using var app = await TestApp.StartAsync();
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/indicators/{id}");
        var address = page.QuerySelector(".chart-box a[download]")!.GetAttribute("href")!;

        using var answer = await amina.Client.GetAsync(address, Ct);

        Assert.Equal($"/xs/indicators/{id}?chart=indicator-line&as=svg", address);
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType!.MediaType);
        Assert.Equal($"xs-indicators-{id}-indicator-line.svg", answer.Content.Headers.ContentDisposition!.FileName!.Trim('"'));
        var svg = XDocument.Load(XmlReader.Create(new StringReader(await answer.Content.ReadAsStringAsync(Ct)))).Root!;
        var words = string.Join(' ', svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value));
        Assert.StartsWith("Women in the police", words, StringComparison.Ordinal);
        Assert.Contains("Source: Police payroll", words, StringComparison.Ordinal);
        Assert.Contains("As of 20", words, StringComparison.Ordinal);
        Assert.Single(svg.Descendants(), e => e.Name.LocalName == "style");
    }

    [Fact]
    public async Task A_file_shows_its_reader_no_more_than_the_page_does()
    {
        await using var app = await TestApp.StartAsync();
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        var secret = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m, Classification.Restricted, "SECRET-1");
        var (amina, jamila) = (await app.AsAsync(Amina), await app.AsAsync(Jamila));

        var working = await amina.Client.GetStringAsync($"/xs/indicators/{id}?chart=indicator-line&as=svg", Ct);
        var published = await jamila.Client.GetStringAsync($"/xs/indicators/{id}?chart=indicator-line&as=svg", Ct);

        Assert.Contains("2025: 17", working, StringComparison.Ordinal);
        Assert.DoesNotContain("2025: 17", published, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await jamila.StatusOfAsync($"/xs/indicators/{secret}?chart=indicator-line&as=svg"));
        Assert.NotEqual(HttpStatusCode.OK, await app.AsNobody().StatusOfAsync($"/xs/indicators/{id}?chart=indicator-line&as=svg"));
    }

    [Fact]
    public async Task A_chart_the_page_does_not_have_is_not_there_and_other_questions_leave_the_page_as_it_is()
    {
        await using var app = await TestApp.StartAsync();
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        var amina = await app.AsAsync(Amina);

        Assert.Equal(HttpStatusCode.NotFound, await amina.StatusOfAsync($"/xs/indicators/{id}?chart=another&as=svg"));
        Assert.NotNull((await amina.OpenAsync($"/xs/indicators/{id}?chart=indicator-line&as=png")).QuerySelector("h1"));
    }
}
