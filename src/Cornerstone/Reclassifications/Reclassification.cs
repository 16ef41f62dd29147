using Cornerstone.Data;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Cornerstone.Reclassifications;

public enum ReclassificationState
{
    Asked,
    Approved,
    Refused,
    Withdrawn,
}

/// <summary>
/// A record that one person wants to open to more readers and another one opens, or not. It is as secret as the record was when
/// it was asked; the database refuses whatever goes round it (0104_reclassification.sql).
/// </summary>
public sealed class Reclassification : IRecord
{
    public const int LongestReason = 1_000;
    public static readonly TimeSpan Validity = TimeSpan.FromDays(7);

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    /// <summary>The record's level when it was asked; it must still be that when it is approved.</summary>
    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required string RecordTable { get; init; }

    public required Guid RecordId { get; init; }

    public required Classification ToClassification { get; init; }

    public Guid? ToCompartment { get; init; }

    public required string Reason { get; init; }

    public required Guid AskedBy { get; init; }

    public required DateTimeOffset AskedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public ReclassificationState State { get; private set; }

    public Guid? DecidedBy { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    // Why a secret may be told is often the secret told.
    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(Reason)];

    public bool IsOpen(DateTimeOffset now) => State == ReclassificationState.Asked && now < ExpiresAt;

    public Refusal? Approve(Guid by, DateTimeOffset now) =>
        by == AskedBy ? new Refusal("reclassification.needs-another") : Decide(ReclassificationState.Approved, by, now);

    /// <summary>Who asked takes it back; anybody else refuses it.</summary>
    public Refusal? Refuse(Guid by, DateTimeOffset now) =>
        Decide(by == AskedBy ? ReclassificationState.Withdrawn : ReclassificationState.Refused, by, now);

    private Refusal? Decide(ReclassificationState state, Guid by, DateTimeOffset now)
    {
        if (State != ReclassificationState.Asked) return new Refusal("reclassification.decided");
        if (now >= ExpiresAt) return new Refusal("reclassification.expired");

        (State, DecidedBy, DecidedAt) = (state, by, now);
        return null;
    }
}

internal sealed class ReclassificationTable : IEntityTypeConfiguration<Reclassification>
{
    public void Configure(EntityTypeBuilder<Reclassification> asked)
    {
        asked.ToTable("reclassification", "work");
        // A hundred clicks at once: one decides.
        asked.Property(r => r.State).IsConcurrencyToken();
    }
}
