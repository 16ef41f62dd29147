using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Objectives in the global search, by code and by their words in any language, in the version people work by.</summary>
public sealed class PlanSearchSource(AppDb db, Text T) : ISearchSource
{
    private const int Most = 10;

    public string Label => "National plan";

    public string? Needs => PlanRoom.Read;

    public async Task<IReadOnlyList<SearchHit>> SearchAsync(string country, string query, CancellationToken ct)
    {
        if (await db.PlanInForceAsync(country, ct) is not { } shown)
        {
            return [];
        }

        // A plan has at most a few thousand nodes, and their words lie in six languages: they are compared here.
        var found = (await db.NodesOfAsync(shown.Version.Id, ct)).Where(n => Matches(n, query.Trim())).OrderBy(n => n.Level).Take(Most);
        return [.. found.Select(n => new SearchHit(
            T["{0} {1}", n.Code, n.Title.In(T.Language.Code)],
            $"/{country.ToLowerInvariant()}/plan/nodes/{n.Lineage}",
            n.Statement?.In(T.Language.Code),
            n.Title.LanguageIn(T.Language.Code)))];
    }

    private static bool Matches(PlanNode node, string query) =>
        string.Equals(node.Code, query, StringComparison.OrdinalIgnoreCase)
        || node.Title.Texts.Values.Concat(node.Statement?.Texts.Values ?? []).Any(t => t.Contains(query, StringComparison.CurrentCultureIgnoreCase));
}
