using Microsoft.AspNetCore.Authorization;

namespace Cornerstone.Access;

/// <summary>Answers [Requires] and [SignedIn] from the memberships read for this request.</summary>
internal sealed class RequirementHandler(CurrentReader current) : IAuthorizationHandler
{
    public Task HandleAsync(AuthorizationHandlerContext context)
    {
        foreach (var requirement in context.PendingRequirements.ToList())
        {
            var granted = requirement switch
            {
                RequiresAttribute requires => current.May(requires.Permission),
                SignedInAttribute => !current.Reader.IsAnonymous,
                _ => false,
            };
            if (granted)
            {
                context.Succeed(requirement);
            }
        }

        return Task.CompletedTask;
    }
}

/// <summary>Refuses whatever says nothing about who may open it.</summary>
internal sealed class NobodyRequirement : IAuthorizationRequirement;
