using Cornerstone.Languages;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Data;

/// <summary>What became of a save that people may lose without having done anything wrong.</summary>
public enum SaveOutcome
{
    Saved,

    /// <summary>Another record has the code, and the writer does not see it.</summary>
    CodeTaken,

    /// <summary>Somebody else saved the same record between reading and saving.</summary>
    ChangedMeanwhile,

    /// <summary>What the record belongs to was handed in or approved in this moment: it no longer changes.</summary>
    Locked,
}

/// <summary>
/// Saving where the database may know better than the page: then nothing is saved, nothing is tracked any more, the reader's
/// next transaction is open, and the page says what there is to say with the person's words still in its form.
/// </summary>
public static class SaveAttempt
{
    /// <summary>Of our own: what was handed in or approved does not change.</summary>
    private const string LockedState = "CS036";

    /// <summary>
    /// All that is said beside the field: not which record holds the code, how secret it is, or since when (decision 17).
    /// </summary>
    public static readonly string CodeTaken = Text.Later("This code cannot be used. Choose another one.");

    extension(AppDb db)
    {
        public Task<SaveOutcome> TrySaveAsync(Act act, CancellationToken ct) => db.TryAsync(() => db.SaveAsync(act, ct), ct);

        /// <summary>The same for an act of several steps.</summary>
        public async Task<SaveOutcome> TryAsync(Func<Task> save, CancellationToken ct)
        {
            try
            {
                await save();
                return SaveOutcome.Saved;
            }
            catch (Exception fault) when (Of(fault) is not SaveOutcome.Saved)
            {
                db.ChangeTracker.Clear();
                await db.BeginAsync(db.Reader, ct);
                return Of(fault);
            }
        }
    }

    /// <summary>True when the database refused a code. Each unique rule on codes has the word in its name: "law_country_code_key".</summary>
    public static bool IsTakenCode(Exception fault) =>
        Refused(fault) is { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: { } rule } && rule.Contains("_code_", StringComparison.Ordinal);

    /// <summary>True when somebody else held what was to be changed for longer than the database lets anybody wait.</summary>
    public static bool IsWaitOver(Exception fault) => Refused(fault)?.SqlState == PostgresErrorCodes.LockNotAvailable;

    private static SaveOutcome Of(Exception fault) => fault switch
    {
        DbUpdateConcurrencyException => SaveOutcome.ChangedMeanwhile,
        _ when IsTakenCode(fault) => SaveOutcome.CodeTaken,
        _ when Refused(fault)?.SqlState == LockedState => SaveOutcome.Locked,
        _ => SaveOutcome.Saved,
    };

    /// <summary>What the database said; null where it was not the database. What may pass by itself EF wraps once more than other refusals.</summary>
    internal static PostgresException? Refused(Exception fault)
    {
        for (Exception? cause = fault; cause is not null; cause = cause.InnerException)
        {
            if (cause is PostgresException refusal) return refusal;
        }

        return null;
    }
}
