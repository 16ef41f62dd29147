using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Regions;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.InstitutionImport;

/// <summary>What an import of institutions knows: those that are there, those the file adds, who stands under whom.</summary>
internal sealed class InstitutionBook(AppDb db, List<Institution> institutions, List<InstitutionProfile> profiles, List<NationalComponent> components, IReadOnlySet<string> regions, Classification clearance)
{
    private readonly Dictionary<Guid, string> codes = institutions.ToDictionary(i => i.Id, i => i.Code);
    private readonly HashSet<string> announced = [.. institutions.Select(i => i.Code)];
    private readonly HashSet<string> knownComponents = [.. Enum.GetNames<Component>(), .. components.Select(c => c.Code)];

    /// <summary>Code → code of what it stands under, as of the latest profile.</summary>
    private readonly Dictionary<string, string?> above = [];

    public List<InstitutionProfile> Profiles => profiles;

    public IReadOnlyList<NationalComponent> NationalComponents => components;

    /// <summary>Codes of the closed list, of the country's own components, and of those the file adds.</summary>
    public IReadOnlySet<string> Components => knownComponents;

    public IReadOnlySet<string> Regions => regions;

    public Classification Clearance => clearance;

    public static Task<InstitutionBook> OfAsync(WorkbookRun run, CancellationToken ct) => run.OnceAsync("institutions.book", async () => new InstitutionBook(
        run.Db,
        await run.Db.Institutions.AsNoTracking().Where(i => i.Country == run.Country).ToListAsync(ct),
        await run.Db.InstitutionProfiles.AsNoTracking().Where(p => p.Country == run.Country).ToListAsync(ct),
        await run.Db.NationalComponents.AsNoTracking().Where(c => c.Country == run.Country).OrderBy(c => c.Code).ToListAsync(ct),
        (await run.Db.RegionsAsync(run.Country, ct)).Select(r => r.Code).ToHashSet(),
        run.Reader.ClearanceIn(run.Country) ?? Classification.Restricted));

    /// <summary>Call before a record changes: what an earlier batch has written is no longer followed.</summary>
    public void Edit(IRecord record)
    {
        if (db.Entry(record).State == EntityState.Detached)
        {
            db.Attach(record);
        }
    }

    public string? CodeOf(Guid id) => codes.GetValueOrDefault(id);

    public Institution? Of(string? code) => institutions.Find(i => i.Code == code);

    /// <summary>A code the file brings, although its row may come later.</summary>
    public void Announce(string code) => announced.Add(code);

    /// <summary>A code whose rows were all refused is not there after all.</summary>
    public void Withdraw(string code) => announced.Remove(code);

    public bool Knows(string code) => announced.Contains(code);

    public NationalComponent? Component(string code) => components.Find(c => c.Code == code);

    public void AnnounceComponent(string code) => knownComponents.Add(code);

    public void Add(NationalComponent component)
    {
        components.Add(component);
        db.Add(component);
    }

    public void Add(Institution institution)
    {
        institutions.Add(institution);
        codes[institution.Id] = institution.Code;
        db.Add(institution);
    }

    public void Add(InstitutionProfile profile)
    {
        profiles.Add(profile);
        db.Add(profile);
    }

    public InstitutionProfile? Profile(string code, DateOnly from) => profiles.Find(p => p.ValidFrom == from && CodeOf(p.InstitutionId) == code);

    /// <summary>Notes who stands under whom; false, and nothing noted, when that would close a circle.</summary>
    public bool Place(string code, string? parent)
    {
        if (above.Count == 0)
        {
            foreach (var profile in profiles.OrderBy(p => p.ValidFrom))
            {
                above[CodeOf(profile.InstitutionId)!] = profile.ParentId is { } id ? CodeOf(id) : null;
            }
        }

        var seen = new HashSet<string>();
        for (var at = parent; at is not null && seen.Add(at); at = above.GetValueOrDefault(at))
        {
            if (at == code)
            {
                return false;
            }
        }

        above[code] = parent;
        return true;
    }

    /// <summary>The day before the next profile of the same institution; null for the last one.</summary>
    public DateOnly? DayBeforeNext(InstitutionProfile profile) => profiles
        .Where(p => p.InstitutionId == profile.InstitutionId && p.ValidFrom > profile.ValidFrom)
        .Select(p => (DateOnly?)p.ValidFrom).Min()?.AddDays(-1);
}
