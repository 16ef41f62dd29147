using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Legislation;

/// <summary>What a law is held against (domain handbook §3.6).</summary>
public enum AssessmentKind
{
    Treaty,
    GenderDiscrimination,
    ChildProtection,
}

public enum AssessmentResult
{
    Compliant,
    PartlyCompliant,
    NotCompliant,
    Undetermined,
}

/// <summary>One assessment of a law: against what, with which result, by whom, when. A later one replaces it and it stays on record.</summary>
public sealed class LawAssessment : IRecord
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid LawId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; init; }

    public Guid? Compartment { get; init; }

    public required AssessmentKind Kind { get; init; }

    /// <summary>The treaty and article, or the standard.</summary>
    public string? Against { get; init; }

    public required AssessmentResult Result { get; init; }

    public required string AssessedBy { get; init; }

    public required DateOnly AssessedOn { get; init; }

    public string? Findings { get; init; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    /// <summary>The latest word for each standard, in the order of kinds.</summary>
    public static IReadOnlyList<LawAssessment> Current(IEnumerable<LawAssessment> all) =>
    [
        .. all.GroupBy(a => (a.Kind, a.Against)).Select(g => g.OrderBy(a => a.AssessedOn).ThenBy(a => a.RecordedAt).Last()).OrderBy(a => a.Kind).ThenBy(a => a.Against, StringComparer.Ordinal),
    ];

    /// <summary>A kind nobody has assessed is a gap of its own: unknown is not compliant.</summary>
    public static IReadOnlyList<AssessmentKind> NotAssessed(IEnumerable<LawAssessment> all) => [.. Enum.GetValues<AssessmentKind>().Except(all.Select(a => a.Kind))];
}
