using Cornerstone.Access;
using Cornerstone.Ui.Overview;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui.Pages;

/// <summary>The door: what this is for those outside, the choice of a country for those inside.</summary>
[Public]
public sealed class StartPage(CurrentReader current, IPublicPages pages) : PageModel
{
    /// <summary>Countries that anybody reads about.</summary>
    public IReadOnlyList<PublicCountry> Countries { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Countries = current.Reader.IsAnonymous ? await pages.CountriesAsync(ct) : [];

    public IEnumerable<Role> RolesIn(Workspace workspace) =>
        current.Reader.Memberships.Where(m => m.Country == workspace.Code).Select(m => m.Role).Distinct();
}
