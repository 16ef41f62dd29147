namespace Cornerstone.Access;

/// <summary>What a person does in one country's workspace. Domain handbook §0.4; the public has no role.</summary>
public enum Role
{
    /// <summary>National security sector reform secretariat: owner of the plan.</summary>
    Secretariat,

    /// <summary>Focal point of one ministry or institution.</summary>
    FocalPoint,
    FinanceAnalyst,
    DevelopmentPartner,
    MissionOfficer,
    HumanRightsOfficer,
    VettingPanel,
    ParliamentCommittee,

    /// <summary>Audit, ombuds institution or human rights commission: reads, never writes.</summary>
    Auditor,
    CivilSociety,

    /// <summary>Configures the installation; reads no content.</summary>
    Administrator,
}
