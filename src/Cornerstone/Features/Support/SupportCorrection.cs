using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

/// <summary>
/// A field in which the country holds something else than the source. A new file leaves it as it is; where the source has changed
/// its word since, a person chooses again. Values are kept as JSON, as the field's column would hold them.
/// </summary>
public sealed class SupportCorrection : IRecord, IVersioned
{
    public const int LongestReason = 1000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ActivityId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>The transaction it is about; null for the activity itself.</summary>
    public Guid? TransactionId { get; init; }

    /// <summary>Name of the property.</summary>
    public required string Field { get; init; }

    /// <summary>What the source said when it was corrected, or when it was last decided.</summary>
    public string? Said { get; private set; }

    /// <summary>What stands here instead.</summary>
    public string? Given { get; private set; }

    /// <summary>What the source has said since; null while it says the same.</summary>
    public string? Newer { get; private set; }

    public DateTimeOffset? NewerAt { get; private set; }

    /// <summary>The source no longer tells of the transaction.</summary>
    public bool IsGone { get; private set; }

    public string Reason { get; private set; } = "";

    public Guid CorrectedBy { get; private set; }

    public DateTimeOffset CorrectedAt { get; private set; }

    public DateTimeOffset? EndedAt { get; private set; }

    public Guid? EndedBy { get; private set; }

    public int Version { get; set; } = 1;

    /// <summary>The source said something else since, and nobody has decided yet.</summary>
    public bool IsContested => EndedAt is null && (NewerAt is not null || IsGone);

    public static SupportCorrection Of(Activity activity, Guid? transaction, string field, string? said, string? given, string reason, Guid person, DateTimeOffset at) => new()
    {
        ActivityId = activity.Id,
        Country = activity.Country,
        Classification = activity.Classification,
        Compartment = activity.Compartment,
        TransactionId = transaction,
        Field = field,
        Said = said,
        Given = given,
        Reason = reason,
        CorrectedBy = person,
        CorrectedAt = at,
    };

    /// <summary>The source's last word.</summary>
    public string? Told => NewerAt is null ? Said : Newer;

    /// <summary>The country says something else again; it has then heard what the source said last.</summary>
    public void Renew(string? given, string reason, Guid person, DateTimeOffset at) =>
        (Given, Reason, CorrectedBy, CorrectedAt, Said, Newer, NewerAt, Version) = (given, reason, person, at, Told, null, null, Version + 1);

    /// <summary>A new file came: it may repeat what was corrected, or say something new.</summary>
    public void Hear(string? now, DateTimeOffset at)
    {
        if (now == Said ? NewerAt is null : NewerAt is not null && now == Newer)
        {
            return;
        }

        (Newer, NewerAt, Version) = (now == Said ? null : now, now == Said ? null : at, Version + 1);
    }

    /// <summary>The source took back what was corrected; it stays as the country's own.</summary>
    public void Lose() => (IsGone, Version) = (true, Version + 1);

    /// <summary>The source tells of it again.</summary>
    public void Return() => (IsGone, Version) = IsGone ? (false, Version + 1) : (false, Version);

    /// <summary>The country's word holds against the new one too, until the source says yet another thing.</summary>
    public Refusal? Keep()
    {
        if (!IsContested)
        {
            return new Refusal("support.nothing-contested");
        }

        (Said, Newer, NewerAt, IsGone, Version) = (Told, null, null, false, Version + 1);
        return null;
    }

    /// <summary>The source's word holds again.</summary>
    public Refusal? End(Guid person, DateTimeOffset at)
    {
        if (EndedAt is not null)
        {
            return new Refusal("support.correction-ended");
        }

        (EndedAt, EndedBy, Version) = (at, person, Version + 1);
        return null;
    }
}
