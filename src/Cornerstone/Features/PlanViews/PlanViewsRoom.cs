using Cornerstone.Access;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;

namespace Cornerstone.Features.PlanViews;

/// <summary>The plan seen otherwise than as a tree: over time, by institution, by component, by region, as a document. It keeps nothing of its own.</summary>
public sealed class PlanViewsRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu =>
    [
        new("Plan over time", "/Features/PlanViews/Gantt", PlanRoom.Read, Text.Later("What happens when, and who is late")),
        new("My institution's duties", "/Features/PlanViews/Duties", PlanRoom.Read, Text.Later("What the plan asks of one institution, and by when")),
    ];
}
