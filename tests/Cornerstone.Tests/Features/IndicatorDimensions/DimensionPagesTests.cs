using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Tests.Features.Indicators;
using Cornerstone.Tests.TestKit;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorDimensions;

public sealed class DimensionPagesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static readonly Dictionary<string, string> UnitType = new()
    {
        ["Form.Code"] = "unit-type",
        ["Form.Names.Original"] = "en",
        ["Form.Names.En"] = "Kind of unit",
        ["Form.Members[0].Code"] = "field",
        ["Form.Members[0].Name"] = "Field units",
        ["Form.Members[1].Code"] = "hq",
        ["Form.Members[1].Name"] = "Headquarters",
    };

    [Fact]
    public async Task Only_the_secretariat_changes_dimensions_and_everybody_reads_them()
    {
        await using var app = await TestApp.StartAsync();
        var jamila = await app.AsAsync(Jamila);

        Assert.Equal(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs/indicators/dimensions"));
        Assert.NotEqual(HttpStatusCode.OK, await jamila.StatusOfAsync("/xs/indicators/dimensions/edit"));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Amina)).StatusOfAsync($"/xs/indicators/dimensions/edit/{Guid.CreateVersion7()}"));
    }

    [Fact]
    public async Task A_dimension_of_the_countrys_own_is_added_offered_on_cards_and_asked_for_at_entry()
    {
        await using var app = await TestApp.StartAsync();
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m);
        await AgreeAsync(app, id);
        var amina = await app.AsAsync(Amina);

        var added = await amina.SubmitAsync(await amina.OpenAsync("/xs/indicators/dimensions/edit"), "form[data-test=dimension]", UnitType);
        var card = await amina.OpenAsync($"/xs/indicators/edit/{id}");
        await amina.SubmitAsync(card, "form[data-test=card]", new() { ["Form.Disaggregations"] = "unit-type", ["Reason"] = "Split by kind of unit" });
        var entry = await amina.OpenAsync($"/xs/values/enter?indicator={id}");

        Assert.Equal(HttpStatusCode.Redirect, added.StatusCode);
        Assert.Contains("dimensions.add", await app.ActsAsync());
        Assert.Contains("Field units", (await amina.OpenAsync("/xs/indicators/dimensions")).QuerySelector("[data-test=own]")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["", "field", "hq", "unknown"], entry.QuerySelectorAll("select[name='Form.Parts[unit-type]'] option").Select(o => o.GetAttribute("value")!));
    }

    [Fact]
    public async Task A_fault_stands_beside_its_part_and_a_part_that_values_use_is_not_taken_out()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var twice = await amina.SubmitAsync(await amina.OpenAsync("/xs/indicators/dimensions/edit"), "form[data-test=dimension]", new(UnitType) { ["Form.Members[1].Code"] = "field" });
        await amina.SubmitAsync(await amina.OpenAsync("/xs/indicators/dimensions/edit"), "form[data-test=dimension]", new(UnitType) { ["Form.Members[2].Code"] = "air", ["Form.Members[2].Name"] = "Air" });
        var (indicator, dimension) = await UseAsync(app, "unit-type=field");
        var form = await amina.OpenAsync($"/xs/indicators/dimensions/edit/{dimension}");

        var taken = await amina.SubmitAsync(form, "form[data-test=dimension]", new() { ["Form.Members[0].Code"] = "", ["Form.Members[0].Name"] = "" });
        var renamed = await amina.SubmitAsync(form, "form[data-test=dimension]", new() { ["Form.Code"] = "kind-of-unit" });
        var retired = await amina.SubmitAsync(form, "form[data-test=dimension]", new() { ["Form.Members[0].IsRetired"] = "true" });

        Assert.Equal((HttpStatusCode)422, twice.StatusCode);
        Assert.Contains("stands here twice", (await Visitor.ParseAsync(twice)).QuerySelector("#Form_Members_1__Code-error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)422, taken.StatusCode);
        Assert.Contains("Values use field", (await Visitor.ParseAsync(taken)).QuerySelector("form .error")!.TextContent, StringComparison.Ordinal);
        Assert.Equal((HttpStatusCode)422, renamed.StatusCode);
        Assert.Equal(HttpStatusCode.Redirect, retired.StatusCode);
        Assert.Contains("no longer used", (await amina.OpenAsync("/xs/indicators/dimensions")).QuerySelector("[data-test=own]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEqual(Guid.Empty, indicator);
    }

    [Fact]
    public async Task Two_people_changing_one_dimension_do_not_overwrite_each_other()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync("/xs/indicators/dimensions/edit"), "form[data-test=dimension]", UnitType);
        var dimension = await DimensionAsync(app);
        var (first, second) = (await amina.OpenAsync($"/xs/indicators/dimensions/edit/{dimension}"), await amina.OpenAsync($"/xs/indicators/dimensions/edit/{dimension}"));

        await amina.SubmitAsync(first, "form[data-test=dimension]", new() { ["Form.Members[0].Name"] = "In the field" });
        var late = await amina.SubmitAsync(second, "form[data-test=dimension]", new() { ["Form.Members[0].Name"] = "Patrols" });

        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        Assert.Contains("In the field", (await Visitor.ParseAsync(late)).QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
    }

    // Values of a mere proposal are not asked for.
    private static async Task AgreeAsync(TestApp app, Guid id)
    {
        await using var db = await app.DbAsAsync(Amina);
        Assert.Null((await db.Indicators.SingleAsync(i => i.Id == id, Ct)).Agree());
        await db.SaveAsync(new Act("benchmarks.state", "XS", Then), Ct);
    }

    private static async Task<Guid> DimensionAsync(TestApp app)
    {
        await using var db = await app.DbAsAsync(Amina);
        return await db.OwnDimensions.Where(d => d.Country == "XS" && d.Code == "unit-type").Select(d => d.Id).SingleAsync(Ct);
    }

    private static async Task<(Guid Indicator, Guid Dimension)> UseAsync(TestApp app, string part)
    {
        var id = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m, code: "TEST-2");
        await using var db = await app.DbAsAsync(Amina);
        db.SeriesPoints.Add(Point(id, "2024", 4m, dimensions: part));
        await db.SaveAsync(new Act("values.enter", "XS", Then), Ct);
        return (id, await DimensionAsync(app));
    }
}
