using Cornerstone.Access;

namespace Cornerstone.Tests.TestKit;

/// <summary>Fixed people whose rights never change: <c>using static</c> this class in tests of pages.</summary>
public static class People
{
    public static readonly DemonstrationPerson Amina = Of(Role.Secretariat);
    public static readonly DemonstrationPerson Bruno = Of(Role.FocalPoint);
    public static readonly DemonstrationPerson Chiyo = Of(Role.VettingPanel);
    public static readonly DemonstrationPerson Dmitri = Of(Role.Auditor);
    public static readonly DemonstrationPerson Elif = Of(Role.DevelopmentPartner);
    public static readonly DemonstrationPerson Farid = Of(Role.FinanceAnalyst);
    public static readonly DemonstrationPerson Grace = Of(Role.MissionOfficer);
    public static readonly DemonstrationPerson Jamila = Of(Role.CivilSociety);
    public static readonly DemonstrationPerson Karim = Of(Role.Administrator);
    public static readonly DemonstrationPerson Leila = DemonstrationPerson.All.Last(p => p.Role == Role.Administrator);

    private static DemonstrationPerson Of(Role role) => DemonstrationPerson.All.First(p => p.Role == role);
}
