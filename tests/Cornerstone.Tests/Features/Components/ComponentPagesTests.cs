using System.Net;
using Cornerstone.Features.Institutions;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Components;

public sealed class ComponentPagesTests
{
    private const string List = "/xs/institutions/components";

    private static readonly Dictionary<string, string> Guards = new() { ["Code"] = "RNG", ["Form.Names.En"] = "Forest guards", ["Form.Parent"] = "CIV" };

    [Fact]
    public async Task A_component_of_the_country_stands_after_the_one_it_falls_under_and_is_offered_wherever_components_are_chosen()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);

        var answer = await amina.SubmitAsync(await amina.OpenAsync(List), "[data-test=component]", Guards);

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        var codes = (await db.ComponentsAsync("XS", TestContext.Current.CancellationToken)).Select(c => c.Code).ToList();
        Assert.Equal(codes.IndexOf("CIV") + 1, codes.IndexOf("RNG"));
        foreach (var page in new[] { "/xs/institutions/new", "/xs/institutions", "/xs/delineation", "/xs/indicators/edit", "/xs/laws/edit", "/xs/instruments/edit" })
        {
            Assert.Contains((await amina.OpenAsync(page)).QuerySelectorAll("option, input[type=checkbox]"), o => o.GetAttribute("value") == "RNG");
        }

        Assert.Contains("institutions.component", await app.ActsAsync());
    }

    [Theory]
    [InlineData("rng", "Use two to eight capital letters.")]
    [InlineData("POL", "POL is a code of the closed list already.")]
    [InlineData("RNG", "Another component has the code RNG.")]
    public async Task A_code_that_is_taken_or_none_comes_back(string code, string message)
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync(List);
        await amina.SubmitAsync(form, "[data-test=component]", Guards);

        var answer = await amina.SubmitAsync(form, "[data-test=component]", new(Guards) { ["Code"] = code });

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(message, (await Visitor.ParseAsync(answer)).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_people_who_edit_one_component_meet_and_the_history_tells_who()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        await amina.SubmitAsync(await amina.OpenAsync(List), "[data-test=component]", Guards);
        var (first, second) = (await amina.OpenAsync($"{List}/rng"), await amina.OpenAsync($"{List}/rng"));

        var saved = await amina.SubmitAsync(first, "[data-test=component]", new() { ["Form.Names.En"] = "Forest and wildlife guards" });
        var clash = await amina.SubmitAsync(second, "[data-test=component]", new() { ["Form.Parent"] = "POL" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (saved.StatusCode, clash.StatusCode));
        var page = await Visitor.ParseAsync(clash);
        Assert.Contains("Forest and wildlife guards", page.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("National component edited", page.QuerySelector(".history")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_read_the_list_and_neither_add_nor_edit()
    {
        await using var app = await TestApp.StartAsync();
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.Add(new NationalComponent { Country = "XS", Code = "RNG", Names = Wording.Of("en", "Forest guards"), Parent = Component.CIV });
            await db.SaveAsync(new Cornerstone.Data.Act("institutions.component", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        var jamila = await app.AsAsync(Jamila);
        var page = await jamila.OpenAsync(List);

        Assert.Contains("Forest guards", page.QuerySelector("table")!.TextContent, StringComparison.Ordinal);
        Assert.Null(page.QuerySelector("[data-test=component]"));
        Assert.NotEqual(HttpStatusCode.OK, await jamila.StatusOfAsync($"{List}/rng"));
        Assert.Equal(HttpStatusCode.NotFound, await (await app.AsAsync(Amina)).StatusOfAsync($"{List}/nothing"));
    }
}
