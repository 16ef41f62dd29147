using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.CouncilBenchmarks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static async Task<IEnumerable<Sample>> ValuesAsync(AppDb db)
    {
        var ct = TestContext.Current.CancellationToken;
        var indicator = await db.Indicators.Where(i => i.Country == "XS" && i.State == IndicatorState.Active).OrderBy(i => i.Code).Select(i => i.Id).FirstAsync(ct);
        var published = await db.SeriesPoints.Where(p => p.Country == "XS" && p.State == PointState.Published).OrderBy(p => p.Id).Select(p => p.Id).FirstAsync(ct);
        List<Sample> samples =
        [
            new($"{Country}/values", "/xs/values", Amina),
            new($"{Country}/values", "/xs/values", Bruno),
            new($"{Country}/values/enter", "/xs/values/enter", Amina),
            new($"{Country}/values/enter", $"/xs/values/enter?indicator={indicator}", Amina),
            new($"{Country}/values/{{id:guid}}", $"/xs/values/{published}", Amina),
            new($"{Country}/values/revisions", "/xs/values/revisions", Dmitri),
            new($"{Country}/calendar", "/xs/calendar", Amina),
            new($"{Country}/calendar/reminders", "/xs/calendar/reminders", Amina),
            new($"{Country}/indicators/catalogue", "/xs/indicators/catalogue", Amina),
            new($"{Country}/indicators/reference-figures", "/xs/indicators/reference-figures", Amina),
            new($"{Country}/council-benchmarks", "/xs/council-benchmarks", Amina),
            new($"{Country}/council-benchmarks/new", "/xs/council-benchmarks/new", Amina),
            new($"{Country}/council-benchmarks/table", "/xs/council-benchmarks/table", Amina),
        ];
        if (await db.CouncilBenchmarks.OrderBy(b => b.Code).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct) is { } benchmark)
        {
            samples.Add(new($"{Country}/council-benchmarks/{{id:guid}}", $"/xs/council-benchmarks/{benchmark}", Amina));
            samples.Add(new($"{Country}/council-benchmarks/{{id:guid}}/edit", $"/xs/council-benchmarks/{benchmark}/edit", Amina));
        }

        return samples;
    }
}
