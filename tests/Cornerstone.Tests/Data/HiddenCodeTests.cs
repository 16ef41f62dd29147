using System.Net;
using AngleSharp.Html.Dom;
using Cornerstone.Data;
using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Features.Legislation;
using Cornerstone.Tests.Features.Commitments;
using Cornerstone.Tests.Features.Indicators;
using Cornerstone.Tests.Features.OversightActivities;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Data;

/// <summary>A code held by a record the writer may not see: one sentence beside the field, and nothing about the record.</summary>
public sealed class HiddenCodeTests
{
    private const string CodeField = "Form.Code";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/xs/laws/edit", "law", "Form.Title.En=Hidden words&Step.To=Drafting&Step.On=2025-03-01")]
    [InlineData("/xs/instruments/edit", "instrument", "Form.Title.En=Hidden words&Form.Kind=Policy&Step.To=Drafting&Step.On=2025-03-01")]
    [InlineData("/xs/council-benchmarks/new", "benchmark", "Form.Words=Hidden words&Form.Symbol=S/RES/9901 (2025)&Form.Paragraph=12&Form.Assessor=Joint team")]
    [InlineData("/xs/institutions/new", "institution", "Form.Names.En=Hidden words&Form.Component=POL&Form.Type=Agency&From=2025-01-01", "Code")]
    public async Task Nothing_is_told_of_a_hidden_record_but_that_its_code_cannot_be_used(string address, string form, string fields, string code = CodeField)
    {
        await using var app = await TestApp.StartAsync();
        await app.MandateAsync();
        var amina = await app.AsAsync(Amina);
        var hidden = Fields(fields, code, Classification.Restricted);
        Assert.Equal(HttpStatusCode.Redirect, (await amina.SubmitAsync(await amina.OpenAsync(address), $"form[data-test={form}]", hidden)).StatusCode);
        await LowerAsync(app);
        amina = await app.AsAsync(Amina);

        var mine = Fields(fields.Replace("Hidden", "My own", StringComparison.Ordinal), code, Classification.Government);
        var answer = await amina.SubmitAsync(await amina.OpenAsync(address), $"form[data-test={form}]", mine);

        var page = await RefusedAsync(answer);
        Assert.Contains("My own words", page.QuerySelector($"form[data-test={form}]")!.InnerHtml, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden words", page.Body!.InnerHtml, StringComparison.Ordinal);
        mine[code] = "FREE-1";
        Assert.Equal(HttpStatusCode.Redirect, (await amina.SubmitAsync(page, $"form[data-test={form}]", mine)).StatusCode);
    }

    [Fact]
    public async Task The_same_holds_for_oversight()
    {
        await using var app = await TestApp.StartAsync();
        var (body, overseen) = await app.TwoInstitutionsAsync();
        var amina = await app.AsAsync(Amina);
        var fields = Fields($"Form.Title.En=Hearing&Form.Kind=Hearing&Form.BodyId={body}&Form.InstitutionId={overseen}&Form.HeldOn=2025-02-01&Form.IsOpen=true", CodeField, Classification.Restricted);
        await amina.SubmitAsync(await amina.OpenAsync("/xs/oversight/edit"), "form[data-test=activity]", fields);
        await LowerAsync(app);
        amina = await app.AsAsync(Amina);

        fields["Form.Classification"] = "Government";
        var answer = await amina.SubmitAsync(await amina.OpenAsync("/xs/oversight/edit"), "form[data-test=activity]", fields);

        await RefusedAsync(answer);
    }

    [Fact]
    public async Task The_same_holds_for_an_indicator_and_for_the_starter_catalogue()
    {
        await using var app = await TestApp.StartAsync();
        var entry = CatalogueEntry.All[0].Code;
        await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m, Classification.Restricted, entry);
        var open = await IndicatorPagesTests.GivenAsync(app, published: 15m, working: 17m, code: "OPEN-1");
        await LowerAsync(app);
        var amina = await app.AsAsync(Amina);

        var card = await amina.SubmitAsync(await amina.OpenAsync($"/xs/indicators/edit/{open}"), "form[data-test=card]", new() { [CodeField] = entry, ["Reason"] = "A better code" });
        var catalogue = await amina.PostAsync("/xs/indicators/catalogue?handler=add", await amina.OpenAsync("/xs/indicators/catalogue"), new() { ["Code"] = entry });

        await RefusedAsync(card);
        await RefusedAsync(catalogue);
    }

