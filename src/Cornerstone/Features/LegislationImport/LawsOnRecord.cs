using Cornerstone.Features.Institutions;
using Cornerstone.Features.Legislation;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LegislationImport;

/// <summary>A law with its steps, assessments and by-laws while a workbook is compared with the record; rows of the file go on from it.</summary>
internal sealed record LawOnRecord(Law Law, List<LawStep> Steps, List<LawAssessment> Assessments, List<LawByLaw> ByLaws);

/// <summary>Every law this reader sees, by code, and how each looks as a row. What a sealed group keeps does not travel in spreadsheets.</summary>
internal sealed record LawsOnRecord(Dictionary<string, LawOnRecord> Files, IReadOnlyDictionary<string, Guid> Institutions)
{
    public static async Task<LawsOnRecord> ReadAsync(WorkbookRun run, CancellationToken ct)
    {
        var (db, country) = (run.Db, run.Country);
        var steps = (await db.LawSteps.AsNoTracking().Where(s => s.Country == country).ToListAsync(ct)).ToLookup(s => s.LawId);
        var assessments = (await db.LawAssessments.AsNoTracking().Where(a => a.Country == country).OrderBy(a => a.RecordedAt).ToListAsync(ct)).ToLookup(a => a.LawId);
        var byLaws = (await db.LawByLaws.AsNoTracking().Where(b => b.Country == country).OrderBy(b => b.DueOn).ThenBy(b => b.Id).ToListAsync(ct)).ToLookup(b => b.LawId);
        var institutions = await db.Institutions.AsNoTracking().Where(i => i.Country == country).ToDictionaryAsync(i => i.Code, i => i.Id, ct);
        return new(
            (await db.LawsOfAsync(country, ct)).Where(l => l.Compartment is null).OrderBy(l => l.Code, StringComparer.Ordinal).ToDictionary(l => l.Code, l => new LawOnRecord(l, [.. steps[l.Id]], [.. assessments[l.Id]], [.. byLaws[l.Id].DistinctBy(b => b.What)])),
            institutions);
    }

    /// <summary>The law's own row, from its first step on record.</summary>
    public IEnumerable<WorkbookRow> RowsOf(LawOnRecord file)
    {
        var (law, first) = (file.Law, LawSteps.Effective(file.Steps)[0]);
        yield return WorkbookRow.Of("laws",
        [
            ("code", law.Code),
            .. WorkbookRow.Wording("title", law.Title.Original, law.Title.Texts),
            ("number", law.Number),
            ("subject", law.Subject),
            ("components", string.Join("; ", law.Components)),
            ("functions", string.Join("; ", law.Functions)),
            ("lead", law.LeadInstitutionId is { } lead ? Institutions.FirstOrDefault(i => i.Value == lead).Key : null),
            ("published", law.PublishedOn),
            ("effective", law.EffectiveOn),
            ("url", law.Url),
            ("state", first.ToState),
            ("since", first.HappenedOn),
            ("body", first.Body),
            ("reason", first.Reason),
            ("level", law.Classification),
        ]);
    }

    public WorkbookRow Row(Law law, LawStep step) => WorkbookRow.Of("steps",
    [
        ("law", law.Code),
        ("state", step.ToState),
        ("on", step.HappenedOn),
        ("body", step.Body),
        ("reference", step.Reference),
        ("by", step.ByLawId is { } by ? Files.Values.FirstOrDefault(f => f.Law.Id == by)?.Law.Code : null),
        ("reason", step.Reason),
    ]);

    public static WorkbookRow Row(Law law, LawAssessment assessment) => WorkbookRow.Of("assessments",
    [
        ("law", law.Code),
        ("kind", assessment.Kind),
        ("against", assessment.Against),
        ("on", assessment.AssessedOn),
        ("result", assessment.Result),
        ("by", assessment.AssessedBy),
        ("findings", assessment.Findings),
    ]);
}
