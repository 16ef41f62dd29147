using System.Globalization;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

public enum OdaVerdict
{
    Eligible,

    /// <summary>Of the amount a share counts, which the rule or the assessor states.</summary>
    PartlyEligible,
    NotEligible,

    /// <summary>No rule fits what is known.</summary>
    Undetermined,
}

/// <summary>One line of the decision table.</summary>
/// <param name="Asks">What must be answered how; several answers may do.</param>
/// <param name="Share">Of the amount; null where the assessor states it.</param>
/// <param name="IsChecked">Held against its source; the others are professional knowledge and said to be so.</param>
public sealed record OdaRule(
    string Code, IReadOnlyDictionary<OdaQuestion, IReadOnlyList<string>> Asks, OdaVerdict Verdict, decimal? Share, bool IsChecked, Wording Item, string Source)
{
    /// <summary>The table, in its order: data, so that a country or a later directive changes a line and no code.</summary>
    public static readonly IReadOnlyList<OdaRule> Table = [.. NamedRows.Within(typeof(OdaRule).Assembly, "OdaEligibility/rules.csv").Select(Read)];

    public static OdaRule? Find(string? code) => Table.FirstOrDefault(r => r.Code == code);

    /// <summary>True, false, or null where the answer hangs on something not known.</summary>
    public bool? Fits(OdaFacts facts)
    {
        var answers = Asks.Select(a => facts.Answer(a.Key) is { } answer ? a.Value.Contains(answer) : (bool?)null).ToList();
        return answers.Contains(false) ? false : answers.Contains(null) ? null : true;
    }

    public IEnumerable<OdaQuestion> Missing(OdaFacts facts) => Asks.Keys.Where(q => facts.Answer(q) is null);

    private static OdaRule Read(IReadOnlyDictionary<string, string> row) => new(
        row["rule"],
        Enum.GetValues<OdaQuestion>().Where(q => Cell(row, q).Length > 0).ToDictionary(q => q, q => (IReadOnlyList<string>)Cell(row, q).Split('|')),
        Enum.Parse<OdaVerdict>(row["verdict"]),
        row["share"].Length > 0 ? decimal.Parse(row["share"], CultureInfo.InvariantCulture) : null,
        row["checked"] == "yes",
        new Wording("en", new Dictionary<string, string> { ["en"] = row["item"], ["fr"] = row["item_fr"], ["ar"] = row["item_ar"] }),
        row["source"]);

    private static string Cell(IReadOnlyDictionary<string, string> row, OdaQuestion question) => row[question.ToString().ToLowerInvariant()];
}
