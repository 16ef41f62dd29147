using Microsoft.AspNetCore.Authorization;

namespace Cornerstone.Access;

/// <summary>Names the permission a page or endpoint needs in the country of its address.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class RequiresAttribute(string permission) : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public string Permission { get; } = permission;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Says that a page needs a signed-in person and nothing more.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class SignedInAttribute : AuthorizeAttribute, IAuthorizationRequirementData, IAuthorizationRequirement
{
    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [this];
}

/// <summary>Marks addresses that programs call: whoever is nobody there is told so, instead of being led to a form.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class ForProgramsAttribute : Attribute;

/// <summary>Says that anybody may open this page. Silence means nobody may.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PublicAttribute : Attribute, IAllowAnonymous;

/// <summary>Of one person so many requests are answered at once, and so many a second after that (<see cref="FairShare"/>).</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class PaceAttribute(int atOnce, int aSecond) : Attribute
{
    public int AtOnce { get; } = atOnce;

    public int ASecond { get; } = aSecond;
}
