using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>A part of a dimension in the reader's language. A retired one is read and not chosen.</summary>
public sealed record NamedPart(string Code, string Name, bool IsRetired = false);

/// <summary>A way of splitting values, with its parts, in the reader's language.</summary>
public sealed record NamedDimension(string Key, string Name, IReadOnlyList<NamedPart> Parts, bool IsSensitive = false)
{
    public NamedPart? Find(string code) => Parts.FirstOrDefault(p => string.Equals(p.Code, code, StringComparison.Ordinal));
}

/// <summary>All dimensions of a country, the standard ones and its own: what a value may be split by, and what its parts are called.</summary>
public sealed class CountryDimensions(IEnumerable<NamedDimension> all)
{
    public const string Region = "region";

    private readonly Dictionary<string, NamedDimension> byKey = all.ToDictionary(d => d.Key, StringComparer.Ordinal);

    public IReadOnlyCollection<NamedDimension> All => byKey.Values;

    public NamedDimension? Of(string key) => byKey.GetValueOrDefault(key);

    /// <summary>The dimensions a form asks for: those of the card and those a value has already; region is its area.</summary>
    public IReadOnlyList<NamedDimension> Asked(IndicatorDefinition card, IEnumerable<string> present) =>
        [.. card.Disaggregations.Concat(present).Where(d => d != Region).Distinct().Select(key => Of(key) ?? new NamedDimension(key, key, []))];

    /// <summary>"Women, 18–24": a part in words; a code without a name stands as it is.</summary>
    public string NameOf(DimensionKey key, string separator) =>
        string.Join(separator, key.Parts.Select(p => Of(p.Key)?.Find(p.Value)?.Name ?? p.Value));

    /// <summary>
    /// Why a value may not be split like this; null when it may. A dimension nobody described is admitted where the card asks for it:
    /// published series bring their own.
    /// </summary>
    public Refusal? Refuse(IndicatorDefinition card, DimensionKey key) => key.Parts
        .Select(p => Refuse(card.Disaggregations.Contains(p.Key), p.Key, p.Value))
        .FirstOrDefault(r => r is not null);

    /// <summary>Dimensions the card does not ask for: no fault, and worth a word.</summary>
    public IEnumerable<string> NotAsked(IndicatorDefinition card, DimensionKey key) =>
        key.Parts.Keys.Where(k => !card.Disaggregations.Contains(k)).Select(k => Of(k)?.Name ?? k);

    private Refusal? Refuse(bool isAsked, string key, string code) => Of(key) switch
    {
        _ when key == Region => new("dimensions.region"),
        null => isAsked ? null : new("dimensions.no-such-dimension", key),
        { IsSensitive: true } sensitive when !isAsked => new("dimensions.sensitive", sensitive.Name),
        { } known when known.Find(code) is null => new("dimensions.no-such-part", code, known.Name, string.Join(", ", known.Parts.Where(p => !p.IsRetired).Select(p => p.Code).Take(20))),
        _ => null,
    };
}
