using Cornerstone.Access;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Ui.Nodes;
using Cornerstone.Ui.Search;

namespace Cornerstone.Features.PlanNodes;

/// <summary>One node of the plan: everything that hangs on it, and everything people do with it. The plan's own permissions hold.</summary>
public sealed class PlanNodesRoom : IRoom
{
    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions => [];

    public IEnumerable<MenuEntry> Menu => [];

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<NodeDesk>();
        services.AddScoped<ISearchSource, PlanSearchSource>();
        services.AddScoped<ILinkedNodes, NodesElsewhere>();
        services.AddScoped<IServing, NodesElsewhere>();
        services.AddSingleton(new RefusalSentence("plan.code-taken", "{0} is the code of another node of this version."));
        services.AddSingleton(new RefusalSentence("plan.parent-retired", "What {0} stood under has left the plan too: put that back first."));
        services.AddSingleton(new RefusalSentence("plan.above-clearance", "You may not give the level {0} here."));
    }
}
