using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Sealing.Erasing;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Vaults;

/// <summary>The newest list there is, null when none was found; or the operator's word that it is lost.</summary>
internal sealed record KnownErasures(ErasureList? List, bool IsLost = false);

/// <summary>What an old backup brought back is erased again, before anybody can sign in. Works on keys as the operator, and sees no content.</summary>
internal static class EraseAgain
{
    public const string ActName = "sealed.erase-again";

    /// <summary>What became of it, for the act of the restore.</summary>
    /// <exception cref="RefusedException">There are dossiers and no list, or the list lacks what the backup itself knows to be erased.</exception>
    public static async Task<string> RunAsync(Database database, KnownErasures known, DateTimeOffset now, CancellationToken ct)
    {
        if (known.IsLost)
        {
            return "The list of erasures is lost: what was erased since is here again.";
        }

        await using var db = SealedDb.Over(database);
        await db.BeginAsync(Reader.Operator, ct);
        if (known.List is not { } listed)
        {
            return await db.DossierWraps.AnyAsync(ct)
                ? throw new RefusedException($"The backup holds sealed dossiers, and no list says which of them were erased since. Name the newest {ErasureFiles.FileName} with --erasures, or, if it is lost, say --no-erasures.")
                : "No sealed dossiers, and no list of erasures.";
        }

        var days = listed.Erasures.DistinctBy(e => e.Dossier).ToDictionary(e => e.Dossier, e => e.Day);
        if ((await InJournalAsync(database, ct)).Exists(d => !days.ContainsKey(d)))
        {
            throw new RefusedException("The list of erasures lacks one that the backup itself knows of: it was cut, or is older than the backup. Name the newest one.");
        }

        var erased = days.Keys.ToList();
        var wraps = await db.DossierWraps.Where(w => erased.Contains(w.DossierId)).ToListAsync(ct);
        foreach (var country in await ByCountryAsync(db, wraps, ct))
        {
            await EraseAsync(db, country, days, now, ct);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{days.Count} erasures listed, {wraps.DistinctBy(w => w.DossierId).Count()} brought back and erased again.{LastOf(days)}");
    }

    // A list cannot know that it is old; whoever restores can, when they are told how far it goes.
    private static string LastOf(Dictionary<Guid, DateOnly> days) =>
        days.Count == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" The list ends on {days.Values.Max():yyyy-MM-dd}; what was erased after it is here again.");

    private static async Task<List<IGrouping<string, StoredDossierWrap>>> ByCountryAsync(SealedDb db, List<StoredDossierWrap> wraps, CancellationToken ct)
    {
        var countries = await db.Compartments.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Country, ct);
        return [.. wraps.GroupBy(w => countries[w.CompartmentId])];
    }

    // The rows of a dossier go with the last of its keys, and a tombstone takes their place.
    private static async Task EraseAsync(SealedDb db, IGrouping<string, StoredDossierWrap> inCountry, Dictionary<Guid, DateOnly> days, DateTimeOffset now, CancellationToken ct)
    {
        db.DossierWraps.RemoveRange(inCountry);
        var act = new Act(ActName, inCountry.Key, now);
        await db.SaveAsync(act, inCountry.DistinctBy(w => w.DossierId).Select(w => Tombstone.Of(
            act, w.CompartmentId, w.DossierId, new FieldChange("ErasedOn", null, days[w.DossierId].ToString("O", CultureInfo.InvariantCulture)))), ct);
    }

    // As the owner: who was in a group is nobody's business here, which dossiers are gone is.
    private static async Task<List<Guid>> InJournalAsync(Database database, CancellationToken ct)
    {
        await using var command = database.Owner.CreateCommand($"select record_id from journal.change where record_type = '{nameof(SealedDossier)}' and kind = '{nameof(ChangeKind.Removed)}'");
        await using var rows = await command.ExecuteReaderAsync(ct);
        var found = new List<Guid>();
        while (await rows.ReadAsync(ct))
        {
            found.Add(rows.GetGuid(0));
        }

        return found;
    }
}
