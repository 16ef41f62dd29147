using Cornerstone.Data;
using Cornerstone.Features.InstrumentImport;
using Cornerstone.Features.Instruments;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.LegislationImport;
using Cornerstone.Features.OversightActivities;
using Cornerstone.Languages;
using Cornerstone.Tests.Features.Instruments;
using Cornerstone.Tests.Features.OversightActivities;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Legislation;

/// <summary>The three workbooks of laws, oversight and instruments, at the contract all rooms answer.</summary>
public sealed class LawsWorkbookTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_law_its_steps_and_its_assessment_come_in_once_and_the_second_time_change_nothing()
    {
        await using var app = await TestApp.StartAsync();
        WorkbookRow[] laws = [Law("POL"), Law("BILL")];
        WorkbookRow[] steps = [Step("POL", LawState.Drafting, new(2020, 2, 1)), Step("POL", LawState.InParliament, new(2021, 2, 1))];
        WorkbookRow[] assessments = [Row("assessments", ("law", "POL"), ("kind", "Treaty"), ("against", "CAT, art. 11"), ("on", new DateOnly(2022, 1, 1)), ("result", "Compliant"), ("by", "Ombudsperson"))];

        var first = await BringAsync(app, new LawsWorkbook(), laws, steps, assessments);
        var second = await BringAsync(app, new LawsWorkbook(), laws, steps, assessments);

        Assert.All(first, v => Assert.Equal(RowOutcome.Add, v.Outcome));
        Assert.All(second, v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(LawState.InParliament, (await db.Laws.SingleAsync(l => l.Code == "POL", Ct)).State);
        Assert.Equal(4, await db.LawSteps.CountAsync(Ct));
    }

    [Fact]
    public async Task A_step_the_law_forbids_is_refused_and_says_why()
    {
        await using var app = await TestApp.StartAsync();

        var verdicts = await BringAsync(app, new LawsWorkbook(), [Law("POL"), Law("bad code"), Law("FAR", ("lead", "NOBODY"))], [Step("POL", LawState.InForce, new(2021, 1, 1)), Step("NONE", LawState.Drafting, new(2021, 1, 1))]);

        Assert.Equal([RowOutcome.Add, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.Refused], verdicts.Select(v => v.Outcome));
        Assert.Equal(
            ["legislation.code", "legislation.lead", "legislation.no-such-step", "legislation.unknown-law"],
            verdicts.SelectMany(v => v.Findings).Select(f => f.Rule));
    }

    [Fact]
    public async Task What_each_workbook_gives_out_changes_nothing_when_it_comes_back()
    {
        await using var app = await TestApp.StartAsync();
        var (body, overseen) = await app.TwoInstitutionsAsync();
        await app.LawAsync("A", LawState.InForce, new(2020, 1, 1));
        await app.InstrumentAsync(InstrumentState.InForce);
        await using (var db = await app.DbAsAsync(Amina))
        {
            var activity = new OversightActivity { Country = "XS", Classification = Classification.Public, Code = "H", Kind = OversightKind.Audit, Title = Wording.Of("en", "Audit"), BodyId = body, InstitutionId = overseen, HeldOn = new(2025, 1, 1), IsOpen = true };
            db.AddRange(activity, new OversightRecommendation { ActivityId = activity.Id, Country = "XS", Classification = Classification.Public, What = "Publish the accounts", DueOn = new(2026, 1, 1) });
            await db.SaveAsync(new Act("oversight.add", "XS", DateTimeOffset.UnixEpoch), Ct);
        }

        foreach (IWorkbook workbook in new IWorkbook[] { new LawsWorkbook(), new OversightWorkbook(), new InstrumentsWorkbook() })
        {
            await using var db = await app.DbAsAsync(Amina);
            var run = Run(app, db);
            var rows = new List<WorkbookRow>();
            await foreach (var row in workbook.ReadAsync(run, Ct))
            {
                rows.Add(row);
            }

            var verdicts = await workbook.CheckAsync(rows, run, Ct);

            Assert.NotEmpty(rows);
            Assert.All(verdicts, v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
        }
    }

    [Fact]
    public async Task Instruments_come_in_with_their_consultations_and_a_closed_audit_not_as_public()
    {
        await using var app = await TestApp.StartAsync();
        await app.TwoInstitutionsAsync();

        var instruments = await BringAsync(app, new InstrumentsWorkbook(),
            [Row("instruments", ("code", "NSS"), ("kind", "Strategy"), ("title.en", "Strategy"), ("national", 0.4m), ("state", "Drafting"), ("since", new DateOnly(2025, 1, 1)), ("level", "Public"))],
            [Row("consultations", ("instrument", "NSS"), ("on", new DateOnly(2025, 2, 1)), ("women", 10m), ("men", 5m), ("youth", 16m)), Row("consultations", ("instrument", "NSS"), ("on", new DateOnly(2025, 3, 1)), ("women", 10m), ("men", 5m), ("youth", 4m))]);
        var audits = await BringAsync(app, new OversightWorkbook(),
            [Row("activities", ("code", "A1"), ("kind", "Audit"), ("title.en", "Audit"), ("body", "COMMITTEE"), ("institution", "POLICE"), ("on", new DateOnly(2025, 1, 1)), ("open", "no"), ("level", "Public"))]);

        Assert.Equal([RowOutcome.Add, RowOutcome.Refused, RowOutcome.Add], instruments.Select(v => v.Outcome));
        Assert.Equal("oversight.closed-is-not-public", audits.Single().Findings.Single().Rule);
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(40m, (await db.Instruments.SingleAsync(Ct)).NationalShare);
    }

    /// <summary>Sheet after sheet as the mechanism does: check, then apply what is not refused.</summary>
    internal static async Task<List<RowVerdict>> BringAsync(TestApp app, IWorkbook workbook, params WorkbookRow[][] sheets)
    {
        await using var db = await app.DbAsAsync(Amina);
        var run = Run(app, db);
        var all = new List<RowVerdict>();
        foreach (var rows in sheets)
        {
            var verdicts = await workbook.CheckAsync(rows, run, Ct);
            await workbook.ApplyAsync([.. verdicts.Where(v => v.Outcome is RowOutcome.Add or RowOutcome.Change)], run, Ct);
            await db.RecordAsync(new Act("test.import", "XS", run.At), Ct);
            all.AddRange(verdicts);
        }

        await db.CommitAsync(Ct);
        return all;
    }

    internal static WorkbookRun Run(TestApp app, AppDb db) => new(
        db, "XS", db.Reader, new Act("test.import", "XS", new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero)), app.Services.CreateScope().ServiceProvider.GetRequiredService<Text>());

    internal static WorkbookRow Law(string code, params (string Column, object? Value)[] more) =>
        Row("laws", [("code", code), ("title.en", $"Law {code}"), ("state", "Planned"), ("since", new DateOnly(2020, 1, 1)), ("level", "Public"), .. more]);

    private static WorkbookRow Step(string law, LawState state, DateOnly on) => Row("steps", ("law", law), ("state", state), ("on", on));

    internal static WorkbookRow Row(string sheet, params (string Column, object? Value)[] cells) => WorkbookRow.Of(sheet, cells);
}
