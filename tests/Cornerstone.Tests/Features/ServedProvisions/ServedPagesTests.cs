using System.Net;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Instruments;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.Plan;
using Cornerstone.Tests.Features.Commitments;
using Cornerstone.Tests.Features.Instruments;
using Cornerstone.Tests.Features.Legislation;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.ServedProvisions;

/// <summary>A law and an instrument serve paragraphs of the Council and are named by objectives of the plan; both ends show the link.</summary>
public sealed class ServedPagesTests
{
    private const string Mandate = "S/RES/9901 (2025)";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("law", "laws")]
    [InlineData("instrument", "instruments")]
    public async Task A_paragraph_is_picked_from_the_document_and_both_pages_show_the_link(string word, string list)
    {
        await using var app = await TestApp.StartAsync();
        var document = await app.MandateAsync();
        var id = await RecordAsync(app, word);
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/serves/{word}/{id}?symbol={Uri.EscapeDataString(Mandate)}");

        var linked = await amina.SubmitAsync(page, "form[data-test=add]", new() { ["Paragraph"] = "op/12" });
        var twice = await amina.SubmitAsync(page, "form[data-test=add]", new() { ["Paragraph"] = "op/12" });

        Assert.Equal((HttpStatusCode.Redirect, (HttpStatusCode)422), (linked.StatusCode, twice.StatusCode));
        Assert.Contains("para. 12", (await amina.OpenAsync($"/xs/{list}/{id}")).QuerySelector("[data-test=served]")!.TextContent, StringComparison.Ordinal);
        Assert.NotNull((await amina.OpenAsync($"/xs/library/documents/{document}")).QuerySelector($"a[href='/xs/{list}/{id}']"));
        Assert.NotNull((await amina.OpenAsync($"/xs/commitments/matrix?document={document}")).QuerySelector($"[data-test=serving] a[href='/xs/{list}/{id}']"));
        Assert.Contains("Linked to a paragraph", (await amina.OpenAsync($"/xs/{list}/{id}?tab=history")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);

        await amina.SubmitAsync(await amina.OpenAsync($"/xs/serves/{word}/{id}"), "[data-test=served] form", []);

        Assert.Equal("provisions.unserve", (await app.ActsAsync())[^1]);
        Assert.Null((await amina.OpenAsync($"/xs/library/documents/{document}")).QuerySelector($"a[href='/xs/{list}/{id}']"));
        Assert.Contains("Link to a paragraph removed", (await amina.OpenAsync($"/xs/{list}/{id}?tab=history")).QuerySelector("main")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_paragraph_that_is_not_there_is_refused_with_those_that_are()
    {
        await using var app = await TestApp.StartAsync();
        await app.MandateAsync();
        var law = await app.LawAsync("A", LawState.Planned, new(2025, 1, 1));
        var amina = await app.AsAsync(Amina);
        var page = await amina.OpenAsync($"/xs/serves/law/{law}?symbol={Uri.EscapeDataString(Mandate)}");

        var wrong = await Visitor.ParseAsync(await amina.SubmitAsync(page, "form[data-test=add]", new() { ["Paragraph"] = "op/999" }));
        var none = await Visitor.ParseAsync(await amina.SubmitAsync(page, "form[data-test=add]", new() { ["Paragraph"] = "" }));

        Assert.Contains("its paragraphs run from", wrong.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Choose the paragraph", none.QuerySelector(".error-summary")!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_who_may_change_the_law_links_it_and_a_hidden_one_is_not_there()
    {
        await using var app = await TestApp.StartAsync();
        var law = await app.LawAsync("A", LawState.Planned, new(2025, 1, 1));
        var (dmitri, bruno) = (await app.AsAsync(Dmitri), await app.AsAsync(Bruno));

        Assert.NotEqual(HttpStatusCode.OK, await dmitri.StatusOfAsync($"/xs/serves/law/{law}"));
        Assert.NotEqual(HttpStatusCode.OK, await bruno.StatusOfAsync($"/xs/serves/law/{law}"));
        Assert.Equal(HttpStatusCode.NotFound, await bruno.StatusOfAsync($"/xs/serves/law/{Guid.CreateVersion7()}"));
        Assert.Equal(HttpStatusCode.NotFound, await bruno.StatusOfAsync($"/xs/serves/treaty/{law}"));
    }

    [Theory]
    [InlineData("law", "laws", "Form.Laws")]
    [InlineData("instrument", "instruments", "Form.Instruments")]
    public async Task An_objective_that_names_it_stands_on_its_page_and_the_other_way_round(string word, string list, string field)
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var id = await RecordAsync(app, word);
        var amina = await app.AsAsync(Amina);
        var form = await amina.OpenAsync($"/xs/plan/nodes/{plan.First.Lineage}/edit");

        await amina.SubmitAsync(form, "form[data-test=node]", new() { [field] = id.ToString() });

        var node = (await amina.OpenAsync($"/xs/{list}/{id}")).QuerySelector("[data-test=plan-nodes] a")!;
        Assert.Contains("G1.O1.1 Open complaints offices", node.TextContent, StringComparison.Ordinal);
        var shown = await amina.OpenAsync(node.GetAttribute("href")!);
        Assert.NotNull(shown.QuerySelector($"[data-test=panel] a[href='/xs/{list}/{id}']"));
    }

    [Fact]
    public async Task An_objective_above_the_readers_level_does_not_stand_on_the_laws_page()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        var law = await app.LawAsync("A", LawState.Planned, new(2025, 1, 1));
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.Add(new PlanLink { Country = "XS", Classification = Classification.Public, VersionId = plan.Version.Id, NodeId = plan.First.Id, Kind = PlanLinkKind.Law, Target = law.ToString() });
            await db.SaveAsync(new Act("plan.edit", "XS", DateTimeOffset.UnixEpoch), Ct);
            (await db.PlanNodes.SingleAsync(n => n.Id == plan.First.Id, Ct)).Classification = Classification.Restricted;
            await db.SaveAsync(new Act("plan.edit", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        Assert.Single((await (await app.AsAsync(Amina)).OpenAsync($"/xs/laws/{law}")).QuerySelectorAll("[data-test=plan-nodes] li"));
        Assert.Empty((await (await app.AsAsync(Elif)).OpenAsync($"/xs/laws/{law}")).QuerySelectorAll("[data-test=plan-nodes] li"));
    }

    [Fact]
    public async Task A_focal_point_changes_the_laws_of_their_own_institution_and_no_other()
    {
        await using var app = await TestApp.StartAsync();
        var (own, other) = (await app.LawAsync("OWN", LawState.Planned, new(2025, 1, 1)), await app.LawAsync("OTHER", LawState.Planned, new(2025, 1, 1)));
        await AnsweredForByBrunoAsync(app, own);
        var bruno = await app.AsAsync(Bruno);
        var form = await bruno.OpenAsync($"/xs/laws/edit/{own}");

        var saved = await bruno.SubmitAsync(form, "form[data-test=law]", new() { ["Form.Subject"] = "Use of force", ["Form.Code"] = "STOLEN", ["Form.Classification"] = "Public" });
        var moved = await bruno.SubmitAsync(await bruno.OpenAsync($"/xs/laws/{own}"), "form[data-test=step]", new() { ["Step.To"] = "Drafting", ["Step.On"] = "2025-06-01" });

        Assert.Null(form.QuerySelector("#Form_Code"));
        Assert.Equal((HttpStatusCode.Redirect, HttpStatusCode.Redirect), (saved.StatusCode, moved.StatusCode));
        Assert.NotEqual(HttpStatusCode.OK, await bruno.StatusOfAsync($"/xs/laws/edit/{other}"));
        Assert.NotEqual(HttpStatusCode.OK, await bruno.StatusOfAsync("/xs/laws/edit"));
        Assert.Null((await bruno.OpenAsync($"/xs/laws/{other}")).QuerySelector("form[data-test=step]"));
        await using var db = await app.DbAsAsync(Amina);
        var law = await db.Laws.SingleAsync(l => l.Id == own, Ct);
        Assert.Equal(("OWN", "Use of force", LawState.Drafting), (law.Code, law.Subject, law.State));
        Assert.NotNull(law.LeadInstitutionId);
    }

    private static async Task<Guid> RecordAsync(TestApp app, string word) => word == "law"
        ? await app.LawAsync("A", LawState.Planned, new(2025, 1, 1))
        : await app.InstrumentAsync(InstrumentState.Drafting);

    private static async Task AnsweredForByBrunoAsync(TestApp app, Guid law)
    {
        await using var db = await app.DbAsAsync(Amina);
        var ministry = new Institution { Country = "XS", Classification = Classification.Public, Code = "MOI-T" };
        db.Add(ministry);
        db.Add(new FocalPoint { Country = "XS", Classification = Classification.Public, PersonId = Bruno.Id, InstitutionId = ministry.Id, FromDay = new DateOnly(2020, 1, 1) });
        (await db.Laws.SingleAsync(l => l.Id == law, Ct)).LeadInstitutionId = ministry.Id;
        await db.SaveAsync(new Act("legislation.edit", "XS", DateTimeOffset.UnixEpoch), Ct);
    }
}
