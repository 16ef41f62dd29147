using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.OversightActivities;

public enum OversightKind
{
    Hearing,
    Inspection,
    Audit,
    Complaint,
}

/// <summary>Something an overseer did about an institution: a hearing, an inspection, an audit, a complaint; domain handbook §3.6.</summary>
public sealed class OversightActivity : IRecord, IVersioned
{
    public const int LongestText = 4_000;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>Short and stable, in the country's own way; spreadsheets name it by this.</summary>
    public required string Code { get; set; }

    public required OversightKind Kind { get; set; }

    public required Wording Title { get; set; }

    /// <summary>The institution that oversees.</summary>
    public required Guid BodyId { get; set; }

    /// <summary>The institution that is overseen.</summary>
    public required Guid InstitutionId { get; set; }

    /// <summary>The day of the hearing, inspection or audit; of a complaint, the day it was received.</summary>
    public required DateOnly HeldOn { get; set; }

    /// <summary>False behind closed doors (S/2022/280, para. 44).</summary>
    public required bool IsOpen { get; set; }

    public string? Findings { get; set; }

    /// <summary>Of a complaint, the day it was resolved; null while it waits.</summary>
    public DateOnly? ResolvedOn { get; set; }

    public string? Resolution { get; set; }

    public string? Url { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>What was said behind closed doors starts at the strictest level this person may give.</summary>
    public static Classification LevelFor(bool isOpen, Classification clearance) => isOpen ? Classification.Public : clearance;

    public Refusal? Check(DateOnly today) => this switch
    {
        { IsOpen: false, Classification: Classification.Public } => new Refusal("oversight.closed-is-not-public"),
        _ when HeldOn > today && (Kind == OversightKind.Complaint || Findings is not null) => new Refusal("oversight.findings-before-the-day"),
        { ResolvedOn: not null } when Kind != OversightKind.Complaint => new Refusal("oversight.only-complaints-are-resolved"),
        _ when ResolvedOn < HeldOn => new Refusal("oversight.resolved-before-received", HeldOn),
        _ when ResolvedOn > today => new Refusal("oversight.in-future"),
        _ when BodyId == InstitutionId => new Refusal("oversight.oversees-itself"),
        _ => null,
    };
}
