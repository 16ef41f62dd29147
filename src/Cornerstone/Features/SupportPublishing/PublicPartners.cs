using System.Globalization;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>Organisations as the public may know them: of public entries alone, whoever proposes.</summary>
internal sealed class PublicPartners
{
    private readonly PartnerIndex index;
    private readonly Dictionary<Guid, string> identifiers;

    private PublicPartners(PartnerIndex index, Dictionary<Guid, string> identifiers) => (this.index, this.identifiers) = (index, identifiers);

    public static async Task<PublicPartners> OfAsync(AppDb db, string country, CancellationToken ct)
    {
        var entries = await db.Partners.AsNoTracking().Where(p => p.Country == country && p.Classification == Classification.Public && p.Compartment == null)
            .Select(p => new PartnerEntry(p.Id, p.Names, p.Kind, p.MergedIntoId, p.Classification)).ToListAsync(ct);
        var identifiers = await db.PartnerNames.AsNoTracking()
            .Where(n => n.Country == country && n.Kind == PartnerNameKind.Identifier && n.Classification == Classification.Public && n.Compartment == null)
            .OrderBy(n => n.Id).Select(n => new { n.PartnerId, n.Text }).ToListAsync(ct);
        return new(new PartnerIndex(entries), identifiers.DistinctBy(n => n.PartnerId).ToDictionary(n => n.PartnerId, n => n.Text));
    }

    /// <summary>Nameless where the register has nobody who is public.</summary>
    public PublicParty Of(Guid? id, string? activity) => Of(id) is { } known ? known with { Activity = activity } : new(null, Activity: activity);

    public PublicParty? Of(Guid? id) => index.Of(id) is { } entry
        ? new(entry.Names, identifiers.GetValueOrDefault(entry.Id) ?? (id is { } named ? identifiers.GetValueOrDefault(named) : null), entry.Kind is { } kind ? ((int)kind).ToString(CultureInfo.InvariantCulture) : null)
        : null;
}
