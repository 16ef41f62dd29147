using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Legislation;

/// <summary>What more than one page, or another room, reads of laws. Row-level security decides what is found.</summary>
public static class LegislationQueries
{
    extension(AppDb db)
    {
        public DbSet<Law> Laws => db.Set<Law>();

        public DbSet<LawStep> LawSteps => db.Set<LawStep>();

        public DbSet<LawAssessment> LawAssessments => db.Set<LawAssessment>();

        public DbSet<LawByLaw> LawByLaws => db.Set<LawByLaw>();

        public Task<List<Law>> LawsOfAsync(string country, CancellationToken ct) => db.Laws.AsNoTracking()
            .Where(l => l.Country == country).OrderBy(l => l.Id).ToListAsync(ct);

        public async Task<LawRights> LawRightsAsync(CurrentReader current, DateOnly today, CancellationToken ct) => new(
            current.May(LegislationRoom.Edit),
            current.May(LegislationRoom.Contribute) ? (await db.InstitutionsOfAsync(current.Reader.Id, current.Workspace!.Code, today, ct)).ToHashSet() : new HashSet<Guid>());

        /// <summary>Laws that were in force on a day, as far as was known at a moment: rule R8 asks it of cited laws.</summary>
        public async Task<IReadOnlySet<Guid>> LawsInForceAsync(string country, DateOnly on, DateTimeOffset? knownAt, CancellationToken ct)
        {
            var steps = await db.LawSteps.AsNoTracking().Where(s => s.Country == country).ToListAsync(ct);
            return steps.GroupBy(s => s.LawId).Where(g => Legislation.LawSteps.WasInForce(g, on, knownAt)).Select(g => g.Key).ToHashSet();
        }

        public Task<List<LawStep>> StepsOfLawAsync(Guid lawId, CancellationToken ct) => db.LawSteps.AsNoTracking()
            .Where(s => s.LawId == lawId).OrderBy(s => s.HappenedOn).ThenBy(s => s.RecordedAt).ToListAsync(ct);

        /// <summary>Laws with what they lack, by title in the reader's language.</summary>
        public async Task<List<TrackedLaw>> TrackedLawsAsync(string country, CancellationToken ct)
        {
            var laws = await db.LawsOfAsync(country, ct);
            var assessments = (await db.LawAssessments.AsNoTracking().Where(a => a.Country == country).ToListAsync(ct)).ToLookup(a => a.LawId);
            var byLaws = (await db.LawByLaws.AsNoTracking().Where(b => b.Country == country).ToListAsync(ct)).ToLookup(b => b.LawId);
            return laws.ConvertAll(l => new TrackedLaw(l, LawAssessment.Current(assessments[l.Id]), [.. byLaws[l.Id].Where(b => b.IsMissing)]));
        }

        /// <summary>Names of people who recorded something, for the reader.</summary>
        public Task<Dictionary<Guid, string>> RecordersOfLawAsync(Guid lawId, CancellationToken ct)
        {
            var (steps, assessments) = (db.LawSteps, db.LawAssessments);
            return db.Users.AsNoTracking()
                .Where(p => steps.Any(s => s.LawId == lawId && s.RecordedBy == p.Id) || assessments.Any(a => a.LawId == lawId && a.RecordedBy == p.Id))
                .ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        }
    }
}

/// <summary>Who may change which laws: the secretariat and the committee of parliament all of them, a focal point those their institution answers for.</summary>
public sealed record LawRights(bool EditsAll, IReadOnlySet<Guid> Own)
{
    public bool Covers(Law law) => EditsAll || (law.LeadInstitutionId is { } lead && Own.Contains(lead));
}

/// <summary>A law with its latest assessments and the by-laws it waits for.</summary>
public sealed record TrackedLaw(Law Law, IReadOnlyList<LawAssessment> Assessments, IReadOnlyList<LawByLaw> Missing)
{
    public AssessmentResult? ResultOf(AssessmentKind kind) => Assessments.Where(a => a.Kind == kind).Select(a => (AssessmentResult?)a.Result).DefaultIfEmpty(null).Max();
}

/// <summary>Everything on record about one law.</summary>
public sealed record LawFile(
    Law Law,
    IReadOnlyList<LawStep> Steps,
    IReadOnlyList<LawAssessment> Assessments,
    IReadOnlyList<LawByLaw> ByLaws,
    IReadOnlyDictionary<Guid, string> Recorders,
    IReadOnlyList<Law> Others)
{
    /// <summary>The steps that count, in order.</summary>
    public IReadOnlyList<LawStep> Effective => LawSteps.Effective(Steps);

    /// <summary>Null when there is no such law for this reader. Law and by-laws are read to be changed.</summary>
    public static async Task<LawFile?> ReadAsync(AppDb db, string country, Guid id, CancellationToken ct)
    {
        var law = await db.Laws.SingleOrDefaultAsync(l => l.Id == id && l.Country == country, ct);
        return law is null ? null : new(
            law,
            await db.StepsOfLawAsync(id, ct),
            await db.LawAssessments.AsNoTracking().Where(a => a.LawId == id).OrderByDescending(a => a.AssessedOn).ThenByDescending(a => a.RecordedAt).ToListAsync(ct),
            await db.LawByLaws.Where(b => b.LawId == id).OrderBy(b => b.DueOn).ThenBy(b => b.Id).ToListAsync(ct),
            await db.RecordersOfLawAsync(id, ct),
            [.. (await db.LawsOfAsync(country, ct)).Where(l => l.Id != id)]);
    }
}
