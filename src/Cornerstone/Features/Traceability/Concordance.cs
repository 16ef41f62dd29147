using Cornerstone.Texts;

namespace Cornerstone.Features.Traceability;

/// <summary>How paragraphs of an earlier resolution went on in a later one, as people read them (domain handbook §2.2).</summary>
public sealed record ConcordanceLine(
    string? Earlier, IReadOnlyList<string> EarlierProvisions, string? Later, IReadOnlyList<string> LaterProvisions,
    ProvisionRelation Relation, IReadOnlyDictionary<string, string> Change)
{
    /// <summary>What changed, in our words; empty where the words stayed the same.</summary>
    public string ChangeIn(string language) => Change.GetValueOrDefault(language) ?? Change["en"];
}

/// <summary>From S/RES/2151 (2014) to S/RES/2553 (2020), every paragraph of both.</summary>
public static class Concordance
{
    /// <summary>Where a paragraph came from, or that it is new; null for a document the concordance does not know.</summary>
    public static ConcordanceLine? Into(string? symbol, string provision) => Lines.FirstOrDefault(l => l.Later == symbol && l.LaterProvisions.Contains(provision));

    public static IReadOnlyList<ConcordanceLine> Lines { get; } = [.. ReferenceFile.Read("Traceability/concordance.csv").Select(Line)];

    private static ConcordanceLine Line(IReadOnlyDictionary<string, string> row) => new(
        Symbol(row["earlier"]), ReferenceFile.Words(row["earlier_provisions"]), Symbol(row["later"]), ReferenceFile.Words(row["later_provisions"]),
        Enum.Parse<ProvisionRelation>(row["relation"]),
        new Dictionary<string, string> { ["en"] = row["change"], ["fr"] = row["change_fr"], ["ar"] = row["change_ar"] });

    private static string? Symbol(string cell) => cell.Length == 0 ? null : cell;
}
