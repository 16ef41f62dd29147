using Cornerstone.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui.Pages;

/// <summary>The door: what this is for those outside, the choice of a country for those inside.</summary>
[Public]
public sealed class StartPage(CurrentReader current) : PageModel
{
    public IEnumerable<Role> RolesIn(Workspace workspace) =>
        current.Reader.Memberships.Where(m => m.Country == workspace.Code).Select(m => m.Role).Distinct();
}
