using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Institutions;

/// <summary>An institution as it was on one day.</summary>
public sealed record InstitutionOn(
    Guid Id, string Code, Wording Names, string Component, IReadOnlyList<string> AlsoComponents, InstitutionType Type, Guid? ParentId, bool Armed,
    IReadOnlyList<Power> Powers, IReadOnlyList<Guid> OversightIds, IReadOnlyList<string> Territory, bool NeedsOversight)
{
    public static InstitutionOn Of(Institution institution, InstitutionProfile profile) => new(
        institution.Id, institution.Code, profile.Names, profile.Component, profile.AlsoComponents, profile.Type, profile.ParentId, profile.Armed,
        profile.Powers, profile.OversightIds, profile.Territory, profile.NeedsOversight);

    /// <summary>Its main or a further component is the one asked for, or falls under it.</summary>
    public bool IsOf(string component, ComponentFamilies families) => families.Any([Component, .. AlsoComponents], component);
}

/// <summary>What other rooms, and more than one page, read of institutions. Row-level security decides what is found.</summary>
public static class InstitutionQueries
{
    extension(AppDb db)
    {
        public DbSet<Institution> Institutions => db.Set<Institution>();

        public DbSet<InstitutionProfile> InstitutionProfiles => db.Set<InstitutionProfile>();

        public DbSet<InstitutionSuccession> InstitutionSuccessions => db.Set<InstitutionSuccession>();

        public DbSet<NationalComponent> NationalComponents => db.Set<NationalComponent>();

        public DbSet<FocalPoint> FocalPoints => db.Set<FocalPoint>();

        /// <summary>Every institution of a country as it was on a day, by code. One that had ended, or not begun, is not among them.</summary>
        public async Task<List<InstitutionOn>> InstitutionsOnAsync(string country, DateOnly day, CancellationToken ct) => (await (
            from institution in db.Institutions.AsNoTracking()
            join profile in db.InstitutionProfiles.AsNoTracking() on institution.Id equals profile.InstitutionId
            where institution.Country == country && profile.ValidFrom <= day && (profile.ValidUntil == null || profile.ValidUntil >= day)
                && (institution.Ended == null || institution.Ended >= day)
            orderby institution.Code
            select new { institution, profile }).ToListAsync(ct)).ConvertAll(r => InstitutionOn.Of(r.institution, r.profile));

        /// <summary>
        /// Names by id for everything a page mentions, past institutions too: as on the day where they existed then, else their last
        /// (or first) name.
        /// </summary>
        public async Task<Dictionary<Guid, Wording>> InstitutionNamesAsync(string country, DateOnly on, CancellationToken ct) => (await db.InstitutionProfiles.AsNoTracking()
                .Where(p => p.Country == country)
                .Select(p => new { p.InstitutionId, p.ValidFrom, p.ValidUntil, p.Names })
                .ToListAsync(ct))
            .GroupBy(p => p.InstitutionId)
            .ToDictionary(g => g.Key, g => g
                .OrderByDescending(p => p.ValidFrom <= on && (p.ValidUntil is null || p.ValidUntil >= on))
                .ThenByDescending(p => p.ValidFrom <= on ? p.ValidFrom : DateOnly.MinValue)
                .ThenBy(p => p.ValidFrom).First().Names);

        /// <summary>Institutions a person speaks for on a day.</summary>
        public Task<List<Guid>> InstitutionsOfAsync(Guid personId, string country, DateOnly on, CancellationToken ct) => db.FocalPoints.AsNoTracking()
            .Where(p => p.PersonId == personId && p.Country == country && p.FromDay <= on && (p.UntilDay == null || p.UntilDay >= on))
            .Select(p => p.InstitutionId).Distinct().ToListAsync(ct);

        /// <summary>The history of an institution, of its profiles and of who took over from whom, newest first.</summary>
        public async Task<List<HistoryLine>> HistoryOfInstitutionAsync(Guid id, CancellationToken ct)
        {
            var records = (await db.InstitutionProfiles.Where(p => p.InstitutionId == id).Select(p => p.Id).ToListAsync(ct))
                .Concat(await db.InstitutionSuccessions.Where(s => s.FromId == id || s.ToId == id).Select(s => s.Id).ToListAsync(ct)).Prepend(id).ToList();
            var lines = new List<HistoryLine>();
            foreach (var record in records)
            {
                lines.AddRange(await db.HistoryOfAsync(record, ct));
            }

            return [.. lines.OrderByDescending(l => l.At)];
        }

        /// <summary>Codes and names of components: the closed list, and the country's own after the one each falls under.</summary>
        public async Task<List<ComponentName>> ComponentsAsync(string country, CancellationToken ct)
        {
            var own = await db.NationalComponents.AsNoTracking().Where(c => c.Country == country).OrderBy(c => c.Code).ToListAsync(ct);
            return
            [
                .. Enum.GetValues<Component>().SelectMany(c => Of(c).Prepend(new ComponentName(c.ToString(), null))),
                .. Of(null),
            ];

            IEnumerable<ComponentName> Of(Component? parent) => own.Where(c => c.Parent == parent).Select(c => new ComponentName(c.Code, c.Names, parent?.ToString()));
        }
    }
}

/// <summary>A component to show by <c>T.NameOf(component)</c>: the closed list's words are the program's, the country's own are its texts.</summary>
/// <param name="Parent">The component of the closed list that a country's own falls under.</param>
public sealed record ComponentName(string Code, Wording? National, string? Parent = null);
