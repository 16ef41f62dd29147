using System.Text.RegularExpressions;
using Cornerstone.Texts;

namespace Cornerstone.Features.CouncilBenchmarks;

/// <summary>A paragraph as people cite it: a symbol and "20 (k)", "op/20/k" or "preambular 3", turned into its platform id.</summary>
public static partial class CitedProvision
{
    /// <summary>Null when symbol or paragraph is not understood.</summary>
    public static string? IdOf(string? symbol, string? paragraph) =>
        DocumentSymbol.TryParse(symbol, out var parsed) && PathOf(paragraph) is { } path ? $"{parsed.PlatformId}/{path}" : null;

    /// <summary>The symbol and the path of a platform id; the whole id as symbol when it is not one we know.</summary>
    public static (string Symbol, string? Path) Parts(string id) =>
        DocumentSymbol.TryFromPlatformId(id, out var symbol, out var path) ? (symbol.Value, path) : (id, null);

    internal static string? PathOf(string? paragraph)
    {
        var written = (paragraph ?? "").Trim().ToLowerInvariant();
        if (Path().IsMatch(written))
        {
            return written;
        }

        var match = Cited().Match(written);
        if (!match.Success)
        {
            return null;
        }

        var points = match.Groups["point"].Captures.Select(c => "/" + c.Value);
        return $"{(match.Groups["pp"].Success ? "pp" : "op")}/{match.Groups["number"].Value}{string.Concat(points)}";
    }

    [GeneratedRegex("^(op|pp|para|rec)/[0-9a-z]+(/[0-9a-z]+)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Path();

    [GeneratedRegex(@"^(?<pp>preambular\s*)?(op|para\.?|paragraph)?\s*(?<number>[0-9]+)\s*(\(?(?<point>[a-z]+)\)?\s*)*$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Cited();
}
