using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>An indicator as an import needs it: what is asked of all its rows is asked once, and its values stand by area and part.</summary>
internal sealed class StoredIndicator(DefinedIndicator defined)
{
    private readonly Dictionary<(string Area, DimensionKey Key), StoredPart> parts = [];

    public Indicator Indicator => defined.Indicator;

    public IndicatorDefinition Card => defined.Definition;

    /// <summary>Why the sender may not enter values of it; null when they may.</summary>
    public required Refusal? MayNotEnter { get; init; }

    public required IReadOnlyList<IndicatorTarget> Targets { get; init; }

    public required CountryDimensions Dimensions { get; init; }

    public required Text T { get; init; }

    /// <summary>True when its values are here.</summary>
    public bool IsLearnt { get; set; }

    public StoredPart PartOf(string area, DimensionKey key)
    {
        if (!parts.TryGetValue((area, key), out var part))
        {
            parts[(area, key)] = part = new(this, area, key);
        }

        return part;
    }

    public void Forget()
    {
        IsLearnt = false;
        foreach (var part in parts.Values)
        {
            part.Forget();
        }
    }
}
