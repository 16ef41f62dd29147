using Cornerstone.Data;
using Cornerstone.Features.Legislation;
using Cornerstone.Values;

namespace Cornerstone.Demonstration;

/// <summary>Laws in force for half a century, bills on their way, one that came back from Parliament, one that is repealed.</summary>
internal static class SoleniaLaws
{
    private sealed record Step(LawState To, DateOnly On, string? Body, string? Reference, string? Reason);

    private sealed record ByLaw(string What, string? Article, DateOnly? Due, DateOnly? Adopted);

    private sealed record Assessment(AssessmentKind Kind, string? Against, AssessmentResult Result, string By, DateOnly On, string? Findings);

    private sealed record Entry(
        string Code, Dictionary<string, string> Names, string? Number, List<string> Components, List<string> Functions, string? Lead,
        List<Step> Steps, DateOnly? Published, DateOnly? Effective, List<ByLaw> ByLaws, List<Assessment> Assessments, List<string>? Provisions);

    public static async Task AddAsync(AppDb db, string country, Guid person, DateTimeOffset now, CancellationToken ct)
    {
        var institutions = await SoleniaInstitutions.IdsAsync(db, country, ct);
        foreach (var entry in SoleniaFile.Json<List<Entry>>("laws.json"))
        {
            var law = new Law
            {
                Country = country,
                Classification = Classification.Public,
                Code = entry.Code,
                Title = new Wording("en", entry.Names),
                Number = entry.Number,
                Components = entry.Components,
                Functions = entry.Functions,
                LeadInstitutionId = entry.Lead is null ? null : institutions[entry.Lead],
                PublishedOn = entry.Published,
                EffectiveOn = entry.Effective,
            };
            db.Add(law);
            db.AddRange(entry.Steps.Select((step, i) => law.Take(Move(step), i == 0, person, SoleniaFile.Recorded(step.On, now, i))));
            db.AddRange(entry.ByLaws.Select(b => Of(b, law)));
            db.AddRange(SoleniaProvisions.Of(law, entry.Provisions));
            db.AddRange(entry.Assessments.Select(a => Of(a, law, person, now)));
        }

        await db.SaveAsync(new Act("demonstration.laws", country, now), ct);
    }

    private static LawMove Move(Step step) => new(step.To, step.On) { Body = step.Body, Reference = step.Reference, Reason = step.Reason };

    private static LawByLaw Of(ByLaw entry, Law law) => new()
    {
        LawId = law.Id,
        Country = law.Country,
        Classification = law.Classification,
        What = entry.What,
        Article = entry.Article,
        DueOn = entry.Due,
        AdoptedOn = entry.Adopted,
    };

    private static LawAssessment Of(Assessment entry, Law law, Guid person, DateTimeOffset now) => new()
    {
        LawId = law.Id,
        Country = law.Country,
        Classification = law.Classification,
        Kind = entry.Kind,
        Against = entry.Against,
        Result = entry.Result,
        AssessedBy = entry.By,
        AssessedOn = entry.On,
        Findings = entry.Findings,
        RecordedBy = person,
        RecordedAt = now,
    };
}
