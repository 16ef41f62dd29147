using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Reclassifications;
using Cornerstone.Values;

namespace Cornerstone.Features.Commitments;

/// <summary>An obligation travels no further than the document it comes from.</summary>
internal sealed class NoFurtherThanItsSource : ILevelRule
{
    public async Task<Refusal?> MayBecomeAsync(AppDb db, IRecord record, Classification level, CancellationToken ct) =>
        record is Obligation obligation
        && (await db.DocumentAsync(obligation.Country, obligation.DocumentId, ct))?.Classification is var source
        && (source is null || level < source)
            ? new Refusal("commitments.below-source", level)
            : null;
}
