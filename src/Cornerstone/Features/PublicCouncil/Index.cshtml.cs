using Cornerstone.Features.Portal;
using Cornerstone.Published;

namespace Cornerstone.Features.PublicCouncil;

/// <summary>What the Council asked, and what became of it.</summary>
public sealed class IndexPage(PublishedDb store) : FramedPage(store)
{
    public PublicTable<PublishedBenchmark>? Benchmarks { get; private set; }

    public PublicTable<PublishedCommitment>? Commitments { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) =>
        (Benchmarks, Commitments) = (await Store.BenchmarksAsync(Country, ct), await Store.CommitmentsAsync(Country, ct));
}
