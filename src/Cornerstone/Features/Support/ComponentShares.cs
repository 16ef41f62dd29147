using System.Collections.Frozen;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

/// <summary>
/// Which components of the security sector an activity's sectors stand for. The country's own register names components itself; of
/// the DAC's purpose codes only those are read that belong to one component (domain handbook §5.3). What is left is not declared:
/// a share of "15210" is reform, and nobody said whose.
/// </summary>
public static class ComponentShares
{
    /// <summary>Of <see cref="CodedShare.Vocabulary"/>: codes of the country's own register are components.</summary>
    public const string Vocabulary = "99";

    private static readonly FrozenDictionary<string, Component> Components = Enum.GetValues<Component>().ToFrozenDictionary(c => c.ToString(), StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Component> Purposes = new Dictionary<string, Component>
    {
        ["15132"] = Component.POL,
        ["15130"] = Component.JUS,
        ["15131"] = Component.JUS,
        ["15134"] = Component.JUS,
        ["15137"] = Component.COR,
        ["15136"] = Component.IMM,
        ["15190"] = Component.IMM,
        ["33120"] = Component.CUS,
        ["15133"] = Component.CIV,
        ["43060"] = Component.CIV,
        ["74020"] = Component.CIV,
        ["15118"] = Component.OVS,
        ["15135"] = Component.OVS,
        ["15150"] = Component.OVS,
        ["15152"] = Component.OVS,
        ["15153"] = Component.OVS,
        ["15160"] = Component.OVS,
        ["15240"] = Component.MGT,
    }.ToFrozenDictionary();

    /// <summary>The component a code of the country's own register is; null for any other word, and for a number.</summary>
    public static Component? Named(string code) => Components.TryGetValue(code, out var component) ? component : null;

    /// <summary>Codes of sectors that stand for this component.</summary>
    public static IReadOnlyList<string> SectorsOf(string component) => [.. Purposes.Where(p => p.Value.ToString() == component).Select(p => p.Key).Order(StringComparer.Ordinal)];

    /// <summary>
    /// In per cent, as the source divided it; a code that stands for none has a null component. Vocabularies say the same money
    /// again, each up to a hundred per cent, so one of them answers: the country's own where it names a component, else the DAC's purposes.
    /// </summary>
    public static IReadOnlyList<(string? Component, decimal? Percentage)> Of(IReadOnlyCollection<CodedShare> sectors) =>
    [
        .. Answering(sectors).GroupBy(s => s.Component)
            .Select(g => (g.Key, g.Any(s => s.Percentage is not null) ? g.Sum(s => Math.Max(s.Percentage ?? 0m, 0m)) : (decimal?)null))
            .OrderBy(s => s.Key is null).ThenBy(s => s.Key, StringComparer.Ordinal),
    ];

    /// <summary>Sectors of the vocabulary that answers, each with the component it stands for.</summary>
    public static IEnumerable<(string? Component, string Code, decimal? Percentage)> Answering(IReadOnlyCollection<CodedShare> sectors)
    {
        var vocabulary = sectors.Any(s => s.Vocabulary == Vocabulary && Components.ContainsKey(s.Code)) ? Vocabulary : null;
        return sectors.Where(s => s.Vocabulary == vocabulary).Select(s => (ComponentOf(s), s.Code, s.Percentage));
    }

    /// <summary>What a transaction says of its sectors goes before what its activity says of all of them (IATI 2.03).</summary>
    public static IReadOnlyList<(string? Component, decimal? Percentage)> Of(Activity activity, Transaction transaction) =>
        Of(transaction.Sectors.Count > 0 ? transaction.Sectors : activity.Sectors);

    private static string? ComponentOf(CodedShare sector) => sector.Vocabulary == Vocabulary
        ? Components.ContainsKey(sector.Code) ? sector.Code : null
        : Purposes.TryGetValue(sector.Code, out var component) ? component.ToString() : null;
}
