using Microsoft.AspNetCore.Authorization;

namespace Cornerstone.Access;

/// <summary>Answers [Requires] and [SignedIn] from the memberships read for this request.</summary>
internal sealed class RequirementHandler(CurrentReader current, ILogger<RequirementHandler> log) : IAuthorizationHandler
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
            else if (requirement is RequiresAttribute asked && !current.Reader.IsAnonymous)
            {
                // Neither who, nor which record: a log names nobody.
                log.LogWarning("Refused: {Route} asks for {Permission}", RouteOf(context.Resource), asked.Permission);
            }
        }

        return Task.CompletedTask;
    }

    private static string? RouteOf(object? resource) => (resource as HttpContext)?.GetEndpoint() is RouteEndpoint route ? route.RoutePattern.RawText : null;
}

/// <summary>Refuses whatever says nothing about who may open it.</summary>
internal sealed class NobodyRequirement : IAuthorizationRequirement;
