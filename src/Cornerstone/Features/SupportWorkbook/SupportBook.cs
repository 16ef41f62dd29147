using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Regions;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportWorkbook;

/// <summary>A field of a record and what the partner's file says of it.</summary>
internal sealed record SaidField(string Name, object? Value);

/// <summary>What a run of the workbook knows: partners' own activities and lines, what the country corrected in them, and the names files may use.</summary>
internal sealed class SupportBook(AppDb db, PartnerIndex partners, PartnerRegister register)
{
    private readonly Dictionary<string, Activity> activities = [];
    private readonly Dictionary<(Guid Activity, string Line), Transaction> lines = [];
    private readonly Dictionary<string, Guid> partnersByName = [];
    private readonly Dictionary<(Classification, string), SupportSource> sources = [];
    private readonly HashSet<string> announced = [];
    private readonly Dictionary<Guid, Classification> made = [];
    private ILookup<(Guid Activity, Guid? Line), SupportCorrection> corrections = Enumerable.Empty<SupportCorrection>().ToLookup(c => (c.ActivityId, c.TransactionId));

    public Dictionary<string, Institution> Institutions { get; private init; } = [];

    public Dictionary<string, Wording> Regions { get; private init; } = [];

    public Classification Clearance { get; private init; }

    public PartnerIndex Partners => partners;

    public IEnumerable<Activity> Activities => activities.Values.OrderBy(a => a.Identifier, StringComparer.Ordinal);

    public static Task<SupportBook> OfAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("support.book", async () =>
    {
        var (db, country) = (run.Db, run.Country);
        var book = new SupportBook(db, await db.PartnerIndexAsync(country, ct), await PartnerRegister.LoadAsync(db, country, Classification.Public, ct))
        {
            Institutions = await db.Institutions.AsNoTracking().Where(i => i.Country == country).ToDictionaryAsync(i => i.Code, ct),
            Regions = (await db.RegionsAsync(country, ct)).ToDictionary(r => r.Code, r => r.Names),
            Clearance = run.Reader.ClearanceIn(country) ?? Classification.Public,
        };
        await book.ReadNamesAsync(country, ct);
        await book.ReadSupportAsync(country, ct);
        return book;
    });

    public Activity? Of(string code) => activities.GetValueOrDefault(code);

    public Transaction? LineOf(Activity activity, string line) => lines.GetValueOrDefault((activity.Id, line));

    public IEnumerable<Transaction> LinesOf(Activity activity) => lines.Where(l => l.Key.Activity == activity.Id).Select(l => l.Value).OrderBy(l => l.Number);

    public int LastNumberOf(Activity activity) => LinesOf(activity).Select(l => l.Number).DefaultIfEmpty(0).Max();

    /// <summary>A code the file brings, although it may be stored after the rows that name it are judged.</summary>
    public void Announce(string code) => announced.Add(code);

    public bool Knows(string code) => announced.Contains(code) || activities.ContainsKey(code);

    public Guid? PartnerNamed(string? text) => text is null ? null : partnersByName.TryGetValue(PartnerName.SoughtOf(text), out var id) ? partners.Of(id)?.Id ?? id : null;

    /// <summary>The name a file uses for an organisation, as it will be understood again.</summary>
    public string? NameOf(Guid? id) => partners.Of(id) is { } entry ? entry.Names.In("en") : null;

    /// <summary>What the file says, where it is not what stands here and not what the partner said before.</summary>
    public List<SaidField> News(IRecord record, IEnumerable<SaidField> said)
    {
        var entry = db.Entry(record);
        var held = HeldOf(record);
        return [.. said.Where(f =>
        {
            var property = entry.Property(f.Name);
            var comparer = property.Metadata.GetValueComparer();
            var told = held.Find(c => c.Field == f.Name) is { } correction ? FieldText.Read(correction.Told, property.Metadata.ClrType) : property.CurrentValue;
            return !comparer.Equals(property.CurrentValue, f.Value) && !comparer.Equals(told, f.Value);
        })];
    }

    public bool IsCorrected(IRecord record, string field) => HeldOf(record).Exists(c => c.Field == field);

