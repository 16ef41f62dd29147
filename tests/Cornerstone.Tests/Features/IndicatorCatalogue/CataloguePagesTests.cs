using System.Net;
using System.Text.RegularExpressions;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorCatalogue;

public sealed partial class CataloguePagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_indicator_of_the_catalogue_is_added_once_as_a_proposal_with_its_card_and_without_a_target()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync("/xs/indicators/catalogue");
        var entry = CatalogueEntry.All.Single(e => e.Code == "SSR-02");

        var added = await amina.PostAsync("/xs/indicators/catalogue?handler=Add", page, new() { ["Code"] = entry.Code });
        await amina.PostAsync("/xs/indicators/catalogue?handler=Add", page, new() { ["Code"] = entry.Code });

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Single(await app.ActsAsync(), "catalogue.add");
        await using var db = await app.DbAsAsync(Amina);
        var defined = Assert.Single(await db.DefinedIndicatorsAsync("XS", Ct), d => d.Indicator.Code == entry.Code);
        Assert.Equal((IndicatorState.Proposed, entry.Unit, entry.Numerator, entry.Source), (defined.Indicator.State, defined.Definition.Unit, defined.Definition.Numerator, defined.Definition.Source));
        Assert.Empty(await db.TargetsOfAsync(defined.Indicator.Id, Ct));
        Assert.NotNull((await amina.OpenAsync("/xs/indicators/catalogue")).QuerySelector($"[data-test=catalogue] a[href='/xs/indicators/{defined.Indicator.Id}']"));
    }

    [Fact]
    public async Task The_whole_catalogue_brings_no_target_along_and_keeps_the_police_ratio_context_only()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync("/xs/indicators/catalogue");

        foreach (var entry in CatalogueEntry.All)
        {
            await amina.PostAsync("/xs/indicators/catalogue?handler=Add", page, new() { ["Code"] = entry.Code });
        }

        await using var db = await app.DbAsAsync(Amina);
        var all = await db.DefinedIndicatorsAsync("XS", Ct);
        Assert.Equal(CatalogueEntry.All.Select(e => e.Code).Order(), all.Select(d => d.Indicator.Code).Order());
        Assert.False(await db.IndicatorTargets.AnyAsync(t => t.Country == "XS", Ct));
        Assert.Equal(["SSR-01"], all.Where(d => d.Definition.IsContextOnly).Select(d => d.Indicator.Code));
    }

    [Fact]
    public async Task Readers_see_the_catalogue_and_add_nothing()
    {
        await using var app = await TestApp.StartAsync();
        var (jamila, amina) = (await app.AsAsync(Jamila), await app.AsAsync(Amina));
        var page = await jamila.OpenAsync("/xs/indicators/catalogue");

        var answer = await jamila.PostAsync("/xs/indicators/catalogue?handler=Add", page, new() { ["Code"] = "SSR-02" });
        var unknown = await amina.PostAsync("/xs/indicators/catalogue?handler=Add", await amina.OpenAsync("/xs/indicators/catalogue"), new() { ["Code"] = "SSR-99" });

        Assert.Equal(CatalogueEntry.All.Count, page.QuerySelectorAll("[data-test=catalogue] tbody tr").Length);
        Assert.Empty(page.QuerySelectorAll("[data-test=catalogue] button"));
        Assert.DoesNotContain("catalogue.add", await app.ActsAsync());
        Assert.NotEqual(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }

    [Fact]
    public async Task Pairs_without_years_stand_on_no_axis_of_time_and_intervals_stay_intervals()
    {
        await using var app = await TestApp.StartAsync();

        var page = await (await app.AsAsync(Jamila)).OpenAsync("/xs/indicators/reference-figures");

        var rows = page.QuerySelectorAll("[data-test=figures] tbody tr").Select(r => Spaces().Replace(r.TextContent, " ")).ToList();
        Assert.Equal(26, rows.Count);
        Assert.All(["Somalia", "State of Palestine"], place => Assert.Contains(rows, r => r.Contains(place, StringComparison.Ordinal) && r.Contains("not dated in the source", StringComparison.Ordinal)));
        Assert.Contains(rows, r => r.Contains("3–6 → 6–9", StringComparison.Ordinal) && r.Contains("2012 → 2020", StringComparison.Ordinal));
        Assert.Contains(rows, r => r.Contains("<10", StringComparison.Ordinal));
        Assert.NotEmpty(page.QuerySelectorAll("svg.chart-dumbbells"));
        Assert.Empty(page.QuerySelectorAll("svg.chart-targets, svg.chart-lines, svg.chart-multiples"));
        Assert.Equal(9, page.QuerySelectorAll("[data-test=traps] li").Length);
    }

    // Domain handbook §4.5: no agreed United Nations standard; the "222" figure is a myth and a target nowhere.
    [Fact]
    public async Task The_myth_of_222_stands_on_neither_page()
    {
        await using var app = await TestApp.StartAsync();
        var jamila = await app.AsAsync(Jamila);

        foreach (var path in (string[])["catalogue", "reference-figures"])
        {
            Assert.DoesNotMatch(Myth(), (await jamila.OpenAsync($"/xs/indicators/{path}")).QuerySelector("main")!.TextContent);
        }

        Assert.Contains("Context only: no target", (await jamila.OpenAsync("/xs/indicators/catalogue")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"(?<![\d.,])222(?![\d.,]*\d)", RegexOptions.None, 2000)]
    private static partial Regex Myth();

    [GeneratedRegex(@"\s+", RegexOptions.None, 2000)]
    private static partial Regex Spaces();
}
