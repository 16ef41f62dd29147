using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Regions;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>The national part of the invented country: where, who, by which law, with which plan. Added once; each step commits by itself.</summary>
internal static class SoleniaCountry
{
    private static readonly DateTimeOffset Registered = new(2026, 5, 11, 9, 0, 0, TimeSpan.Zero);

    public static async Task AddAsync(Database database, string country, CancellationToken ct)
    {
        await using var db = await database.AsAsync(Reader.Operator, ct);
        var people = await SoleniaPeople.OfAsync(db, ct);
        await db.BeginAsync(people.Secretariat, ct);
        if (await db.Regions.AnyAsync(r => r.Country == country, ct))
        {
            return;
        }

        var person = people.Secretariat.Id;
        await SoleniaRegions.AddAsync(db, country, Registered, ct);
        await SoleniaInstitutions.AddAsync(db, country, Registered.AddHours(1), ct);
        await SoleniaRoles.AddAsync(db, country, Registered.AddHours(2), ct);
        await SoleniaLaws.AddAsync(db, country, person, Registered.AddHours(3), ct);
        await SoleniaOversight.AddAsync(db, country, person, Registered.AddHours(4), ct);
        await SoleniaInstruments.AddAsync(db, country, person, Registered.AddHours(5), ct);
        await SoleniaPlan.AddAsync(database, country, people, ct);
        await SoleniaPlanSince.ReportAsync(db, country, person, ct);
        await SoleniaPlanSince.BeginSecondAsync(db, country, ct);
        var indicators = await SoleniaIndicators.AddAsync(db, country, ct);
        await SoleniaSeries.AddAsync(db, country, indicators, people, Registered.AddDays(180), ct);
        await SoleniaCouncil.AddAsync(db, country, indicators, person, Registered.AddDays(170), ct);
    }
}
