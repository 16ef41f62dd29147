using Cornerstone.Data;
using Cornerstone.Features.Instruments;
using Cornerstone.Features.Legislation;
using Cornerstone.Features.OversightActivities;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static async Task<IEnumerable<Sample>> LegislationAsync(AppDb db)
    {
        var ct = TestContext.Current.CancellationToken;
        var law = await db.Laws.Where(l => l.Country == "XS").OrderBy(l => l.Code).Select(l => l.Id).FirstAsync(ct);
        var activity = await db.OversightRecommendations.Where(r => r.Country == "XS").OrderBy(r => r.Id).Select(r => r.ActivityId).FirstAsync(ct);
        var instrument = await db.Consultations.Where(c => c.Country == "XS").OrderBy(c => c.Id).Select(c => c.InstrumentId).FirstAsync(ct);
        return
        [
            .. Record("laws", law), .. Record("oversight", activity), .. Record("instruments", instrument),
            new($"{Country}/laws", "/xs/laws?on=2020-01-01", Amina),
            new($"{Country}/serves/{{word}}/{{id:guid}}", $"/xs/serves/law/{law}", Amina),
            new($"{Country}/serves/{{word}}/{{id:guid}}", $"/xs/serves/instrument/{instrument}?symbol=S%2FRES%2F9901%20(2025)", Amina),
        ];
    }

    private static IEnumerable<Sample> Record(string room, Guid id) =>
    [
        new($"{Country}/{room}", $"/xs/{room}", Amina),
        new($"{Country}/{room}", $"/xs/{room}", Jamila),
        new($"{Country}/{room}/{{id:guid}}", $"/xs/{room}/{id}", Amina),
        new($"{Country}/{room}/{{id:guid}}", $"/xs/{room}/{id}?tab=history", Amina),
        new($"{Country}/{room}/edit/{{id:guid?}}", $"/xs/{room}/edit", Amina),
        new($"{Country}/{room}/edit/{{id:guid?}}", $"/xs/{room}/edit/{id}", Amina),
    ];
}
