using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Tests.Features.Delineation;
using Cornerstone.Tests.Features.Institutions;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.DelineationEditing;

public sealed class DelineationEditingPagesTests
{
    [Fact]
    public async Task A_second_agreed_accountable_institution_is_refused_and_a_claim_is_an_overlap()
    {
        await using var app = await TestApp.StartAsync();
        var (police, gendarmerie) = (await app.InstitutionAsync("POL", "Police"), await app.InstitutionAsync("GEN", "Gendarmerie"));
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync("/xs/delineation/public-order/new");
        Dictionary<string, string> Role(Guid id, string standing) => new() { ["Form.InstitutionId"] = $"{id}", ["Form.Role"] = "A", ["Form.Standing"] = standing, ["Form.LegalBasis"] = "Police Act", ["Form.From"] = "2024-01-01" };

        var first = await amina.SubmitAsync(form, "[data-test=role]", Role(police, "Agreed"));
        var second = await amina.SubmitAsync(form, "[data-test=role]", Role(gendarmerie, "Agreed"));
        var claim = await amina.SubmitAsync(form, "[data-test=role]", Role(gendarmerie, "Claimed"));

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (first.StatusCode, second.StatusCode, claim.StatusCode));
        Assert.Contains("POL is accountable", (await Visitor.ParseAsync(second)).Body!.TextContent, StringComparison.Ordinal);
        var page = await amina.OpenAsync("/xs/delineation/public-order");
        Assert.Contains("R1 2 institutions", page.QuerySelector("[data-test=findings]")!.TextContent, StringComparison.Ordinal);
        var matrix = await amina.OpenAsync("/xs/delineation");
        Assert.Contains("A*", matrix.QuerySelector("[data-test=matrix]")!.TextContent, StringComparison.Ordinal);
        Assert.NotEmpty(matrix.QuerySelectorAll("[data-test=matrix] .row-bad"));
        Assert.Contains("delineation.add", await app.ActsAsync());
    }

    [Fact]
    public async Task Two_people_who_edit_one_role_see_both_versions()
    {
        await using var app = await TestApp.StartAsync();
        var police = await app.InstitutionAsync("POL", "Police");
        var role = GivenRoles.Accountable(police, "2024-01-01", null);
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.Add(role);
            await db.SaveAsync(new Act("delineation.add", "XS", DateTimeOffset.UnixEpoch), TestContext.Current.CancellationToken);
        }

        var amina = await app.AsAsync(Amina);
        var (first, second) = (await amina.OpenAsync($"/xs/delineation/roles/{role.Id}"), await amina.OpenAsync($"/xs/delineation/roles/{role.Id}"));
        var saved = await amina.SubmitAsync(first, "[data-test=role]", new() { ["Form.Conditions"] = "On request" });
        var clash = await amina.SubmitAsync(second, "[data-test=role]", new() { ["Form.Conditions"] = "Always" });

        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Conflict), (saved.StatusCode, clash.StatusCode));
        Assert.Contains("On request", (await Visitor.ParseAsync(clash)).QuerySelector("[data-test=conflict]")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_that_does_not_exist_here_is_set_aside_with_its_reason_and_counts_no_more()
    {
        await using var app = await TestApp.StartAsync();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync("/xs/delineation/functions");

        var bare = await amina.SubmitAsync(page, "[data-test=aside]", new() { ["Aside"] = $"{GivenRoles.PublicOrder}" });
        var good = await amina.SubmitAsync(page, "[data-test=aside]", new() { ["Aside"] = $"{GivenRoles.PublicOrder}", ["Reason"] = "No such thing" });

        Assert.Equal((HttpStatusCode.UnprocessableEntity, HttpStatusCode.Redirect), (bare.StatusCode, good.StatusCode));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(27, (await db.FunctionsAsync("XS", TestContext.Current.CancellationToken)).Count);
    }
}
