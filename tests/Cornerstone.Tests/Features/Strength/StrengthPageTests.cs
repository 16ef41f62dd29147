using System.Net;
using Cornerstone.Tests.Features.Institutions;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Strength;

public sealed class StrengthPageTests
{
    [Fact]
    public async Task Small_counts_are_withheld_from_those_without_the_right()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstitutionAsync("POL", "Police");
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"/xs/institutions/{id}/strength");
        var answer = await amina.SubmitAsync(form, "[data-test=report]", new() { ["Day"] = "2025-12-31", ["Counts[L1.Women]"] = "3", ["Counts[L1.Men]"] = "41", ["Counts[L7.Women]"] = "200", ["Counts[L7.Men]"] = "1800" });
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);

        var full = Cells(await amina.OpenAsync($"/xs/institutions/{id}/strength"));
        var grace = await app.AsAsync(Grace);
        var kept = Cells(await grace.OpenAsync($"/xs/institutions/{id}/strength"));

        Assert.Contains("3", full);
        Assert.Contains("41", full);
        Assert.DoesNotContain("3", kept);
        Assert.DoesNotContain("41", kept);
        Assert.Contains("‡", kept);

        static List<string> Cells(AngleSharp.Html.Dom.IHtmlDocument page) => [.. page.QuerySelectorAll("[data-test=strength] td").Select(c => c.TextContent.Trim())];
    }

    [Fact]
    public async Task Posts_and_people_stand_on_a_line_over_time_with_their_figures_beneath_it()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstitutionAsync("POL", "Police");
        var amina = await app.AsAsync(Amina);
        await ReportAsync(amina, id, new() { ["Day"] = "2023-12-31", ["ReportKind"] = "Authorised", ["Counts[All.All]"] = "2500" });
        await ReportAsync(amina, id, new() { ["Day"] = "2023-12-31", ["Counts[All.Women]"] = "150", ["Counts[All.Men]"] = "1850" });
        await ReportAsync(amina, id, new() { ["Day"] = "2025-12-31", ["Counts[All.Women]"] = "203", ["Counts[All.Men]"] = "1841" });

        var chart = (await amina.OpenAsync($"/xs/institutions/{id}/strength")).QuerySelector(".chart-box")!;

        Assert.Equal(["As at", "Actual", "Men", "Women", "Authorised"], chart.QuerySelectorAll("thead th").Select(h => h.TextContent));
        Assert.Equal(["31 Dec 2023 2,000 1,850 150 2,500", "31 Dec 2025 2,044 1,841 203 2,500"], chart.QuerySelectorAll("tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))));
    }

    [Fact]
    public async Task What_is_withheld_leaves_a_gap_in_the_line()
    {
        await using var app = await TestApp.StartAsync();
        var id = await app.InstitutionAsync("POL", "Police");
        var amina = await app.AsAsync(Amina);
        await ReportAsync(amina, id, new() { ["Day"] = "2023-12-31", ["Counts[All.Women]"] = "4", ["Counts[All.Men]"] = "96" });
        await ReportAsync(amina, id, new() { ["Day"] = "2025-12-31", ["Counts[All.Women]"] = "15", ["Counts[All.Men]"] = "90" });
        var grace = await app.AsAsync(Grace);

        var rows = (await grace.OpenAsync($"/xs/institutions/{id}/strength")).QuerySelectorAll(".chart-box tbody tr").Select(r => string.Join(' ', r.Children.Select(c => c.TextContent.Trim()))).ToList();

        Assert.DoesNotContain(rows, r => r.Split(' ').Contains("4") || r.Split(' ').Contains("96"));
        Assert.Contains(rows, r => r.StartsWith("31 Dec 2025 105 90 15", StringComparison.Ordinal));
    }

    private static async Task ReportAsync(Visitor visitor, Guid id, Dictionary<string, string> report)
    {
        var answer = await visitor.SubmitAsync(await visitor.OpenAsync($"/xs/institutions/{id}/strength"), "[data-test=report]", report);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }
}
