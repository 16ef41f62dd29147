using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>Keeps the link by which the traceability of a document shows which benchmark measures its paragraph.</summary>
internal static class BenchmarkProvision
{
    public static async Task LinkProvisionAsync(this AppDb db, CouncilBenchmark benchmark, string? before, CancellationToken ct)
    {
        if (benchmark.Provision == before)
        {
            return;
        }

        if (before is not null)
        {
            db.ProvisionsServed.RemoveRange(await db.ProvisionsServed.Where(l => l.RecordId == benchmark.Id && l.Provision == before).ToListAsync(ct));
        }

        if (benchmark.Provision is { } provision)
        {
            db.ProvisionsServed.Add(new ProvisionServed
            {
                Country = benchmark.Country,
                Classification = benchmark.Classification,
                RecordType = nameof(CouncilBenchmark),
                RecordId = benchmark.Id,
                Provision = provision,
                Relation = ServiceRelation.Measures,
            });
        }
    }
}
