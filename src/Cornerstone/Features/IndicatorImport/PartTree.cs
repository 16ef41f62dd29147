using Cornerstone.Features.Benchmarks;

namespace Cornerstone.Features.IndicatorImport;

/// <summary>Which parts make up which whole along which dimension: "age=18-24;sex=F" and "age=18-24;sex=M" make up "age=18-24" along sex.</summary>
internal sealed class PartTree
{
    private readonly Dictionary<(Guid Indicator, string Area, string Whole), Dictionary<string, List<string>>> parts = [];

    public void Add(Guid indicator, string area, string dimensions)
    {
        var key = DimensionKey.Parse(dimensions);
        foreach (var dimension in key.Parts.Keys)
        {
            var whole = (indicator, area, key.Without(dimension).ToString());
            if (!parts.TryGetValue(whole, out var axes))
            {
                parts[whole] = axes = [];
            }

            if (!axes.TryGetValue(dimension, out var list))
            {
                axes[dimension] = list = [];
            }

            list.Add(dimensions);
        }
    }

    /// <summary>Everything a value of this part is held together with: what it is made of, the wholes it belongs to, and its brothers there.</summary>
    public IEnumerable<string> RelativesOf(Guid indicator, string area, DimensionKey key)
    {
        var own = parts.GetValueOrDefault((indicator, area, key.ToString()));
        foreach (var part in own?.Values.SelectMany(p => p) ?? [])
        {
            yield return part;
        }

        foreach (var dimension in key.Parts.Keys)
        {
            var whole = key.Without(dimension).ToString();
            yield return whole;
            foreach (var brother in parts.GetValueOrDefault((indicator, area, whole))?.GetValueOrDefault(dimension) ?? [])
            {
                yield return brother;
            }
        }
    }

    public void Clear() => parts.Clear();
}
