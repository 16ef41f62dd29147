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
}
