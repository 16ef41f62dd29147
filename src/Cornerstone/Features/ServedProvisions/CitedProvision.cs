using System.Text.RegularExpressions;
using Cornerstone.Texts;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>A paragraph as people cite it: a symbol and "20 (k)", "op/20/k" or "preambular 3", turned into its platform id.</summary>
public static partial class CitedProvision
{
    /// <summary>Null when symbol or paragraph is not understood.</summary>
    public static string? IdOf(string? symbol, string? paragraph) =>
        DocumentSymbol.TryParse(symbol, out var parsed) && PathOf(paragraph) is { } path ? $"{parsed.PlatformId}/{path}" : null;

    /// <summary>The symbol and the path of a platform id; the whole id as symbol when it is not one we know.</summary>
    public static (string Symbol, string? Path) Parts(string id) =>
        DocumentSymbol.TryFromPlatformId(id, out var symbol, out var path) ? (symbol.Value, path) : (id, null);

    /// <summary>
    /// The places in a document that this citation may mean, the likeliest first: "44" is an operative paragraph of a
    /// resolution, and a numbered one of a report.
    /// </summary>
    public static IReadOnlyList<string> Candidates(string? paragraph)
    {
        var written = (paragraph ?? "").Trim().ToLowerInvariant();
        if (Path().IsMatch(written))
        {
            return [written];
        }

        var match = Cited().Match(written);
        if (!match.Success)
        {
            return [];
        }

        var number = match.Groups["number"].Value + string.Concat(match.Groups["point"].Captures.Select(c => "/" + c.Value));
        return match.Groups["kind"].Value switch
        {
            "preambular" or "pp" => ["pp/" + number],
            "recommendation" or "rec" => ["rec/" + number],
            "footnote" or "fn" => ["fn/" + number],
            _ => ["op/" + number, "para/" + number],
        };
    }

    internal static string? PathOf(string? paragraph) => Candidates(paragraph) is [var first, ..] ? first : null;

    [GeneratedRegex("^(op|pp|para|rec|fn)/[0-9a-z]+(/[0-9a-z]+)*$|^summary$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();

    [GeneratedRegex(@"^(?<kind>preambular|pp|recommendation|rec|footnote|fn|op|para|paragraph)?[\s.]*(para(graph)?\.?)?\s*(?<number>[0-9]+)\s*(\(?(?<point>[a-z]+)\)?\s*)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cited();
}
