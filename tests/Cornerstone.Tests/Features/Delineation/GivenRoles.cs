using Cornerstone.Features.Delineation;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Delineation;

/// <summary>Roles of Solenia as the secretariat would enter them.</summary>
internal static class GivenRoles
{
    public static readonly Guid PublicOrder = new("00000000-0000-7000-8003-000000000002");

    public static RoleAssignment Accountable(Guid institution, string from, string? until) => new()
    {
        Country = "XS",
        Classification = Classification.Public,
        FunctionId = PublicOrder,
        InstitutionId = institution,
        Role = RoleInFunction.A,
        LegalBasis = "Police Act",
        ValidFrom = DateOnly.Parse(from),
        ValidUntil = until is null ? null : DateOnly.Parse(until),
    };
}
