using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Demonstration;

/// <summary>
/// Six years of values, brought to where they stand by the people who may: entered by the focal point, verified by the secretariat.
/// Among them are unknown and not applicable ones, intervals, a correction, a retraction, and some that still wait.
/// </summary>
internal static class SoleniaSeries
{
    private const string Register = "The register stays with the institution; it was seen there";

    public static async Task AddAsync(AppDb db, string country, IReadOnlyDictionary<string, Indicator> indicators, SoleniaPeople people, DateTimeOffset now, CancellationToken ct)
    {
        var lowest = new Percentage((await db.FrameworkAsync(country, ct)).LowestQuality);
        var corrected = new Dictionary<(Guid, DateOnly, DateOnly), SeriesPoint>();
        var points = new List<SeriesPoint>();
        // What was corrected comes first, so that its correction finds it.
        foreach (var row in SoleniaFile.Rows("points.csv").OrderBy(r => r["State"] != nameof(PointState.Corrected)))
        {
            var indicator = indicators[row["Indicator"]];
            var isTotal = row.Maybe("Area") is null && row.Maybe("Dimensions") is null;
            var before = isTotal ? corrected.GetValueOrDefault((indicator.Id, row.Day("From"), row.Day("Until"))) : null;
            var point = Point(row, indicator, before, people);
            Bring(point, row, before, people, lowest);
            points.Add(point);
            if (row["State"] == nameof(PointState.Corrected))
            {
                corrected.Add((indicator.Id, row.Day("From"), row.Day("Until")), point);
            }
        }

        db.Add(new SeriesImport { Country = country, Classification = Classification.Public, FileName = "points.csv", ImportedAt = now, ImportedBy = people.Secretariat.Id, Added = points.Count });
        await db.RecordAsync(new Act("demonstration.indicators", country, now), ct);
        await db.CopyAsync(points, ct);
        await db.CommitAsync(ct);
    }

    private static SeriesPoint Point(SoleniaRow row, Indicator indicator, SeriesPoint? before, SoleniaPeople people) => new()
    {
        IndicatorId = indicator.Id,
        Country = indicator.Country,
        Classification = indicator.Classification,
        Area = row["Area"],
        Dimensions = row["Dimensions"],
        Period = new Period(row.Day("From"), row.Day("Until"), row.Word<PeriodPrecision>("Precision")),
        Value = Figure.Of(row.Word<FigureState>("Value"), Number(row, "Low"), Number(row, "High"), row.Yes("About")),
        Numerator = Number(row, "Numerator"),
        Denominator = Number(row, "Denominator"),
        Quality = row.Maybe("Quality")?.Split(' ').Select(short.Parse).ToList(),
        Verification = row.Word<VerificationLevel>("Verification"),
        Source = "Return of the institution",
        CollectedOn = row.Day("Until"),
        Note = row.Maybe("Note"),
        NoEvidenceBecause = Register,
        EnteredBy = people.FocalPoint.Id,
        EnteredAt = EnteredAt(row),
        Corrects = before?.Id,
    };

    private static decimal? Number(SoleniaRow row, string column) => row.Maybe(column) is null ? null : row.Decimal(column);

    private static DateTimeOffset EnteredAt(SoleniaRow row) => new(row.Day("Until").AddDays(12), new TimeOnly(10, 0), TimeSpan.Zero);

    private static void Bring(SeriesPoint point, SoleniaRow row, SeriesPoint? before, SoleniaPeople people, Percentage lowest)
    {
        var state = row.Word<PointState>("State");
        if (state == PointState.Entered)
        {
            return;
        }

        Require(point.Submit(people.FocalPoint.Id));
        if (state == PointState.Returned)
        {
            Require(point.Return(people.Secretariat.Id, row["Reason"]));
        }

        if (state is PointState.Submitted or PointState.Returned)
        {
            return;
        }

        Require(point.Verify(people.Secretariat.Id, EnteredAt(row).AddDays(4), hasEvidence: false));
        if (state == PointState.Verified)
        {
            return;
        }

        Require(point.Publish(EnteredAt(row).AddDays(6), lowest, before));
        if (state == PointState.Retracted)
        {
            Require(point.Retract(row["Reason"], EnteredAt(row).AddDays(40)));
        }
    }

    private static void Require(Refusal? refusal)
    {
        if (refusal is not null)
        {
            throw new InvalidOperationException($"{refusal.Code}: {string.Join(", ", refusal.Facts)}");
        }
    }
}
