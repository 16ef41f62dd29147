using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Tests.TestKit;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.Features.Benchmarks.GivenIndicators;
using static Cornerstone.Tests.Features.IndicatorImport.SeriesImportRun;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorImport;

public sealed class SeriesRulesTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_are_held_against_their_total_in_the_record_and_in_batches_before()
    {
        await using var app = await TestApp.StartAsync();
        await GivenCountAsync(app, "CNT-1");
        await ImportAsync(app, [Row("CNT-1", "2024", "100")]);

        var verdicts = await CheckAsync(app, [Row("CNT-1", "2024", "60", "sex=F"), Row("CNT-1", "2024", "60", "sex=M"), Row("CNT-1", "2024", "40", "sex=X")], batch: 1);

        Assert.Equal([RowOutcome.Add, RowOutcome.Refused, RowOutcome.Add], verdicts.Select(v => v.Outcome));
        Assert.Equal("I4", Assert.Single(verdicts[1].Findings, f => f.Grade == FindingGrade.Error).Rule);
    }

    [Fact]
    public async Task A_total_that_comes_after_its_parts_is_held_against_them_and_what_is_missing_is_said()
    {
        await using var app = await TestApp.StartAsync();
        await GivenCountAsync(app, "CNT-2");
        WorkbookRow[] parts = [Row("CNT-2", "2024", "60", "sex=F"), Row("CNT-2", "2024", "30", "sex=M")];

        var less = await CheckAsync(app, [.. parts, Row("CNT-2", "2024", "80")], batch: 2);
        var more = await CheckAsync(app, [.. parts, Row("CNT-2", "2024", "100")], batch: 2);
        var open = await CheckAsync(app, [.. parts, Row("CNT-2", "2024", "unknown", "sex=unknown"), Row("CNT-2", "2024", "100")], batch: 2);

        Assert.Equal(("I4", FindingGrade.Error), less[2].Findings.Select(f => (f.Rule, f.Grade)).Single());
        Assert.Equal(("I4", FindingGrade.Warning), more[2].Findings.Select(f => (f.Rule, f.Grade)).Single());
        Assert.Empty(open[3].Findings);
    }

    [Fact]
    public async Task One_place_written_in_two_ways_is_one_place_however_far_apart_the_rows_stand()
    {
        await using var app = await TestApp.StartAsync();
        await GivenAsync(app, "DUP-1", c => c.Disaggregations.AddRange(["sex", "age"]));

        var verdicts = await CheckAsync(app, [Row("DUP-1", "2024", "10", "sex=F;age=18-24"), Row("DUP-1", "2023", "10"), Row("DUP-1", "2024", "12", "age=18-24;sex=F")], batch: 1);

        Assert.Equal([RowOutcome.Add, RowOutcome.Add, RowOutcome.Refused], verdicts.Select(v => v.Outcome));
        Assert.Equal("I8", verdicts[2].Findings.Single().Rule);
    }

    [Fact]
    public async Task A_part_nobody_knows_is_refused_and_one_the_card_does_not_ask_for_is_told()
    {
        await using var app = await TestApp.StartAsync();
        await GivenAsync(app, "DIM-1", c => c.Disaggregations.AddRange(["sex", "crime"]));

        var verdicts = await CheckAsync(app,
        [
            Row("DIM-1", "2024", "10", "sex=Female"), Row("DIM-1", "2024", "10", "crime=Robbery"), Row("DIM-1", "2024", "10", "rank=L1"), Row("DIM-1", "2024", "10", "colour=red"),
        ]);

        Assert.Equal([RowOutcome.Refused, RowOutcome.Add, RowOutcome.Add, RowOutcome.Refused], verdicts.Select(v => v.Outcome));
        Assert.All(new[] { verdicts[0], verdicts[2], verdicts[3] }, v => Assert.Equal("series.dimensions", v.Findings.Single().Rule));
        Assert.Equal(FindingGrade.Warning, verdicts[2].Findings.Single().Grade);
    }

    [Fact]
    public async Task A_row_that_names_another_unit_than_the_card_is_refused_also_when_its_value_is_there_already()
    {
        await using var app = await TestApp.StartAsync();
        await GivenAsync(app, "UNIT-1");
        await ImportAsync(app, [Row("UNIT-1", "2021", "20"), Row("UNIT-1", "2022", "20")]);
        WorkbookRow Of(string period, string column, string unit) =>
            WorkbookRow.Of("series", [("indicator", "UNIT-1"), ("period", period), ("area", ""), ("dimensions", ""), ("value", "20"), (column, unit)]);

        var verdicts = await CheckAsync(app, [Of("2021", "unit", "Percent"), Of("2022", "unit", "Count"), Of("2023", "unit", "Count"), Of("2024", "detail", "people"), Of("2025", "unit", "Percent"), Of("2020", "unit", "")]);

        Assert.Equal([RowOutcome.Unchanged, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.Refused, RowOutcome.Add, RowOutcome.Add], verdicts.Select(v => v.Outcome));
        Assert.Equal([("unit", "I1"), ("unit", "I1"), ("detail", "I1")], verdicts.Where(v => v.Outcome == RowOutcome.Refused).Select(v => v.Findings.Select(f => (f.Column, f.Rule)).Single()));
        Assert.Equal(["Percent", "Percent"], (await ExportAsync(app, Amina)).Where(r => r.Text("indicator") == "UNIT-1").Select(r => r.Text("unit")));
    }

    [Fact]
    public async Task A_leap_is_told_and_a_share_that_is_not_that_of_its_numbers_is_refused()
    {
        await using var app = await TestApp.StartAsync();
        await GivenAsync(app, "LEAP-1");
        var steady = new[] { ("2018", 20m), ("2019", 20.4m), ("2020", 19.8m), ("2021", 20.1m), ("2022", 20.3m), ("2023", 19.9m) }.Select(v => Row("LEAP-1", v.Item1, v.Item2.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToList();

        var verdicts = await CheckAsync(app, [.. steady, Row("LEAP-1", "2024", "26"), Row("LEAP-1", "2025", "60")]);
        var share = await CheckAsync(app, [WorkbookRow.Of("series", [("indicator", "LEAP-1"), ("period", "2024"), ("area", ""), ("dimensions", ""), ("value", "30"), ("numerator", 20m), ("denominator", 100m)])]);

        Assert.All(verdicts.Take(6), v => Assert.Empty(v.Findings));
        Assert.All(verdicts.Skip(6), v => Assert.Equal(("I5", FindingGrade.Warning), v.Findings.Select(f => (f.Rule, f.Grade)).Single()));
        Assert.Equal(("I3", FindingGrade.Error), share.Single().Findings.Select(f => (f.Rule, f.Grade)).Single());
    }

    [Fact]
    public async Task A_focal_point_brings_in_and_takes_out_values_of_their_own_institutions_only()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, "FOC-1");
        await ImportAsync(app, [Row("FOC-1", "2024", "20")]);
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.SeriesPoints.Add(Point(id, "2023", 18m).Published());
            await db.SaveAsync(new Act("values.publish", "XS", Then), Ct);
        }

        var verdict = Assert.Single(await CheckAsync(app, [Row("FOC-1", "2025", "21")], Bruno));
        var seen = (await ExportAsync(app, Bruno)).FindAll(r => r.Text("indicator") == "FOC-1");

        Assert.Equal((RowOutcome.Refused, "values.not-yours"), (verdict.Outcome, verdict.Findings.Single().Rule));
        Assert.Equal(["2023"], seen.Select(r => r.Text("period")));
        Assert.Equal(2, (await ExportAsync(app, Amina)).Count(r => r.Text("indicator") == "FOC-1"));
    }

    [Fact]
    public async Task A_published_value_is_never_overwritten_by_a_file()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, "COR-1");
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.SeriesPoints.Add(Point(id, "2024", 15m).Published());
            await db.SaveAsync(new Act("values.publish", "XS", Then), Ct);
        }

        var silent = Assert.Single(await ImportAsync(app, [Row("COR-1", "2024", "16")]));
        var said = Assert.Single(await ImportAsync(app, [Row("COR-1", "2024", "16", note: "Recount of the payroll")]));
        var emptied = Assert.Single(await ImportAsync(app, [Row("COR-1", "2024", "17", note: "")]));
        var changed = Assert.Single(await ImportAsync(app, [Row("COR-1", "2024", "17", note: "Second recount")]));

        Assert.Equal((RowOutcome.Refused, "series.correction"), (silent.Outcome, silent.Findings.Single().Rule));
        Assert.Equal([RowOutcome.Change, RowOutcome.Refused, RowOutcome.Change], new[] { said, emptied, changed }.Select(v => v.Outcome));
        await using var after = await app.DbAsAsync(Amina);
        var points = await after.SeriesPoints.Where(p => p.IndicatorId == id).ToListAsync(Ct);
        var (published, correction) = (points.Single(p => p.State == PointState.Published), points.Single(p => p.State == PointState.Entered));
        Assert.Equal((15m, 17m, published.Id, "Second recount"), (published.Value.Number, correction.Value.Number, correction.Corrects, correction.Note));
    }

    [Fact]
    public async Task Our_own_export_brought_in_again_changes_nothing_even_while_a_correction_waits()
    {
        await using var app = await TestApp.StartAsync();
        var id = await GivenAsync(app, "COR-2");
        await using (var db = await app.DbAsAsync(Amina))
        {
            db.SeriesPoints.Add(Point(id, "2024", 15m).Published());
            await db.SaveAsync(new Act("values.publish", "XS", Then), Ct);
        }

        await ImportAsync(app, [Row("COR-2", "2024", "16", note: "Recount"), Row("COR-2", "2025", "17")]);
        var again = await CheckAsync(app, (await ExportAsync(app, Amina)).FindAll(r => r.Text("indicator") == "COR-2"));

        Assert.Equal([RowOutcome.Unchanged, RowOutcome.Unchanged], again.Select(v => v.Outcome));
    }
}
