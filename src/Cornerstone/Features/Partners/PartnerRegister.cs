using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Partners;

/// <summary>
/// Finds the organisations a file names, and makes entries for those the register does not have. An identifier decides; without
/// one, the same name does. Two entries that turn out to be one are merged by a person, never here.
/// </summary>
/// <remarks>Of entries kept closer than what names them nothing is used: whoever reads the one may not know of the other. It gets an entry of its own.</remarks>
internal sealed class PartnerRegister
{
    private readonly KnownNames known;
    private readonly Classification level;

    private PartnerRegister(KnownNames known, Classification level) => (this.known, this.level) = (known, level);

    /// <summary>Entries and names to be stored.</summary>
    public List<Partner> NewPartners => known.NewPartners;

    public List<PartnerName> NewNames => known.NewNames;

    /// <param name="level">Of what names organisations.</param>
    public static async Task<PartnerRegister> LoadAsync(AppDb db, string country, Classification level, CancellationToken ct)
    {
        var register = new PartnerRegister(new KnownNames(country), level);
        await register.known.ReadAsync(db, ct);
        return register;
    }

    /// <summary>The same register, for something of another level.</summary>
    public PartnerRegister At(Classification other) => other == level ? this : new(known, other);

    /// <summary>Learns what others stored since: to be asked when nobody else can store.</summary>
    public async Task CatchUpAsync(AppDb db, CancellationToken ct)
    {
        if (await known.Of(db).CountAsync(ct) != known.Stored)
        {
            await known.ReadAsync(db, ct);
        }
    }

    /// <summary>Null when neither identifier nor name says anything.</summary>
    public Guid? IdOf(string? identifier, string? name, Func<Wording?> names, string? kind)
    {
        if (known.Met.TryGetValue((level, identifier, name), out var met))
        {
            return met;
        }

        return known.Met[(level, identifier, name)] = Find(identifier, name, names, kind);
    }

    /// <summary>What was to be stored is stored.</summary>
    public void Stored()
    {
        known.Stored += NewNames.Count;
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
        if (identifier is not null && known.Find(PartnerNameKind.Identifier, identifier, level).FirstOrDefault() is { } found)
        {
            return found;
        }

        return name is null ? null : known.Find(PartnerNameKind.Alias, name, level).FirstOrDefault(id => identifier is null || !known.Identified.Contains(id!.Value));
    }

    private Guid Add(Wording names, string? kind)
    {
        var partner = new Partner
        {
            Country = known.Country,
            Classification = level,
            Names = names,
            Kind = int.TryParse(kind, out var code) && Enum.IsDefined((PartnerKind)code) ? (PartnerKind)code : null,
        };
        NewPartners.Add(partner);
        known.Levels[partner.Id] = level;
        return partner.Id;
    }

    // A name is as open as its organisation: what only a closer file calls it is not told with it.
    private void Name(Guid id, PartnerNameKind kind, string? text, string? sought)
    {
        if (sought is null || known.Levels[id] != level || known.Find(kind, sought, level).Any())
        {
            return;
        }

        known.Learn(id, kind, sought, level);
        NewNames.Add(new PartnerName { PartnerId = id, Country = known.Country, Classification = level, Kind = kind, Text = Cut(text!.Trim()), Sought = sought });
    }

    private static string? Sought(string? text) => string.IsNullOrWhiteSpace(text) ? null : PartnerName.SoughtOf(Cut(text.Trim()));

    private static string Cut(string text) => text.Length > Partner.LongestName ? text[..Partner.LongestName] : text;

    /// <summary>What the register and the file have told so far, of all levels the reader may see.</summary>
    private sealed class KnownNames(string country)
    {
        private readonly Dictionary<(PartnerNameKind, Classification, string), Guid> ids = [];

        public string Country => country;

        public Dictionary<(Classification, string?, string?), Guid?> Met { get; } = [];

        public Dictionary<Guid, Classification> Levels { get; } = [];

        public HashSet<Guid> Identified { get; } = [];

        public List<Partner> NewPartners { get; } = [];

        public List<PartnerName> NewNames { get; } = [];

        /// <summary>How many names the register has.</summary>
        public int Stored { get; set; }

        public IQueryable<PartnerName> Of(AppDb db) => db.PartnerNames.AsNoTracking().Where(n => n.Country == country && n.Compartment == null);

        public async Task ReadAsync(AppDb db, CancellationToken ct)
        {
            Stored = 0;
            var names = Of(db).OrderBy(n => n.Id).Select(n => new { n.PartnerId, n.Kind, n.Sought, n.Classification });
            await foreach (var name in names.AsAsyncEnumerable().WithCancellation(ct))
            {
                Stored++;
                Learn(name.PartnerId, name.Kind, name.Sought, name.Classification);
            }
        }

        public void Learn(Guid id, PartnerNameKind kind, string sought, Classification at)
        {
            ids.TryAdd((kind, at, sought), id);
            Levels[id] = at;
            _ = kind == PartnerNameKind.Identifier && Identified.Add(id);
        }

        /// <summary>Whoever is called so, the most open entry first.</summary>
        public IEnumerable<Guid?> Find(PartnerNameKind kind, string sought, Classification highest)
        {
            for (var at = Classification.Public; at <= highest; at++)
            {
                if (ids.TryGetValue((kind, at, sought), out var id))
                {
                    yield return id;
                }
            }
        }
    }
}
