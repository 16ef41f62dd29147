using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui.Search;

/// <summary>One box for all rooms of the workspace.</summary>
[SignedIn]
public sealed class SearchPage(CurrentReader current, IEnumerable<ISearchSource> sources) : PageModel
{
    public const int LongestQuery = 200;

    [BindProperty(SupportsGet = true)]
    [Display(Name = "Words or symbol")]
    public string Q { get; set; } = "";

    public IReadOnlyList<SearchGroup> Groups { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (current.Workspace is not { } workspace)
        {
            return NotFound();
        }

        Q = (Q ?? "").Trim();
        Q = Q.Length > LongestQuery ? Q[..LongestQuery] : Q;
        // An empty question is no fault here: the page says what can be asked.
        ModelState.Clear();
        Groups = Q.Length == 0 ? [] : await FoundAsync(workspace.Code, ct);
        return Page();
    }

    private async Task<IReadOnlyList<SearchGroup>> FoundAsync(string country, CancellationToken ct)
    {
        var groups = new List<SearchGroup>();
        // One after the other: the sources share this request's database connection.
        foreach (var source in sources.Where(s => s.Needs is null || current.May(s.Needs)))
        {
            var hits = await source.SearchAsync(country, Q, ct);
            if (hits.Count > 0)
            {
                groups.Add(new(source.Label, hits));
            }
        }

        return groups;
    }
}

/// <summary>What one room found.</summary>
public sealed record SearchGroup(string Label, IReadOnlyList<SearchHit> Hits);
