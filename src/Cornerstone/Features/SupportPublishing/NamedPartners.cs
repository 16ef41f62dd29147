using System.Globalization;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>Organisations by what rows call them: as the public may know them, or as one reader does.</summary>
internal sealed class NamedPartners
{
    private readonly PartnerIndex index;
    private readonly Dictionary<Guid, string> identifiers;

    private NamedPartners(PartnerIndex index, Dictionary<Guid, string> identifiers) => (this.index, this.identifiers) = (index, identifiers);

    /// <summary>Of public entries alone, whoever proposes.</summary>
    public static Task<NamedPartners> PublicAsync(AppDb db, string country, CancellationToken ct) => ReadAsync(
        db.Partners.Where(p => p.Country == country && p.Classification == Classification.Public && p.Compartment == null),
        db.PartnerNames.Where(n => n.Country == country && n.Classification == Classification.Public && n.Compartment == null),
        ct);

    /// <summary>All whom the reader may see, for himself alone.</summary>
    public static Task<NamedPartners> SeenAsync(AppDb db, string country, CancellationToken ct) =>
        ReadAsync(db.Partners.Where(p => p.Country == country), db.PartnerNames.Where(n => n.Country == country), ct);

    /// <summary>Nameless where the register has nobody who may be named.</summary>
    public PublicParty Of(Guid? id, string? activity) => Of(id) is { } known ? known with { Activity = activity } : new(null, Activity: activity);

    public PublicParty? Of(Guid? id) => index.Of(id) is { } entry
        ? new(entry.Names, identifiers.GetValueOrDefault(entry.Id) ?? (id is { } named ? identifiers.GetValueOrDefault(named) : null), entry.Kind is { } kind ? ((int)kind).ToString(CultureInfo.InvariantCulture) : null)
        : null;

    private static async Task<NamedPartners> ReadAsync(IQueryable<Partner> partners, IQueryable<PartnerName> names, CancellationToken ct)
    {
        var entries = await partners.AsNoTracking().Select(p => new PartnerEntry(p.Id, p.Names, p.Kind, p.MergedIntoId, p.Classification)).ToListAsync(ct);
        var identifiers = await names.AsNoTracking().Where(n => n.Kind == PartnerNameKind.Identifier).OrderBy(n => n.Id).Select(n => new { n.PartnerId, n.Text }).ToListAsync(ct);
        return new(new PartnerIndex(entries), identifiers.DistinctBy(n => n.PartnerId).ToDictionary(n => n.PartnerId, n => n.Text));
    }
}
