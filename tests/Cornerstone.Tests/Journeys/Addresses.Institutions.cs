using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Microsoft.EntityFrameworkCore;
using static Cornerstone.Tests.TestKit.People;

namespace Cornerstone.Tests.Journeys;

internal static partial class Addresses
{
    private static async Task<IEnumerable<Sample>> InstitutionsAsync(AppDb db)
    {
        var ct = TestContext.Current.CancellationToken;
        var institution = await db.Institutions.Where(i => i.Country == "XS").OrderBy(i => i.Code).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct);
        var role = await db.RoleAssignments.Where(r => r.Country == "XS").OrderBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
        var region = await db.Regions.Where(r => r.Country == "XS").OrderBy(r => r.Code).Select(r => r.Code).FirstOrDefaultAsync(ct);
        const string register = "/xs/institutions";
        const string roles = "/xs/delineation";
        const string function = "{code}";
        List<Sample> samples =
        [
            new($"{Country}/institutions", register, Amina),
            new($"{Country}/institutions", $"{register}?name=nothing+at+all", Dmitri),
            new($"{Country}/institutions/organigram", $"{register}/organigram", Amina),
            new($"{Country}/institutions/new", $"{register}/new", Amina),
            new($"{Country}/institutions/succession", $"{register}/succession", Amina),
            new($"{Country}/institutions/components", $"{register}/components", Amina),
            new($"{Country}/institutions/components", $"{register}/components", Dmitri),
            new($"{Country}/delineation", roles, Amina),
            new($"{Country}/delineation/findings", $"{roles}/findings", Amina),
            new($"{Country}/delineation/functions", $"{roles}/functions", Amina),
            new($"{Country}/delineation/{function}", $"{roles}/public-order", Amina),
            new($"{Country}/delineation/{function}/new", $"{roles}/public-order/new", Amina),
            new($"{Country}/regions", "/xs/regions", Amina),
            new($"{Country}/regions/import", "/xs/regions/import", Amina),
        ];
        if (await db.NationalComponents.Where(c => c.Country == "XS").OrderBy(c => c.Code).Select(c => c.Code).FirstOrDefaultAsync(ct) is { } component)
        {
            samples.Add(new($"{Country}/institutions/components/{{code}}", $"{register}/components/{component.ToLowerInvariant()}", Amina));
        }

        if (institution is { } id)
        {
            const string page = $"{Country}/institutions/{{id:guid}}";
            samples.AddRange(
            [
                new(page, $"{register}/{id}", Amina),
                new(page, $"{register}/{id}?tab=profiles", Amina),
                new(page, $"{register}/{id}?tab=history", Amina),
                new($"{page}/edit", $"{register}/{id}/edit", Amina),
                new($"{page}/strength", $"{register}/{id}/strength", Amina),
                new($"{page}/focal-points", $"{register}/{id}/focal-points", Amina),
            ]);
        }

        if (role is { } held)
        {
            samples.Add(new($"{Country}/delineation/roles/{{id:guid}}", $"{roles}/roles/{held}", Amina));
        }

        if (region is not null)
        {
            samples.Add(new($"{Country}/regions/{{code}}", $"/xs/regions/{region.ToLowerInvariant()}", Amina));
        }

        return samples;
    }
}
