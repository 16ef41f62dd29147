using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Legislation;

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
