using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Access;

/// <summary>The fixed, invented people of the demonstration: at least one for each role, with rights that never change.</summary>
public sealed record DemonstrationPerson(Guid Id, string Name, string Part, Role Role, Classification Clearance, bool AlsoShared = false)
{
    /// <summary>User-assigned ISO 3166-1 code of the invented Republic of Solenia.</summary>
    public const string Country = "XS";

    public static readonly IReadOnlyList<DemonstrationPerson> All =
    [
        Of(1, "Amina Toval", Text.Later("National secretariat: owner of the plan"), Role.Secretariat, Classification.Restricted, alsoShared: true),
        Of(2, "Bruno Kessim", Text.Later("Ministry focal point"), Role.FocalPoint, Classification.Government),
        Of(3, "Chiyo Anderel", Text.Later("Vetting panel"), Role.VettingPanel, Classification.Government),
        Of(4, "Dmitri Osanko", Text.Later("Auditor: reads, never writes"), Role.Auditor, Classification.Government),
        Of(5, "Elif Marouan", Text.Later("Development partner"), Role.DevelopmentPartner, Classification.Partner),
        Of(6, "Farid Benoussa", Text.Later("Finance ministry analyst"), Role.FinanceAnalyst, Classification.Government),
        Of(7, "Grace Imbali", Text.Later("United Nations mission officer"), Role.MissionOfficer, Classification.Partner, alsoShared: true),
        Of(8, "Hélène Durvis", Text.Later("Human rights officer"), Role.HumanRightsOfficer, Classification.Government),
        Of(9, "Ibrahim Sotelo", Text.Later("Member of the closed parliamentary committee"), Role.ParliamentCommittee, Classification.Government),
        Of(10, "Jamila Reyes", Text.Later("Civil society"), Role.CivilSociety, Classification.Public),
        Of(11, "Karim Vostok", Text.Later("Administrator of the installation"), Role.Administrator, Classification.Public),
        Of(12, "Leila Sorane", Text.Later("Second administrator: approves what the first asks for"), Role.Administrator, Classification.Public),
    ];

    private static DemonstrationPerson Of(int number, string name, string part, Role role, Classification clearance, bool alsoShared = false) =>
        new(new Guid($"00000000-0000-7000-8000-0000000001{number:D2}"), name, part, role, clearance, alsoShared);
}
