using Cornerstone.Features.Support;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>How a purpose code stands to security sector reform (domain handbook §5.3).</summary>
public enum SsrScope
{
    /// <summary>15210, the notion of S/2022/280, para. 47.</summary>
    Core,

    /// <summary>Counts in the broad view.</summary>
    Broad,

    /// <summary>Counts in the broad view when the activity serves an objective of the reform.</summary>
    Linked,

    /// <summary>Near the sector, and never counted.</summary>
    Neighbour,

    /// <summary>Says nothing about a sector.</summary>
    Never,

    /// <summary>Not of this list.</summary>
    Outside,
}

/// <summary>In which view of reform a line of money counts. The broad view is the core and what lies beyond it.</summary>
public enum SsrReach
{
    Core,
    Broad,
    Outside,
}

/// <summary>A purpose code of the DAC as reform reads it. Withdrawn ones are still met in old files; which one follows says the code list of IATI.</summary>
public sealed record SsrPurpose(string Code, Wording Name, SsrScope Scope)
{
    public static readonly IReadOnlyList<SsrPurpose> All = [.. NamedRows.Within(typeof(SsrPurpose).Assembly, "OdaEligibility/purposes.csv").Select(Read)];

    private static readonly Dictionary<string, SsrPurpose> ByCode = All.ToDictionary(p => p.Code);

    public static SsrPurpose? Find(string? code) => code is null ? null : ByCode.GetValueOrDefault(code);

    public static SsrScope ScopeOf(string? code) => Find(code)?.Scope ?? SsrScope.Outside;

    public static bool IsCore(string? code) => ScopeOf(code) == SsrScope.Core;

    /// <param name="servesReform">The activity is linked to an objective of the plan.</param>
    public static bool IsBroad(string? code, bool servesReform) => ScopeOf(code) switch
    {
        SsrScope.Core or SsrScope.Broad => true,
        SsrScope.Linked => servesReform,
        _ => false,
    };

    /// <summary>Null where no purpose is declared, also where the country's own register names a component instead.</summary>
    /// <param name="servesReform">The activity is linked to an objective of the plan.</param>
    public static SsrReach? ReachOf(string? code, bool servesReform) => code is null || ComponentShares.Named(code) is not null ? null
        : IsCore(code) ? SsrReach.Core
        : IsBroad(code, servesReform) ? SsrReach.Broad
        : SsrReach.Outside;

    private static SsrPurpose Read(IReadOnlyDictionary<string, string> row) => new(
        row["code"],
        new Wording("en", new Dictionary<string, string> { ["en"] = row["name"], ["fr"] = row["name_fr"], ["ar"] = row["name_ar"] }),
        Enum.Parse<SsrScope>(row["scope"]));
}
