using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Partners;

/// <summary>What other rooms, and more than one page, read of partners. Row-level security decides what is found.</summary>
public static class PartnerQueries
{
    extension(AppDb db)
    {
        public DbSet<Partner> Partners => db.Set<Partner>();

        public DbSet<PartnerName> PartnerNames => db.Set<PartnerName>();

        /// <summary>Every organisation a country's files and people name, each with the entry that stands for it.</summary>
        public async Task<PartnerIndex> PartnerIndexAsync(string country, CancellationToken ct) => new(await db.Partners.AsNoTracking()
            .Where(p => p.Country == country)
            .Select(p => new PartnerEntry(p.Id, p.Names, p.Kind, p.MergedIntoId, p.Classification))
            .ToListAsync(ct));
    }
}

public sealed record PartnerEntry(Guid Id, Wording Names, PartnerKind? Kind, Guid? MergedIntoId, Classification Level = Classification.Public);

/// <summary>The register in memory: whoever an id names, answered with the entry that stands for it.</summary>
public sealed class PartnerIndex(IEnumerable<PartnerEntry> entries)
{
    private readonly Dictionary<Guid, PartnerEntry> known = entries.ToDictionary(e => e.Id);

    /// <summary>Entries that stand for themselves, or for which another stands that the reader may not see.</summary>
    public IEnumerable<PartnerEntry> Standing => known.Values.Where(e => e.MergedIntoId is not { } into || !known.ContainsKey(into));

    /// <summary>The entry itself and all that were merged into it.</summary>
    public List<Guid> StandingFor(Guid id) => [.. known.Keys.Where(k => Of(k)?.Id == id).Append(id).Distinct()];

    /// <summary>Whether the other one answers the same for all that this one knows.</summary>
    public bool AnswersAs(PartnerIndex other) => known.Keys.All(k => Of(k)!.Id == other.Of(k)?.Id);

    /// <summary>Null when nobody is named, or when the reader may not see who.</summary>
    public PartnerEntry? Of(Guid? id)
    {
        var entry = id is { } named ? known.GetValueOrDefault(named) : null;

        // A merge leads to an entry that stood for itself; it may have been merged since. Longer than the register no way is.
        for (var steps = 0; entry?.MergedIntoId is { } into && steps < known.Count && known.TryGetValue(into, out var standing); steps++)
        {
            entry = standing;
        }

        return entry;
    }
}
