using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Strength;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>
/// Ministries, forces, courts and those who watch them, with the reshuffle of July 2023 and the merger of January 2024. Their
/// returns have the faults real ones have: a year without one, parts that miss the total, a service that does not count by sex.
/// </summary>
internal static class SoleniaInstitutions
{
    public static async Task AddAsync(AppDb db, string country, DateTimeOffset now, CancellationToken ct)
    {
        var rows = SoleniaFile.Rows("institutions.csv").ToList();
        var institutions = rows.DistinctBy(r => r["Code"]).ToDictionary(r => r["Code"], r => new Institution
        {
            Country = country,
            Classification = Classification.Public,
            Code = r["Code"],
            Established = r.Day("Established"),
            Ended = r.MaybeDay("Ended"),
        });
        Guid Id(string code) => institutions[code].Id;

        db.NationalComponents.AddRange(
            Own(country, "RNG", Component.CIV, "Forest and wildlife guards", "Gardes forestiers et de la faune", "حراس الغابات والحياة البرية"),
            Own(country, "CMPL", Component.OVS, "Handling of complaints", "Traitement des plaintes", "معالجة الشكاوى"));
        db.Institutions.AddRange(institutions.Values);
        db.InstitutionProfiles.AddRange(rows.Select(r => Profile(r, country, Id)));
        db.InstitutionSuccessions.AddRange(SoleniaFile.Rows("successions.csv").Select(r => new InstitutionSuccession
        {
            Country = country,
            Classification = Classification.Public,
            FromId = Id(r["From"]),
            ToId = Id(r["To"]),
            Day = r.Day("Day"),
            Kind = SuccessionKind.Merged,
            Note = r["Note"],
        }));
        db.InstitutionStrengths.AddRange(SoleniaFile.Rows("strengths.csv").Select(r => Strength(r, country, Id)));
        db.FocalPoints.Add(new FocalPoint
        {
            Country = country,
            PersonId = DemonstrationPerson.All.Single(p => p.Role == Role.FocalPoint).Id,
            InstitutionId = Id("MOI"),
            FromDay = new DateOnly(2025, 2, 3),
        });
        await db.SaveAsync(new Act("demonstration.institutions", country, now), ct);
    }

    /// <summary>Ids by code, past institutions among them.</summary>
    public static Task<Dictionary<string, Guid>> IdsAsync(AppDb db, string country, CancellationToken ct) =>
        db.Institutions.Where(i => i.Country == country).ToDictionaryAsync(i => i.Code, i => i.Id, ct);

    private static NationalComponent Own(string country, string code, Component parent, string en, string fr, string ar) => new()
    {
        Country = country,
        Code = code,
        Parent = parent,
        Names = new Wording("en", new Dictionary<string, string> { ["en"] = en, ["fr"] = fr, ["ar"] = ar }),
    };

    private static InstitutionProfile Profile(SoleniaRow row, string country, Func<string, Guid> id) => new()
    {
        InstitutionId = id(row["Code"]),
        Country = country,
        Classification = Classification.Public,
        ValidFrom = row.Day("From"),
        ValidUntil = row.MaybeDay("Until"),
        Names = row.Names(),
        Component = row["Component"],
        AlsoComponents = row.Codes("Also"),
        Type = row.Word<InstitutionType>("Type"),
        ParentId = row.Maybe("Parent") is { } parent ? id(parent) : null,
        LegalBasis = row.Maybe("LegalBasis"),
        Head = row.Maybe("Head"),
        BudgetVotes = row.Codes("Votes"),
        Armed = row.Yes("Armed"),
        Powers = [.. row.Codes("Powers").Select(Enum.Parse<Power>)],
        OversightIds = [.. row.Codes("Oversight").Select(id)],
    };

    // How many serve is for the government; what the law authorises is printed in the budget.
    private static InstitutionStrength Strength(SoleniaRow row, string country, Func<string, Guid> id) => new()
    {
        InstitutionId = id(row["Institution"]),
        Country = country,
        Classification = row.Word<StrengthKind>("Kind") == StrengthKind.Authorised ? Classification.Public : Classification.Partner,
        AsAt = row.Day("AsAt"),
        Kind = row.Word<StrengthKind>("Kind"),
        Sex = row.Word<StrengthSex>("Sex"),
        RankLevel = row.Word<RankLevel>("Rank"),
        AgeBand = row["Age"],
        People = row.Number("People"),
        Source = row["Source"],
    };
}
