using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.Institutions;
using Cornerstone.Tests.TestKit;
using Cornerstone.Values;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Features.IndicatorValues;

/// <summary>An active indicator of an institution that Bruno speaks for, and values at any step of their way.</summary>
internal static class GivenValues
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<Guid> IndicatorAsync(this TestApp app, string code = "SL-T1", bool isBrunos = true, Classification level = Classification.Public)
    {
        await using var db = await app.DbAsAsync(Amina);
        var institution = new Institution { Country = "XS", Classification = Classification.Public, Code = $"INST-{code}" };
        db.Institutions.Add(institution);
        if (isBrunos)
        {
            db.FocalPoints.Add(new FocalPoint { Country = "XS", Classification = Classification.Public, PersonId = Bruno.Id, InstitutionId = institution.Id, FromDay = new(2020, 1, 1) });
        }

        await db.SaveAsync(new Act("institutions.add", "XS", Now), Ct);
        var indicator = new Indicator { Country = "XS", Classification = level, Code = code };
        indicator.Agree();
        indicator.Activate(hasBaseline: true, new(2026, 1, 1));
        db.Indicators.Add(indicator);
        db.IndicatorDefinitions.Add(Card(indicator, institution.Id));
        await db.SaveAsync(new Act("benchmarks.propose", "XS", Now), Ct);
        return indicator.Id;
    }

    /// <summary>A value Bruno entered, with a reason for having no file, brought as far as asked.</summary>
    public static async Task<Guid> ValueAsync(this TestApp app, Guid indicator, PointState state = PointState.Entered, string period = "2025", decimal value = 40m, short quality = 2)
    {
        var point = Point(indicator, period, value);
        await using (var db = await app.DbAsAsync(Bruno))
        {
            db.SeriesPoints.Add(point);
            await db.SaveAsync(new Act("values.enter", "XS", Now), Ct);
            if (state == PointState.Entered) return point.Id;

            Assert.Null(point.Submit(Bruno.Id));
            await db.SaveAsync(new Act("values.submit", "XS", Now), Ct);
        }

        if (state == PointState.Submitted) return point.Id;

        await using var amina = await app.DbAsAsync(Amina);
        var again = await amina.SeriesPoints.FindAsync([point.Id], Ct);
        Assert.Null(again!.Verify(Amina.Id, Now, hasEvidence: false));
        again.Quality = [quality, quality, quality, quality, quality, quality];
        await amina.SaveAsync(new Act("values.verify", "XS", Now), Ct);
        if (state == PointState.Published)
        {
            Assert.Null(again.Publish(Now, new Percentage(0.5m)));
            await amina.SaveAsync(new Act("values.publish", "XS", Now), Ct);
        }

        return point.Id;
    }

    public static async Task<SeriesPoint> PointAsync(this TestApp app, Guid id)
    {
        await using var db = await app.DbAsAsync(Amina);
        return (await db.SeriesPoints.FindAsync([id], Ct))!;
    }

    private static SeriesPoint Point(Guid indicator, string period, decimal value) => new()
    {
        IndicatorId = indicator,
        Country = "XS",
        Classification = Classification.Public,
        Period = Period.Parse(period),
        Value = value,
        Source = "Academy",
        NoEvidenceBecause = "The register is kept on paper",
        EnteredBy = Bruno.Id,
        EnteredAt = Now,
    };

    private static IndicatorDefinition Card(Indicator indicator, Guid custodian) => new()
    {
        IndicatorId = indicator.Id,
        Country = "XS",
        Classification = indicator.Classification,
        ValidFrom = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero),
        Name = Wording.Of("en", "Officers trained"),
        Meaning = Wording.Of("en", "Officers who completed the basic course"),
        Unit = IndicatorUnit.Count,
        Measure = IndicatorMeasure.Unit,
        Direction = Direction.Increase,
        Method = "Register of the academy",
        SourceType = SourceType.Administrative,
        Source = "Academy",
        Frequency = Frequency.Yearly,
        LagDays = 60,
        Custodian = "Police",
        CustodianId = custodian,
        Component = "POL",
        Level = ResultLevel.Output,
        Disaggregations = ["sex"],
        OverTime = RollUpRule.Sum,
        OverAreas = RollUpRule.Sum,
        OverDimensions = RollUpRule.Sum,
        StockOrFlow = StockOrFlow.Flow,
    };
}
