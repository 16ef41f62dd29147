using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Features.Portal;

/// <summary>What the plan aims at, in the country's own words.</summary>
public sealed class PlanPage(PublishedDb store) : FramedPage(store)
{
    /// <summary>Null before it is published, and after it was withdrawn.</summary>
    public CurrentSubject? Plan { get; private set; }

    public IReadOnlyList<PublishedPlanNode> Nodes { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Plan = await Store.CurrentAsync(Country, SubjectKind.Plan, ct) is [var newest, ..] ? newest : null;
        Nodes = Plan is null ? [] : await Store.PlanAsync(Plan, ct);
        return Page();
    }
}
