using Cornerstone.Access;
using Cornerstone.Access.Requests;
using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Demonstration;

/// <summary>What one administrator of Solenia has asked for, and the other one has not yet decided.</summary>
internal static class SoleniaRequests
{
    private static readonly Guid Odile = new("00000000-0000-7000-8000-000000000201");

    public static async Task AddAsync(Database database, string country, TimeProvider clock, CancellationToken ct)
    {
        await using var db = AppDb.Over(database);
        var karim = await CurrentReader.ReaderOfAsync(db, DemonstrationPerson.All.First(p => p.Role == Role.Administrator).Id, ct);
        await db.BeginAsync(karim, ct);
        if (await db.Users.AnyAsync(p => p.Id == Odile, ct))
        {
            return;
        }

        db.Users.Add(Solenia.Account(Odile, "Odile Varenne"));
        var request = AccessRequest.Ask(
            country, RequestKind.Role, Odile, karim, clock.GetUtcNow(), "New liaison officer of a partner, presented by letter of the secretariat", Role.DevelopmentPartner, Classification.Partner);
        await new GiveAccess(db, clock).AskAsync(request, ct);
    }
}
