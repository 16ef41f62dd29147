using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Partners;

/// <summary>
/// Finds the organisations a file names, and makes entries for those the register does not have. An identifier decides; without
/// one, the same name does. Two entries that turn out to be one are merged by a person, never here.
/// </summary>
internal sealed class PartnerRegister
{
    private readonly string country;
    private readonly Classification level;
    private readonly Dictionary<string, Guid> byIdentifier = [];
    private readonly Dictionary<string, Guid> byName = [];
    private readonly HashSet<Guid> identified = [];
    private readonly Dictionary<(string?, string?), Guid?> met = [];

    private PartnerRegister(string country, Classification level) => (this.country, this.level) = (country, level);

    /// <summary>Entries and names to be stored.</summary>
    public List<Partner> NewPartners { get; } = [];

    public List<PartnerName> NewNames { get; } = [];

    /// <summary>Of entries kept closer than this file nothing is used: whoever reads what the file says may not know of them. It makes entries of its own.</summary>
    public static async Task<PartnerRegister> LoadAsync(AppDb db, string country, Classification level, CancellationToken ct)
    {
        var register = new PartnerRegister(country, level);
        var names = db.PartnerNames.AsNoTracking().Where(n => n.Country == country && n.Compartment == null && n.Classification <= level)
            .OrderBy(n => n.Id).Select(n => new { n.PartnerId, n.Kind, n.Sought });
        await foreach (var name in names.AsAsyncEnumerable().WithCancellation(ct))
        {
            register.Know(name.PartnerId, name.Kind, name.Sought);
        }

        return register;
    }

    /// <summary>Null when neither identifier nor name says anything.</summary>
    public Guid? IdOf(string? identifier, string? name, Func<Wording?> names, string? kind)
    {
        if (met.TryGetValue((identifier, name), out var known))
        {
            return known;
        }

        return met[(identifier, name)] = Find(identifier, name, names, kind);
    }

    /// <summary>What was to be stored is stored.</summary>
    public void Stored()
    {
        NewPartners.Clear();
        NewNames.Clear();
    }

    private Guid? Find(string? identifier, string? name, Func<Wording?> names, string? kind)
    {
        var (soughtIdentifier, soughtName) = (Sought(identifier), Sought(name));
        if (soughtIdentifier is null && soughtName is null)
        {
            return null;
        }

        var id = Known(soughtIdentifier, soughtName) ?? Add(names() ?? Wording.Of("en", Cut((name ?? identifier)!)), kind);
        Name(id, PartnerNameKind.Identifier, identifier, soughtIdentifier);
        Name(id, PartnerNameKind.Alias, name, soughtName);
        return id;
    }

    // A name that belongs to another identifier is another organisation of the same name.
    private Guid? Known(string? identifier, string? name)
    {
        if (identifier is not null && byIdentifier.TryGetValue(identifier, out var known))
        {
            return known;
        }

        return name is not null && byName.TryGetValue(name, out var named) && (identifier is null || !identified.Contains(named)) ? named : null;
    }

    private Guid Add(Wording names, string? kind)
    {
        var partner = new Partner
        {
            Country = country,
            Classification = level,
            Names = names,
            Kind = int.TryParse(kind, out var code) && Enum.IsDefined((PartnerKind)code) ? (PartnerKind)code : null,
        };
        NewPartners.Add(partner);
        return partner.Id;
    }

    private void Name(Guid id, PartnerNameKind kind, string? text, string? sought)
    {
        var index = kind == PartnerNameKind.Identifier ? byIdentifier : byName;
        if (sought is null || !index.TryAdd(sought, id))
        {
            return;
        }

        Know(id, kind, sought);
        NewNames.Add(new PartnerName { PartnerId = id, Country = country, Classification = level, Kind = kind, Text = Cut(text!.Trim()), Sought = sought });
    }

    private void Know(Guid id, PartnerNameKind kind, string sought)
    {
        (kind == PartnerNameKind.Identifier ? byIdentifier : byName).TryAdd(sought, id);
        _ = kind == PartnerNameKind.Identifier && identified.Add(id);
    }

    private static string? Sought(string? text) => string.IsNullOrWhiteSpace(text) ? null : PartnerName.SoughtOf(Cut(text.Trim()));

    private static string Cut(string text) => text.Length > Partner.LongestName ? text[..Partner.LongestName] : text;
}
