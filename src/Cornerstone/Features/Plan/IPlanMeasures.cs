using Cornerstone.Ui.Tags;
using Cornerstone.Values;

namespace Cornerstone.Features.Plan;

/// <summary>How objectives are measured. The room that keeps indicators answers; without it nothing is measured.</summary>
public interface IPlanMeasures
{
    /// <summary>Indicators by the lineage of the node they measure; only what the current reader may see. Null asks for all of the country.</summary>
    Task<ILookup<Guid, PlanMeasure>> MeasuresAsync(string country, IReadOnlyCollection<Guid>? lineages, CancellationToken ct);
}

/// <summary>One indicator of a node.</summary>
/// <param name="Name">In the reader's language already.</param>
/// <param name="Progress">From baseline to target; null when it cannot be told.</param>
/// <param name="Light">Word of its traffic light, translated, in the given tone; null when there is none.</param>
public sealed record PlanMeasure(
    Guid IndicatorId,
    string Code,
    string Name,
    string Address,
    bool HasBaseline,
    bool HasTarget,
    bool HasSource,
    Percentage? Progress = null,
    string? Light = null,
    Tone Tone = Tone.Neutral);
