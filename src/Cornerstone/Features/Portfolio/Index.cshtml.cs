using Cornerstone.Access;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Plan;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.Portfolio;

/// <summary>The countries a reader belongs to, one line each. What a role may not read in a country stays empty there.</summary>
[SignedIn]
public sealed class PortfolioPage(CurrentReader current, CountryPictures pictures) : PageModel
{
    public IReadOnlyList<Line> Lines { get; private set; } = [];

    public sealed record Line(Workspace Workspace, CountryPicture? Picture, int? Overdue);

    public async Task OnGetAsync(CancellationToken ct)
    {
        var lines = new List<Line>();
        foreach (var workspace in current.Workspaces.Where(w => w.Code != Workspace.Shared && May(PortfolioRoom.Read, w)))
        {
            lines.Add(new(
                workspace,
                May(PlanRoom.Read, workspace) ? await pictures.ReadAsync(workspace.Code, ct) : null,
                May(CommitmentsRoom.Read, workspace) ? await pictures.OverdueAsync(workspace.Code, ct) : null));
        }

        Lines = lines;
    }

    private bool May(string permission, Workspace workspace) => current.Reader.Has(Rooms.Permission(permission), workspace.Code);
}
