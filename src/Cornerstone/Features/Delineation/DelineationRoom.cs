using Cornerstone.Access;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Ui.Overview;

namespace Cornerstone.Features.Delineation;

/// <summary>Who is accountable, responsible, consulted and informed for which function of the sector.</summary>
public sealed class DelineationRoom : IRoom
{
    public const string Read = "delineation.read";
    public const string Edit = "delineation.edit";

    public MenuGroup Group => MenuGroup.Plan;

    public IEnumerable<Permission> Permissions =>
    [
        new(Read, [.. Enum.GetValues<Role>().Where(r => r != Role.Administrator)]),
        new(Edit, [Role.Secretariat]),
    ];

    public IEnumerable<MenuEntry> Menu => [new("Roles", "/Features/Delineation/Index", Read, Text.Later("Who answers for which function of the sector, who does it, who is asked and who is told"))];

    public IReadOnlyDictionary<string, string> HistoryWords { get; } = new Dictionary<string, string>
    {
        ["delineation.add"] = Text.Later("Role added"),
        ["delineation.edit"] = Text.Later("Role edited"),
        ["delineation.import"] = Text.Later("Roles imported"),
        ["delineation.set-aside"] = Text.Later("Function set aside"),
        ["delineation.count-again"] = Text.Later("Function counted again"),
        ["delineation.add-function"] = Text.Later("Function added"),
        [nameof(RoleAssignment.FunctionId)] = Text.Later("Function"),
        [nameof(RoleAssignment.InstitutionId)] = Text.Later("Institution"),
        [nameof(RoleAssignment.Role)] = Text.Later("Role"),
        [nameof(RoleAssignment.Territory)] = Text.Later("Territory"),
        [nameof(RoleAssignment.LegalBasis)] = Text.Later("Legal basis"),
        [nameof(RoleAssignment.LawId)] = Text.Later("Law in the tracker"),
        [nameof(RoleAssignment.DeFacto)] = Text.Later("De facto"),
        [nameof(RoleAssignment.Conditions)] = Text.Later("Conditions"),
        [nameof(RoleAssignment.CoordinationRule)] = Text.Later("How it works with others who do the same"),
        [nameof(RoleAssignment.ValidFrom)] = Text.Later("Holds from"),
        [nameof(RoleAssignment.ValidUntil)] = Text.Later("Holds until"),
        [nameof(RoleAssignment.Standing)] = Text.Later("Standing"),
        [$"{nameof(RoleAssignment.Role)}.{RoleInFunction.A}"] = Text.Later("Accountable"),
        [$"{nameof(RoleAssignment.Role)}.{RoleInFunction.R}"] = Text.Later("Responsible"),
        [$"{nameof(RoleAssignment.Role)}.{RoleInFunction.C}"] = Text.Later("Consulted"),
        [$"{nameof(RoleAssignment.Role)}.{RoleInFunction.I}"] = Text.Later("Informed"),
        [$"{nameof(RoleAssignment.Standing)}.{Standing.Agreed}"] = Text.Later("Agreed"),
        [$"{nameof(RoleAssignment.Standing)}.{Standing.Claimed}"] = Text.Later("Claimed"),
    };

    public void AddServices(IServiceCollection services)
    {
        services.AddScoped<IOverviewPart, DelineationOverview>();
        services.AddScoped<IInstitutionPanel, InstitutionRoles>();
        services.AddSingleton(new RefusalSentence("delineation.accountable-already", "{0} is accountable for it in this territory since {1}. End that first, or record this one as a claim."));
        services.AddSingleton(new RefusalSentence("delineation.held-already", "{0} has this role in this territory since {1} already."));
    }
}
