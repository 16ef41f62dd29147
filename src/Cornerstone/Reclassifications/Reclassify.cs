using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Cornerstone.Reclassifications;

/// <summary>The second person's part: opens a record as asked, or does not. The reader of the transaction acts.</summary>
public sealed class Reclassify(AppDb db, IEnumerable<ILevelRule> rules, TimeProvider clock)
{
    /// <param name="seen">The version of the record the person looked at; null for records without versions.</param>
    public async Task<Refusal?> ApproveAsync(Reclassification request, int? seen, CancellationToken ct)
    {
        if (await db.RecordOfAsync(request, ct) is not { } record
            || (record.Country, record.Classification, record.Compartment) != (request.Country, request.Classification, request.Compartment))
        {
            return new("reclassification.moved-on");
        }

        if (record is IVersioned versioned && versioned.Version != seen)
        {
            return new("reclassification.changed");
        }

        foreach (var rule in rules)
        {
            if (await rule.MayBecomeAsync(db, record, request.ToClassification, ct) is { } kept)
            {
                return kept;
            }
        }

        return request.Approve(db.Reader.Id, clock.GetUtcNow()) ?? await SaveAsync("reclassification.approve", request, record, ct);
    }

    public async Task<Refusal?> RefuseAsync(Reclassification request, CancellationToken ct) =>
        request.Refuse(db.Reader.Id, clock.GetUtcNow())
        ?? await SaveAsync(request.State == ReclassificationState.Withdrawn ? "reclassification.withdraw" : "reclassification.refuse", request, opened: null, ct);

    // The reason stays with the request: the act is read by whoever may read the record afterwards.
    private async Task<Refusal?> SaveAsync(string name, Reclassification request, IRecord? opened, CancellationToken ct)
    {
        var act = new Act(name, request.Country, clock.GetUtcNow());
        try
        {
            return await db.TryAsync(() => CarryOutAsync(act, request, opened, ct), ct) == SaveOutcome.Saved ? null : new Refusal("reclassification.decided");
        }
        // The record's own rules: a hearing behind closed doors is never public.
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.CheckViolation or PostgresErrorCodes.ForeignKeyViolation or PostgresErrorCodes.UniqueViolation })
        {
            return await BackAsync(new("reclassification.not-possible"), ct);
        }
        catch (DbUpdateException fault) when (fault.InnerException is PostgresException { SqlState: PostgresErrorCodes.InsufficientPrivilege })
        {
            return await BackAsync(new("reclassification.asker-left"), ct);
        }
    }

    private async Task CarryOutAsync(Act act, Reclassification request, IRecord? opened, CancellationToken ct)
    {
        // The approval stands in the database before the record moves: without it the record does not.
        await db.RecordAsync(act, ct);
        if (opened is not null)
        {
            var entry = db.Entry(opened);
            entry.Property(nameof(IRecord.Classification)).CurrentValue = request.ToClassification;
            if (entry.Metadata.FindProperty(nameof(IRecord.Compartment)) is not null)
            {
                entry.Property(nameof(IRecord.Compartment)).CurrentValue = request.ToCompartment;
            }

            if (opened is IVersioned versioned)
            {
                versioned.Version++;
            }

            await db.RecordAsync(act, ct);
        }

        await db.CommitAsync(ct);
    }

    private async Task<Refusal> BackAsync(Refusal refusal, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await db.BeginAsync(db.Reader, ct);
        return refusal;
    }
}
