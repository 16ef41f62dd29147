using Cornerstone.Languages;

namespace Cornerstone.Access;

/// <summary>What a role is called on screen: English keys of the translations.</summary>
public static class RoleNames
{
    public static string Of(Role role) => role switch
    {
        Role.Secretariat => Text.Later("National secretariat"),
        Role.FocalPoint => Text.Later("Institution focal point"),
        Role.FinanceAnalyst => Text.Later("Finance ministry analyst"),
        Role.DevelopmentPartner => Text.Later("Development partner"),
        Role.MissionOfficer => Text.Later("United Nations officer"),
        Role.HumanRightsOfficer => Text.Later("Human rights officer"),
        Role.VettingPanel => Text.Later("Vetting panel"),
        Role.ParliamentCommittee => Text.Later("Parliament committee"),
        Role.Auditor => Text.Later("Auditor"),
        Role.CivilSociety => Text.Later("Civil society"),
        Role.Administrator => Text.Later("Administrator"),
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