    [Fact]
    public async Task The_same_holds_for_a_node_of_the_plan_that_is_added_or_renamed()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            var hidden = GivenPlan.Node(plan.Version, Cornerstone.Features.Plan.PlanLevel.Activity, "G1.O1.9", "Hidden words", plan.Outcome);
            hidden.Classification = Classification.Restricted;
            db.Add(hidden);
            await db.SaveAsync(new Act("plan.add", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        await LowerAsync(app);
        var amina = await app.AsAsync(Amina);
        var edit = $"/xs/plan/nodes/{plan.First.Lineage}/edit";

        var renamed = await amina.SubmitAsync(await amina.OpenAsync(edit), "form[data-test=node]", new() { [CodeField] = "G1.O1.9", ["Form.Title.En"] = "My own words" });
        var added = await amina.SubmitAsync(await amina.OpenAsync("/xs/plan/nodes/new?version=1&under=G1.O1"), "form[data-test=node]", new() { [CodeField] = "G1.O1.9", ["Form.Title.En"] = "My own words", ["Level"] = "Activity" });

        foreach (var page in new[] { await RefusedAsync(renamed), await RefusedAsync(added) })
        {
            Assert.Contains("My own words", page.QuerySelector("#Form_Title_En")!.OuterHtml, StringComparison.Ordinal);
            Assert.DoesNotContain("Hidden words", page.Body!.InnerHtml, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_record_of_a_sealed_group_takes_no_code_from_those_outside_it()
    {
        await using var app = await TestApp.StartAsync();
        var group = await SealedGroupAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            var law = new Law { Country = "XS", Classification = Classification.Government, Compartment = group, Code = "SAME", Title = Wording.Of("en", "Hidden words") };
            db.AddRange(law, law.Take(new(LawState.Planned, new(2025, 1, 1)), isFirst: true, Amina.Id, DateTimeOffset.UnixEpoch));
            await db.SaveAsync(new Act("legislation.add", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        await app.ExecuteAsync($"delete from access.compartment_member where compartment_id = '{group}'");
        var amina = await app.AsAsync(Amina);

        var answer = await amina.SubmitAsync(await amina.OpenAsync("/xs/laws/edit"), "form[data-test=law]", Fields("Form.Title.En=Mine&Step.To=Drafting&Step.On=2025-03-01", CodeField, Classification.Government, "SAME"));

        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
    }

    private static Dictionary<string, string> Fields(string fields, string codeField, Classification level, string code = "SECRET-1") => new(
        fields.Split('&').Select(f => f.Split('=', 2)).Select(f => KeyValuePair.Create(f[0], f[1])))
    {
        [codeField] = code,
        ["Form.Classification"] = level.ToString(),
    };

    private static async Task<IHtmlDocument> RefusedAsync(HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await Visitor.ParseAsync(answer);
        Assert.Equal("This code cannot be used. Choose another one.", Assert.Single(page.QuerySelectorAll(".error-summary li")).TextContent.Trim());
        return page;
    }

    // From now on the secretariat's person reads no higher than the government's level.
    private static Task LowerAsync(TestApp app) => app.ExecuteAsync($"update access.membership set clearance = 2 where person_id = '{Amina.Id}' and country = 'XS'");

    private static async Task<Guid> SealedGroupAsync(TestApp app)
    {
        var group = Guid.CreateVersion7();
        await app.ExecuteAsync($"insert into access.compartment values ('{group}', 'XS', 'Closed committee', 'Act 1/2025')");
        await app.ExecuteAsync($"insert into access.compartment_member values ('{group}', '{Amina.Id}', '2020-01-01', '2099-01-01')");
        return group;
    }
}
