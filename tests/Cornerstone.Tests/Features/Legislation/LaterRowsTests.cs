using Cornerstone.Features.InstrumentImport;
using Cornerstone.Features.Instruments;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.LegislationImport;
using Cornerstone.Features.OversightActivities;
using Cornerstone.Tests.Features.Instruments;
using Cornerstone.Tests.Features.OversightActivities;
using Cornerstone.Tests.TestKit;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.Legislation.LawsWorkbookTests;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.Legislation;

/// <summary>What comes after a record was entered travels in its workbook too: by-laws, steps of instruments, answers to recommendations.</summary>
public sealed class LaterRowsTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task By_laws_come_in_are_adopted_later_and_never_become_missing_again()
    {
        await using var app = await TestApp.StartAsync();
        WorkbookRow ByLaw(DateOnly? adopted) => Row("by-laws", ("law", "POL"), ("what", "Decree on age assessment"), ("article", "12"), ("due", new DateOnly(2025, 1, 1)), ("adopted", adopted), ("reference", null));

        var missing = await BringAsync(app, new LawsWorkbook(), [Law("POL")], [ByLaw(null), Row("by-laws", ("law", "NONE"), ("what", "Decree"))]);
        var adopted = await BringAsync(app, new LawsWorkbook(), [ByLaw(new(2026, 1, 15))]);
        var again = await BringAsync(app, new LawsWorkbook(), [ByLaw(new(2026, 1, 15))]);
        var undone = await BringAsync(app, new LawsWorkbook(), [ByLaw(null)]);
        var future = await BringAsync(app, new LawsWorkbook(), [ByLaw(new(2027, 1, 1))]);

        Assert.Equal([RowOutcome.Add, RowOutcome.Add, RowOutcome.Refused], missing.Select(v => v.Outcome));
        Assert.Equal((RowOutcome.Change, RowOutcome.Unchanged), (adopted.Single().Outcome, again.Single().Outcome));
        Assert.Equal(["legislation.by-law-adopted", "legislation.step-in-future"], undone.Concat(future).Select(v => v.Findings.Single().Rule));
        await using var db = await app.DbAsAsync(Amina);
        Assert.Equal(new DateOnly(2026, 1, 15), (await db.LawByLaws.SingleAsync(Ct)).AdoptedOn);
    }

    [Fact]
    public async Task An_instrument_takes_its_steps_from_the_file_and_the_guards_of_its_page_hold()
    {
        await using var app = await TestApp.StartAsync();
        await app.RegionsAsync("XS-N", "XS-S");
        WorkbookRow[] instruments = [Instrument("NSS"), Instrument("OLD")];
        WorkbookRow[] heard = [Row("consultations", ("instrument", "NSS"), ("region", "XS-N"), ("on", new DateOnly(2025, 2, 1))), Row("consultations", ("instrument", "NSS"), ("region", "XS-S"), ("on", new DateOnly(2025, 3, 1)))];
        WorkbookRow[] steps =
        [
            Step("NSS", InstrumentState.Consultation, new(2025, 2, 1)),
            Step("NSS", InstrumentState.Validation, new(2025, 4, 1)),
            Step("NSS", InstrumentState.Adopted, new(2025, 5, 1), ("authority", "Council of Ministers")),
            Step("NSS", InstrumentState.InForce, new(2025, 6, 1), ("published", new DateOnly(2025, 6, 1))),
            Step("OLD", InstrumentState.Validation, new(2025, 4, 1)),
            Step("OLD", InstrumentState.Adopted, new(2025, 5, 1), ("authority", "Council of Ministers")),
        ];

        var first = await BringAsync(app, new InstrumentsWorkbook(), instruments, heard, steps);
        var second = await BringAsync(app, new InstrumentsWorkbook(), instruments, heard, steps[..4]);

        Assert.All(first.Take(8), v => Assert.Equal(RowOutcome.Add, v.Outcome));
        Assert.Equal(["instruments.regions-not-heard", "instruments.no-such-step"], first.Skip(8).Select(v => v.Findings.Single().Rule));
        Assert.All(second, v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
        await using var db = await app.DbAsAsync(Amina);
        var strategy = await db.Instruments.SingleAsync(i => i.Code == "NSS", Ct);
        Assert.Equal((InstrumentState.InForce, new DateOnly(2025, 5, 1), "Council of Ministers"), (strategy.State, strategy.AdoptedOn, strategy.AdoptingAuthority));
    }

    [Fact]
    public async Task A_step_once_on_record_is_not_rewritten_by_a_file()
    {
        await using var app = await TestApp.StartAsync();
        await BringAsync(app, new InstrumentsWorkbook(), [Instrument("NSS")], [Step("NSS", InstrumentState.Validation, new(2025, 4, 1), ("reason", "The regions are at war"))]);

        var other = await BringAsync(app, new InstrumentsWorkbook(), [Step("NSS", InstrumentState.Validation, new(2025, 4, 1), ("reason", "No time"))]);

        Assert.Equal("instruments.step-kept", other.Single().Findings.Single().Rule);
    }

    [Fact]
    public async Task Answers_to_a_recommendation_come_in_with_what_shows_them()
    {
        await using var app = await TestApp.StartAsync();
        await app.TwoInstitutionsAsync();
        WorkbookRow[] activities = [Row("activities", ("code", "A1"), ("kind", "Audit"), ("title.en", "Audit"), ("body", "COMMITTEE"), ("institution", "POLICE"), ("on", new DateOnly(2025, 1, 1)), ("open", "yes"), ("level", "Public"))];
        WorkbookRow[] asked = [Row("recommendations", ("activity", "A1"), ("what", "Publish the accounts"), ("due", new DateOnly(2026, 1, 1)))];
        WorkbookRow Answer(string state, DateOnly on, string? note, string what = "Publish the accounts") => Row("answers", ("activity", "A1"), ("what", what), ("state", state), ("on", on), ("note", note));
        WorkbookRow[] answers = [Answer("Ongoing", new(2025, 3, 1), null), Answer("Implemented", new(2025, 9, 1), "Gazette 14/2025")];

        var first = await BringAsync(app, new OversightWorkbook(), activities, asked, answers);
        var second = await BringAsync(app, new OversightWorkbook(), activities, asked, answers);
        var wrong = await BringAsync(app, new OversightWorkbook(),
            [Answer("Refused", new(2026, 1, 1), null), Answer("Ongoing", new(2027, 1, 1), null), Answer("Ongoing", new(2026, 1, 1), null, "Nobody asked this"), Answer("Implemented", new(2025, 9, 1), "Another gazette")]);

        Assert.All(first, v => Assert.Equal(RowOutcome.Add, v.Outcome));
        Assert.All(second, v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
        Assert.Equal(["oversight.say-why", "oversight.in-future", "oversight.unknown-recommendation", "oversight.answer-kept"], wrong.Select(v => v.Findings.Single().Rule));
        await using var db = await app.DbAsAsync(Amina);
        var recommendation = await db.OversightRecommendations.SingleAsync(Ct);
        Assert.Equal((RecommendationState.Implemented, new DateOnly(2025, 9, 1)), (recommendation.State, recommendation.ImplementedOn));
        Assert.Equal(2, await db.RecommendationSteps.CountAsync(Ct));
    }

    [Fact]
    public async Task What_a_workbook_gives_out_builds_the_same_in_a_country_that_has_nothing()
    {
        await using var there = await TestApp.StartAsync();
        await there.TwoInstitutionsAsync();
        await BringAsync(there, new LawsWorkbook(), [Law("POL")], [Row("steps", ("law", "POL"), ("state", "Drafting"), ("on", new DateOnly(2020, 2, 1)))], [Row("by-laws", ("law", "POL"), ("what", "Decree"), ("adopted", new DateOnly(2021, 1, 1)))]);
        await BringAsync(there, new InstrumentsWorkbook(), [Instrument("NSS")], [Step("NSS", InstrumentState.Validation, new(2025, 4, 1), ("reason", "War")), Step("NSS", InstrumentState.Adopted, new(2025, 5, 1), ("authority", "President"))]);

        await using var here = await TestApp.StartAsync();
        await here.TwoInstitutionsAsync();
        foreach (var workbook in new IWorkbook[] { new LawsWorkbook(), new InstrumentsWorkbook() })
        {
            var rows = await RowsAsync(there, workbook);
            Assert.All(await BringAsync(here, workbook, [.. rows.GroupBy(r => r.Sheet).Select(g => g.ToArray())]), v => Assert.Equal(RowOutcome.Add, v.Outcome));
            Assert.Equal(rows.Count, (await RowsAsync(here, workbook)).Count);
            Assert.All(await BringAsync(here, workbook, [.. rows.GroupBy(r => r.Sheet).Select(g => g.ToArray())]), v => Assert.Equal(RowOutcome.Unchanged, v.Outcome));
        }
    }

    private static async Task<List<WorkbookRow>> RowsAsync(TestApp app, IWorkbook workbook)
    {
        await using var db = await app.DbAsAsync(Amina);
        var rows = new List<WorkbookRow>();
        await foreach (var row in workbook.ReadAsync(Run(app, db), Ct))
        {
            rows.Add(row);
        }

        return rows;
    }

    private static WorkbookRow Instrument(string code) =>
        Row("instruments", ("code", code), ("kind", "Strategy"), ("title.en", "Strategy"), ("state", "Drafting"), ("since", new DateOnly(2025, 1, 1)), ("level", "Public"));

    private static WorkbookRow Step(string instrument, InstrumentState state, DateOnly on, params (string Column, object? Value)[] more) =>
        Row("steps", [("instrument", instrument), ("state", state), ("on", on), .. more]);
}
