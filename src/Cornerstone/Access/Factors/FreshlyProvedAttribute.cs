using Cornerstone.Access.Sessions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cornerstone.Access.Factors;

/// <summary>
/// Says that a page opens only to somebody who has proved within minutes who they are: a browser left open must not
/// change how its owner signs in, or who else comes in (ASVS 5.0, 7.5.1).
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FreshlyProvedAttribute : Attribute, IAsyncPageFilter
{
    /// <summary>The page may be read by whoever is signed in; what it sends takes a fresh proof.</summary>
    public bool ToSend { get; init; }

    /// <summary>Nothing but a passkey is proof enough: for what is sealed.</summary>
    public bool ByPasskey { get; init; }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var reads = HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method);
        if ((ToSend && reads) || (http.Features.Get<SeenSession>() is { } session && (ByPasskey ? session.IsFreshByPasskey(now) : session.IsFresh(now))))
        {
            return next();
        }

        // Back to the page: what was sent is sent again by the person, not by the address.
        context.Result = new LocalRedirectResult($"/account/confirm{QueryString.Create("next", reads ? http.Request.Path + http.Request.QueryString : http.Request.Path)}{(ByPasskey ? "&passkey=true" : "")}");
        return Task.CompletedTask;
    }
}
