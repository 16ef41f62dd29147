using Cornerstone.Published;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Portal;

/// <summary>Every edition there was, with what it told; what was withdrawn, when and on what ground.</summary>
public sealed class EditionsPage(PublishedDb store) : FramedPage(store)
{
    public IReadOnlyList<Edition> Editions { get; private set; } = [];

    public ILookup<Guid, Subject> Subjects { get; private set; } = null!;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Editions = await Store.EditionsOf(Country).ToListAsync(ct);
        Subjects = (await Store.Set<Subject>().Where(s => s.Country == Country).OrderBy(s => s.Position).ToListAsync(ct)).ToLookup(s => s.EditionId);
    }
}
