using System.Net;
using Cornerstone.Tests.Features.Commitments;
using Cornerstone.Tests.TestKit;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.CommitmentEditing;

public sealed class ObligationEditPageTests
{
    [Fact]
    public async Task Editing_what_somebody_else_has_changed_meanwhile_shows_both_versions()
    {
        await using var app = await TestApp.StartAsync();
        var obligation = (await app.AcceptAsync(await app.MandateAsync(), "op/17")).Single();
        var address = $"/xs/commitments/{obligation}/edit";
        var amina = await app.AsAsync(Amina);
        var first = await amina.OpenAsync(address);
        var second = await amina.OpenAsync(address);
        await amina.SubmitAsync(first, "form[data-test=obligation]", new() { ["Form.Responsible"] = "Ministry of Defence" });

        var conflict = await amina.SubmitAsync(second, "form[data-test=obligation]", new() { ["Form.Responsible"] = "National Secretariat" });

        Assert.Equal(HttpStatusCode.Conflict, conflict.StatusCode);
        var both = await Visitor.ParseAsync(conflict);
        var shown = both.QuerySelector("[data-test=conflict]")!.TextContent;
        Assert.Contains("Ministry of Defence", shown, StringComparison.Ordinal);
        Assert.Contains("National Secretariat", shown, StringComparison.Ordinal);
        var again = await amina.SubmitAsync(both, "form[data-test=obligation]", []);
        Assert.Equal(HttpStatusCode.Redirect, again.StatusCode);
        Assert.Equal("National Secretariat", (await CommitmentPagesTests.AllAsync(app)).Single().Responsible);
    }

    [Fact]
    public async Task A_wrong_form_is_explained_on_the_same_page()
    {
        await using var app = await TestApp.StartAsync();
        var obligation = (await app.AcceptAsync(await app.MandateAsync(), "op/12")).Single();
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/commitments/{obligation}/edit");

        var answer = await amina.SubmitAsync(page, "form[data-test=obligation]", new() { ["Form.What"] = "", ["Form.DueDate"] = "31.02.2026" });

        Assert.Equal((HttpStatusCode)422, answer.StatusCode);
        Assert.Equal(2, (await Visitor.ParseAsync(answer)).QuerySelectorAll(".error-summary li").Length);
    }
}
