using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>One objective, activity or milestone of a version of the plan (domain handbook §3.3).</summary>
public sealed class PlanNode : IRecord, IVersioned
{
    public const int LongestCode = 40;
    public const short HighestGenderMarker = 3;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required Guid VersionId { get; init; }

    /// <summary>The same objective through all versions of the plan.</summary>
    public required Guid Lineage { get; init; }

    public Guid? ParentId { get; set; }

    public required PlanLevel Level { get; set; }

    /// <summary>Place among its siblings.</summary>
    public int Position { get; set; }

    /// <summary>"G2.O1.3", unique in its version.</summary>
    public required string Code { get; set; }

    public required Wording Title { get; set; }

    public Wording? Statement { get; set; }

    /// <summary>The institution that answers for it.</summary>
    public Guid? OwnerId { get; set; }

    public List<Guid> ContributorIds { get; set; } = [];

    /// <summary>Codes of components, national ones among them.</summary>
    public List<string> Components { get; set; } = [];

    /// <summary>Codes of regions; none means the whole country.</summary>
    public List<string> Regions { get; set; } = [];

    public Wording? Assumptions { get; set; }

    public Wording? Risks { get; set; }

    public DateOnly? StartsOn { get; set; }

    public DateOnly? EndsOn { get; set; }

    /// <summary>0 to 3; null where nobody judged it.</summary>
    public short? GenderMarker { get; set; }

    /// <summary>The political objective it serves (S/2022/280, recommendation 1).</summary>
    public Wording? PoliticalObjective { get; set; }

    /// <summary>Who gains and who loses by it (S/2022/280, para. 8).</summary>
    public Wording? WinnersLosers { get; set; }

    /// <summary>Why it left the plan; null while it is part of it.</summary>
    public string? RetiredBecause { get; private set; }

    public int Version { get; set; } = 1;

    public bool IsRetired => RetiredBecause is not null;

    public Refusal? Retire(string? reason)
    {
        if (IsRetired)
        {
            return new Refusal("plan.already-retired", Code);
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            return new Refusal("plan.reason-for-retiring", Code);
        }

        RetiredBecause = reason.Trim();
        return null;
    }

    public Refusal? Restore()
    {
        if (!IsRetired)
        {
            return new Refusal("plan.not-retired", Code);
        }

        RetiredBecause = null;
        return null;
    }

    /// <summary>Stands under another node from now on. A parent has a higher level, so no circle can close (rule V4).</summary>
    public Refusal? MoveUnder(PlanNode? parent)
    {
        if (parent is not null && (parent.VersionId != VersionId || parent.Level >= Level))
        {
            return new Refusal("plan.parent-not-higher", Code, parent.Code);
        }

        ParentId = parent?.Id;
        return null;
    }
}
