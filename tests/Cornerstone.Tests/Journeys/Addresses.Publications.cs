using Cornerstone.Data;
using Cornerstone.Features.Publications;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static async Task<IEnumerable<Sample>> PublicationsAsync(AppDb db)
    {
        var first = await db.Publications.OrderBy(p => p.ProposedAt).Select(p => p.Id).FirstAsync();
        var activity = await db.PublicationRows.Where(r => r.PublicationId == first && r.IntoTable == "activity_line").OrderBy(r => r.Position).Select(r => r.Key).FirstAsync();
        const string publications = "/xs/publications";
        const string room = $"{Country}/publications";
        const string portal = $"{Country}/public/{{language:language}}";
        return
        [
            new(room, publications, Amina),
            new(room, publications, Dmitri),
            new($"{room}/propose", $"{publications}/propose", Amina),
            new($"{room}/{{id:guid}}", $"{publications}/{first}", Farid),
            new($"{room}/{{id:guid}}/rows/{{kind}}/{{key}}", $"{publications}/{first}/rows/Indicator/SL-23", Farid),
            new($"{room}/withdraw/{{kind}}/{{key}}", $"{publications}/withdraw/Indicator/SL-23", Farid),
            new(portal, "/xs/public/en", null),
            new(portal, "/xs/public/ar", null),
            new($"{portal}/indicators/{{**key}}", "/xs/public/en/indicators/SL-16", null),
            new($"{portal}/indicators/{{**key}}", "/xs/public/fr/indicators/SL-23", null),
            new($"{portal}/plan", "/xs/public/en/plan", null),
            new($"{portal}/support", "/xs/public/en/support", null),
            new($"{portal}/support", "/xs/public/ar/support", null),
            new($"{portal}/support", "/xs/public/en/support?search=police", null),
            new($"{portal}/support/{{**key}}", $"/xs/public/en/support/{activity}", null),
            new($"{room}/{{id:guid}}/rows/{{kind}}/{{key}}", $"{publications}/{first}/rows/Support/{activity}", Farid),
            new($"{portal}/council", "/xs/public/en/council", null),
            new($"{portal}/council", "/xs/public/ar/council", null),
            new($"{room}/{{id:guid}}/rows/{{kind}}/{{key}}", $"{publications}/{first}/rows/Benchmarks/benchmarks", Farid),
            new($"{portal}/editions", "/xs/public/en/editions", null),
        ];
    }
}
