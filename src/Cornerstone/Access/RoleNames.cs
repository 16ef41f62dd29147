namespace Cornerstone.Access;

/// <summary>What a role is called on screen: English keys of the translations.</summary>
public static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Secretariat => "National secretariat",
        Role.FocalPoint => "Institution focal point",
        Role.FinanceAnalyst => "Finance ministry analyst",
        Role.DevelopmentPartner => "Development partner",
        Role.MissionOfficer => "United Nations officer",
        Role.HumanRightsOfficer => "Human rights officer",
        Role.VettingPanel => "Vetting panel",
        Role.ParliamentCommittee => "Parliament committee",
        Role.Auditor => "Auditor",
        Role.CivilSociety => "Civil society",
        Role.Administrator => "Administrator",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