    /// <summary>Takes over what is new; a field the country corrected keeps its value and hears what the partner says since.</summary>
    public void Take(IRecord record, IEnumerable<SaidField> said, DateTimeOffset at)
    {
        var news = News(record, said);
        Follow(record);
        var entry = db.Entry(record);
        foreach (var field in news)
        {
            if (HeldOf(record).Find(c => c.Field == field.Name) is { } correction)
            {
                Follow(correction);
                correction.Hear(FieldText.Of(field.Value), at);
            }
            else
            {
                entry.Property(field.Name).CurrentValue = field.Value;
            }
        }
    }

    public void Follow(IRecord record)
    {
        if (db.Entry(record).State == EntityState.Detached)
        {
            db.Attach(record);
        }
    }

    public void Add(Activity activity)
    {
        activities[activity.Identifier] = activity;
        db.Add(activity);
    }

    public void Add(Transaction line)
    {
        lines[(line.ActivityId, line.Reference!)] = line;
        db.Add(line);
    }

    /// <summary>The organisation by this name as something of this level may name it; made when the register has none.</summary>
    public Guid PartnerAt(Classification level, string text)
    {
        var id = PartnerNamed(text) is { } known && (partners.Of(known)?.Level ?? made.GetValueOrDefault(known, Classification.Restricted)) <= level ? known : register.At(level).IdOf(null, text, () => Wording.Of("en", text.Trim()), null)!.Value;
        foreach (var partner in register.NewPartners)
        {
            made[partner.Id] = partner.Classification;
            db.Add(partner);
        }

        db.AddRange(register.NewNames);
        register.Stored();
        partnersByName[PartnerName.SoughtOf(text)] = id;
        return id;
    }

    /// <summary>The partner as a source of what it sends.</summary>
    public Guid SourceOf(string country, Classification level, Guid partner, string name)
    {
        if (!sources.TryGetValue((level, name), out var source))
        {
            sources[(level, name)] = source = new() { Country = country, Classification = level, Kind = SourceKind.Workbook, Reference = name, PartnerId = partner };
            db.Add(source);
        }

        return source.Id;
    }

    private List<SupportCorrection> HeldOf(IRecord record) => [.. record is Transaction line ? corrections[(line.ActivityId, line.Id)] : corrections[(record.Id, null)]];

    private async Task ReadNamesAsync(string country, CancellationToken ct)
    {
        foreach (var name in await db.PartnerNames.AsNoTracking().Where(n => n.Country == country).OrderBy(n => n.Id).Select(n => new { n.Sought, n.PartnerId }).ToListAsync(ct))
        {
            partnersByName.TryAdd(name.Sought, name.PartnerId);
        }

        // What an organisation is called here goes before what some file calls another.
        foreach (var entry in partners.Standing.OrderByDescending(e => e.Level))
        {
            partnersByName[PartnerName.SoughtOf(entry.Names.In("en"))] = entry.Id;
        }
    }

    private async Task ReadSupportAsync(string country, CancellationToken ct)
    {
        foreach (var source in await db.SupportSources.AsNoTracking().Where(s => s.Country == country && s.Kind == SourceKind.Workbook && s.Compartment == null).ToListAsync(ct))
        {
            sources[(source.Classification, source.Reference)] = source;
        }

        var own = sources.Values.Select(s => s.Id).ToList();
        foreach (var activity in await db.Activities.AsNoTracking().Where(a => a.Country == country && own.Contains(a.SourceId)).OrderBy(a => a.Id).ToListAsync(ct))
        {
            activities.TryAdd(activity.Identifier, activity);
        }

        var ids = activities.Values.Select(a => a.Id).ToList();
        foreach (var line in await db.Transactions.AsNoTracking().Where(t => ids.Contains(t.ActivityId) && t.Reference != null).ToListAsync(ct))
        {
            lines[(line.ActivityId, line.Reference!)] = line;
        }

        corrections = (await db.SupportCorrections.AsNoTracking().Where(c => ids.Contains(c.ActivityId) && c.EndedAt == null).ToListAsync(ct)).ToLookup(c => (c.ActivityId, c.TransactionId));
    }
}
