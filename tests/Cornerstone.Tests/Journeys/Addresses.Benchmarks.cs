using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static async Task<IEnumerable<Sample>> IndicatorsAsync(AppDb db)
    {
        var id = await db.Indicators.Where(i => i.Country == "XS").OrderBy(i => i.Code).Select(i => i.Id).FirstAsync(TestContext.Current.CancellationToken);
        const string indicators = "/xs/indicators";
        const string room = $"{Country}/indicators";
        return
        [
            new(room, indicators, Amina),
            new(room, $"{indicators}?light=Red&order=Progress", Dmitri),
            new($"{room}/framework", $"{indicators}/framework", Amina),
            new($"{room}/thresholds", $"{indicators}/thresholds", Amina),
            new($"{room}/dimensions", $"{indicators}/dimensions", Dmitri),
            new($"{room}/dimensions/edit/{{id:guid?}}", $"{indicators}/dimensions/edit", Amina),
            new($"{room}/gaps", $"{indicators}/gaps", Amina),
            new($"{room}/map", $"{indicators}/map", Amina),
            new($"{room}/edit/{{id:guid?}}", $"{indicators}/edit", Amina),
            new($"{room}/edit/{{id:guid?}}", $"{indicators}/edit/{id}", Amina),
            new($"{room}/{{id:guid}}", $"{indicators}/{id}", Amina),
            new($"{room}/{{id:guid}}", $"{indicators}/{id}", Jamila),
            new($"{room}/{{id:guid}}", $"{indicators}/{id}?tab=history", Amina),
            new($"{room}/{{id:guid}}/targets", $"{indicators}/{id}/targets", Amina),
        ];
    }
}
