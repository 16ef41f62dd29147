using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Reclassifications;

namespace Cornerstone.Features.Plan;

/// <summary>The national plan: vision to milestone, what it costs, who pays, who answers for it.</summary>
public sealed class PlanRoom : IRoom
{
    public const string Read = "plan.read";
    public const string Edit = "plan.edit";

    /// <summary>Editing, and reporting on, the nodes of one's own institution.</summary>
    public const string Contribute = "plan.contribute";

    public const string Approve = "plan.approve";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
        new(Contribute, [Role.Secretariat, Role.FocalPoint]),

        // Approval is another person's, and the ministry that pays may be that person.
        new(Approve, [Role.Secretariat, Role.FinanceAnalyst]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("National plan", "/Features/Plan/Index", Read, Text.Later("From the vision to the milestone: who, by when, for how much"))];

    public IReadOnlyDictionary<string, string> HistoryWords => PlanHistory.Words;

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<PlanReading>();
        services.AddSingleton(RecordPage.Of<PlanNode>(Text.Later("Objective"), (n, language) => $"{n.Code} {n.Title.In(language)}", n => $"plan/nodes/{n.Lineage}"));
        services.AddSingleton(RecordPage.Of<NationalPlan>(Text.Later("Plan"), (p, language) => p.Title.In(language), _ => "plan"));
        AddRefusals(services);
        AddFindings(services);
    }

    private static void AddRefusals(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("plan.not-a-draft", "Version {0} is no draft: it does not change any more."));
        services.AddSingleton(new RefusalSentence("plan.locked-meanwhile", "Version {0} was handed in meanwhile and does not change any more. Nothing was saved; what you wrote stands below."));
        services.AddSingleton(new RefusalSentence("plan.nothing-to-submit", "Version {0} is empty: there is nothing to approve yet."));
        services.AddSingleton(new RefusalSentence("plan.not-submitted", "Version {0} does not await approval."));
        services.AddSingleton(new RefusalSentence("plan.own-draft", "You had a hand in version {0}: another person approves it."));
        services.AddSingleton(new RefusalSentence("plan.authority-missing", "Say who adopted version {0}, and by which act."));
        services.AddSingleton(new RefusalSentence("plan.reason-for-return", "Say why version {0} goes back."));
        services.AddSingleton(new RefusalSentence("plan.already-retired", "{0} has left the plan already."));
        services.AddSingleton(new RefusalSentence("plan.reason-for-retiring", "Say why {0} leaves the plan."));
        services.AddSingleton(new RefusalSentence("plan.not-retired", "{0} is part of the plan."));
        services.AddSingleton(new RefusalSentence("plan.parent-not-higher", "{0} cannot stand under {1}: a node stands under one of a higher level."));
        services.AddSingleton(new RefusalSentence("plan.progress-in-future", "{0} lies in the future: report what has happened."));
        services.AddSingleton(new RefusalSentence("plan.evidence-missing", "Say what shows that it is completed."));
        services.AddSingleton(new RefusalSentence("plan.reason-for-delay", "Say why it is late, or why it was dropped."));
    }

    private static void AddFindings(IServiceCollection services)
    {
        services.AddSingleton(new RefusalSentence("plan.v1-no-indicator", "No indicator says whether this outcome is reached."));
        services.AddSingleton(new RefusalSentence("plan.v1-incomplete", "No indicator of this outcome has a baseline, a target and a source."));
        services.AddSingleton(new RefusalSentence("plan.v2-no-owner", "Nobody answers for this activity."));
        services.AddSingleton(new RefusalSentence("plan.v2-no-dates", "The activity has no beginning or no end."));
        services.AddSingleton(new RefusalSentence("plan.v2-outside-parent", "The dates lie outside those of {0}."));
        services.AddSingleton(new RefusalSentence("plan.v2-cost-unknown", "Nobody has written what it costs."));
        services.AddSingleton(new RefusalSentence("plan.v3-does-not-add-up", "It costs {0:N0} {2}, the nodes below {1:N0} {2}."));
        services.AddSingleton(new RefusalSentence("plan.v4-no-goal", "No goal stands above it."));
        services.AddSingleton(new RefusalSentence("plan.v5-paper-objective", "No indicator, no budget and no owner: an objective on paper."));
        services.AddSingleton(new RefusalSentence("plan.v6-no-governance", "Nothing in this plan serves oversight, management or legislation: equipment and training alone do not reform a sector."));
        services.AddSingleton(new RefusalSentence("plan.v7-code-reused", "In the version before, {0} was another objective: say what became of it."));
    }
}
