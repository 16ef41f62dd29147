using Cornerstone.Data;
using Cornerstone.Features.Delineation;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>
/// Who answers for what: the catalogue's functions and two of the country's own. Interior and Defence both claim the deployment of
/// forces at home, nobody holds small-arms control, and some do by habit what no law gives them.
/// </summary>
internal static class SoleniaRoles
{
    public static async Task AddAsync(AppDb db, string country, DateTimeOffset now, CancellationToken ct)
    {
        var institutions = await SoleniaInstitutions.IdsAsync(db, country, ct);
        var functions = await db.Set<SectorFunction>().ToDictionaryAsync(f => f.Code, f => f.Id, ct);
        var position = functions.Count;
        foreach (var row in SoleniaFile.Rows("functions.csv"))
        {
            var own = new SectorFunction { Country = country, Code = row["Code"], Position = ++position, IsOversight = row.Yes("Oversight"), Names = row.Names() };
            functions.Add(own.Code, own.Id);
            db.Add(own);
        }

        db.AddRange(SoleniaFile.Rows("roles.csv").Select(row => new RoleAssignment
        {
            Country = country,
            Classification = Classification.Public,
            FunctionId = functions[row["Function"]],
            InstitutionId = institutions[row["Institution"]],
            Role = row.Word<RoleInFunction>("Role"),
            Territory = row.Maybe("Territory"),
            LegalBasis = row.Maybe("LegalBasis"),
            DeFacto = row.Yes("DeFacto"),
            Conditions = row.Maybe("Conditions"),
            CoordinationRule = row.Maybe("Coordination"),
            ValidFrom = row.Day("From"),
            ValidUntil = row.MaybeDay("Until"),
            Standing = row.Word<Standing>("Standing"),
        }));
        await db.SaveAsync(new Act("demonstration.roles", country, now), ct);
    }
}
