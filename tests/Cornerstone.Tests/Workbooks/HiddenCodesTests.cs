using System.Net;
using AngleSharp.Html.Dom;
using Cornerstone.Data;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.Plan;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Tests.Features.Plan;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Workbooks;

/// <summary>Rows of a file whose code a hidden record holds: named at their cell in the words of the form, and the others come in.</summary>
public sealed class HiddenCodesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_row_and_cell_are_named_and_the_other_rows_come_in_by_choice()
    {
        await using var app = await TestApp.StartAsync();
        await HiddenRegionsAsync(app, "R-00002");
        var amina = await LoweredAsync(app);

        var preview = await WorkbookSetting.SendAsync(amina, WorkbookSetting.Regions(3));
        var answer = await amina.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });

        Assert.Equal(("2", "0", "0", "1"), WorkbookSetting.Counts(preview));
        var finding = Assert.Single(preview.QuerySelectorAll("[data-test=finding]")).TextContent;
        Assert.All(["A3", "W14", "R-00002", "This code cannot be used. Choose another one."], said => Assert.Contains(said, finding, StringComparison.Ordinal));
        Assert.DoesNotContain("Hidden words", preview.Body!.InnerHtml, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(["R-00001", "R-00003"], await db.Regions.Where(r => r.Code.StartsWith("R-")).Select(r => r.Code).Order().ToListAsync(Ct));
    }

    [Fact]
    public async Task Rows_that_lean_on_such_a_row_are_refused_as_on_any_code_nobody_knows()
    {
        await using var app = await TestApp.StartAsync();
        var plan = await GivenPlan.InAsync(app);
        await using (var db = await app.DbAsAsync(Amina))
        {
            var hidden = GivenPlan.Node(plan.Version, PlanLevel.Outcome, "G1.O9", "Hidden words", plan.Goal);
            hidden.Classification = Classification.Restricted;
            db.Add(hidden);
            await db.SaveAsync(new Act("plan.add", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        var amina = await LoweredAsync(app);
        var file = Sheet("Nodes", ["Code", "Stands under", "Level", "Title [en]"],
            ["G1.O9", "G1", "Outcome", "Mine"], ["G1.O9.1", "G1.O9", "Activity", "Below it"], ["G1.O1.9", "G1.O1", "Activity", "Beside it"]);

        var preview = await WorkbookSetting.SendAsync(amina, file, "plan", "plan.xlsx");
        await amina.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });

        Assert.Equal(["W14", "plan.parent-unknown"], Rules(preview));
        await using var after = await app.DbAsAsync(Amina);
        Assert.Equal(5, await after.PlanNodes.CountAsync(Ct));
        Assert.Contains("Beside it", (await amina.OpenAsync("/xs/plan?all=true")).Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_meets_many_names_twenty_and_is_refused_as_a_whole()
    {
        await using var app = await TestApp.StartAsync();
        await HiddenRegionsAsync(app, [.. Enumerable.Range(1, 30).Select(i => $"R-{i:D5}")]);
        var amina = await LoweredAsync(app);

        var preview = await WorkbookSetting.SendAsync(amina, WorkbookSetting.Regions(40));
        var answer = await amina.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });

        Assert.Equal(("20", "0", "0", "20"), WorkbookSetting.Counts(preview));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(0, await db.Regions.CountAsync(r => r.Code.StartsWith("R-"), Ct));
    }

    [Fact]
    public async Task Nothing_is_answered_to_who_may_not_write_there_nor_of_what_a_sealed_group_keeps_nor_of_other_tables()
    {
        await using var app = await TestApp.StartAsync();
        await HiddenRegionsAsync(app, "SECRET");
        await SealedLawAsync(app, "SECRET");
        await LoweredAsync(app);
        await using var amina = await app.DbAsAsync(Amina);
        await using var dmitri = await app.DbAsAsync(Dmitri);

        Assert.Equal(["SECRET"], await amina.UnseenCodesAsync(new("region"), "XS", ["SECRET", "FREE"], Ct));
        Assert.Empty(await dmitri.UnseenCodesAsync(new("region"), "XS", ["SECRET"], Ct));
        Assert.Empty(await amina.UnseenCodesAsync(new("law"), "XS", ["SECRET"], Ct));
        await Assert.ThrowsAsync<PostgresException>(() => amina.UnseenCodesAsync(new("plan_cost"), "XS", ["SECRET"], Ct));
    }

    [Fact]
    public async Task Every_workbook_whose_records_have_codes_asks_and_the_database_answers()
    {
        await using var app = await TestApp.StartAsync();
        await using var db = await app.DbAsAsync(Amina);
        var run = new WorkbookRun(db, "XS", db.Reader, new Act("test", "XS", DateTimeOffset.UnixEpoch), SpeakEnglish(app));
        var asked = new List<string>();
        foreach (var workbook in WorkbooksRoom.All)
        {
            foreach (var register in (await workbook.SheetsAsync(run, Ct)).SelectMany(s => s.Columns).Select(c => c.Register).OfType<CodeRegister>())
            {
                Assert.Empty(await db.UnseenCodesAsync(register, "XS", ["NONE"], Ct));
                asked.Add(register.Table);
            }
        }

        Assert.Equal(
            ["council_benchmark", "function_of_sector", "indicator", "institution", "instrument", "law", "national_component", "oversight_activity", "plan_node", "region"],
            asked.Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> Rules(IHtmlDocument preview) =>
        preview.QuerySelectorAll("[data-test=finding]").Select(f => f.TextContent.Contains("W14", StringComparison.Ordinal) ? "W14" : f.TextContent.Contains("plan.parent-unknown", StringComparison.Ordinal) ? "plan.parent-unknown" : f.TextContent);

    private static Text SpeakEnglish(TestApp app) => app.Services.CreateScope().ServiceProvider.GetRequiredService<Text>();

    internal static byte[] Sheet(string name, string[] headings, params string[][] rows)
    {
        using var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            writer.Begin(new SheetLayout(name, [.. headings.Select(h => new SheetColumn(h))]));
            foreach (var row in rows)
            {
                writer.Row([.. row]);
            }
        }

        return memory.ToArray();
    }

    private static async Task HiddenRegionsAsync(TestApp app, params IReadOnlyList<string> codes)
    {
        await using var db = await app.DbAsAsync(Amina);
        db.AddRange(codes.Select(c => new Region { Country = "XS", Classification = Classification.Restricted, Code = c, Names = Wording.Of("en", "Hidden words"), Level = 1 }));
        await db.SaveAsync(new Act("regions.add", "XS", DateTimeOffset.UnixEpoch), Ct);
    }

    private static async Task SealedLawAsync(TestApp app, string code)
    {
        var group = Guid.CreateVersion7();
        await app.ExecuteAsync($"insert into access.compartment values ('{group}', 'XS', 'Closed committee', 'Act 1/2025'); insert into access.compartment_member values ('{group}', '{Amina.Id}', '2020-01-01', '2099-01-01')");
        await using (var db = await app.DbAsAsync(Amina))
        {
            var law = new Law { Country = "XS", Classification = Classification.Government, Compartment = group, Code = code, Title = Wording.Of("en", "Hidden words") };
            db.AddRange(law, law.Take(new(LawState.Planned, new(2025, 1, 1)), isFirst: true, Amina.Id, DateTimeOffset.UnixEpoch));
            await db.SaveAsync(new Act("legislation.add", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        await app.ExecuteAsync($"delete from access.compartment_member where compartment_id = '{group}'");
    }

    // From now on the secretariat's person reads no higher than the government's level.
    private static async Task<Visitor> LoweredAsync(TestApp app)
    {
        await app.ExecuteAsync($"update access.membership set clearance = 2 where person_id = '{Amina.Id}' and country = 'XS'");
        return await app.AsAsync(Amina);
    }
}
