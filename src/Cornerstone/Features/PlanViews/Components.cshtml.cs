using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.PlanViews;

/// <summary>Cost, funding and governance share of each component of the security sector.</summary>
[Requires(PlanRoom.Read)]
public sealed class ComponentsPage(AppDb db, CurrentReader current, PlanReading reading, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    public OpenPlan? Shown { get; private set; }

    public AllocationView? View { get; private set; }

    public PlanAsked Asked => new(current.Workspace!.Code, Plan, Version);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Shown = await OpenPlan.ReadAsync(db, reading, Asked, PlanParts.Money, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        if (Shown is not { } shown)
        {
            return Plan is null && Version is null ? Page() : NotFound();
        }

        View = new(PlanAllocation.ByComponent(shown.Tree), shown, T["Component"], T["No component named"],
            code => shown.Names.ComponentIn(code, T), code => Asked.Address("/gantt", ("component", code)), T);
        return Page();
    }
}
