using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui.Search;

/// <summary>One box for all rooms of the workspace.</summary>
[SignedIn]
public sealed class SearchPage(CurrentReader current, IEnumerable<ISearchSource> sources, Text T) : PageModel
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

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) => await OnGetAsync(ct) is not PageResult ? NotFound() : this.Export(
        new ListExport<(string Label, SearchHit Hit)>("search", T["Results for “{0}”", Q], Groups.SelectMany(g => g.Hits, (g, hit) => (g.Label, hit)))
        {
            Columns = [new(T["Room"], r => T[r.Label]), new(T["Title"], r => r.Hit.Title, Width: 50), new(T["Words"], r => r.Hit.Excerpt, Width: 70), new(T["Address"], r => r.Hit.Address, Width: 40)],
        },
        format);

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
