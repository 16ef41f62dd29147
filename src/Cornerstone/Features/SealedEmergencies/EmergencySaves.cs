using Cornerstone.Data;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>Saves what the database may refuse, and says in words why it did.</summary>
internal static class EmergencySaves
{
    private const string DecidedCode = "CS036";

    /// <param name="twice">What it means that the row is there already.</param>
    public static async Task<Refusal?> TryAsync(this SealedDb db, Act act, IReadOnlyList<JournalChange> lines, string twice, CancellationToken ct)
    {
        try
        {
            await db.SaveAsync(act, lines, ct);
            return null;
        }
        catch (DbUpdateException fault) when (RefusalOf(fault, twice) is { } refusal)
        {
            db.ChangeTracker.Clear();
            await db.BeginAsync(db.Reader, ct);
            return refusal;
        }
    }

    private static Refusal? RefusalOf(DbUpdateException fault, string twice) => fault switch
    {
        DbUpdateConcurrencyException => new("emergency.reviewed"),
        { InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } } => new(twice),
        { InnerException: PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege or PostgresErrorCodes.CheckViolation or DecidedCode } } => new("emergency.not-possible"),
        _ => null,
    };
}
