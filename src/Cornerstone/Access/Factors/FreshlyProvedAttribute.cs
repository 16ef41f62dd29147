using Cornerstone.Access.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cornerstone.Access.Factors;

/// <summary>
/// Says that a page opens only to somebody who has proved within minutes who they are: a browser left open must not
/// change how its owner signs in (ASVS 5.0, 7.5.1).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshlyProvedAttribute : Attribute, IAsyncPageFilter
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        if (http.Features.Get<SeenSession>() is { } session && IsFresh(session, now))
        {
            return next();
        }

        context.Result = new LocalRedirectResult($"/account/confirm{QueryString.Create("next", http.Request.Path + http.Request.QueryString)}");
        return Task.CompletedTask;
    }

    // People of the demonstration come in by a click and have nothing to prove.
    private static bool IsFresh(SeenSession session, DateTimeOffset now) =>
        session.Proof == Proof.Demonstration || (now < session.ProvedAt + Longest && now > session.ProvedAt - Longest);
}
