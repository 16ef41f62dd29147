using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportLedger;

/// <summary>
/// How money is divided by component, and within a component by the sectors that stand for it. Components are divided as before
/// anybody asked for sectors (decision 36), so that asking for more tells nothing else.
/// </summary>
/// <param name="Component">Null for what nobody declared, and for what stands for none.</param>
/// <param name="Sectors">A whole; a null code is not declared or not divided.</param>
public sealed record SectorPart(string? Component, decimal Part, IReadOnlyList<(string? Code, decimal Part)> Sectors)
{
    public static IReadOnlyList<SectorPart> Of(IReadOnlyCollection<CodedShare> said)
    {
        var named = ComponentShares.Answering(said).ToLookup(s => s.Component ?? "");
        var shares = LedgerShares.Of(ComponentShares.Of(said).Select(d => (d.Component ?? "", d.Percentage)));
        return
        [
            .. shares.GroupBy(s => s.Code is { Length: > 0 } code ? code : null).Select(g => new SectorPart(
                g.Key,
                g.Sum(s => s.Part),
                [.. g.SelectMany(s => Within(s, named)).GroupBy(s => s.Code).Select(s => (s.Key, s.Sum(x => x.Part) / g.Sum(x => x.Part)))])),
        ];
    }

    // Of several sectors of one component, if any has no percentage, nobody said how much falls to which.
    private static IEnumerable<(string? Code, decimal Part)> Within(LedgerShare share, ILookup<string, (string? Component, string Code, decimal? Percentage)> named)
    {
        var sectors = share.Kind == ShareKind.Declared ? named[share.Code ?? ""].GroupBy(s => s.Code).ToList() : [];
        var sum = sectors.Sum(g => g.Sum(s => Math.Max(s.Percentage ?? 0m, 0m)));
        return sectors.Count == 1 ? [(sectors[0].Key, share.Part)]
            : sectors.Count == 0 || sum == 0m || sectors.Exists(g => g.Any(s => s.Percentage is null)) ? [(null, share.Part)]
            : sectors.Select(g => ((string?)g.Key, share.Part * g.Sum(s => Math.Max(s.Percentage!.Value, 0m)) / sum));
    }
}
