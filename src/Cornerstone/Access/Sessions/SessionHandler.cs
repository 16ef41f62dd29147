using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Cornerstone.Access.Sessions;

/// <summary>Who sends this request: the cookie's token, asked of the database anew each time. The cookie itself claims nothing.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Doors doors, HostSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Cornerstone";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The page that says the database is broken must not ask it.
        if (Context.Features.Get<IExceptionHandlerFeature>() is not null
            || SessionCookie.Session.Read(Request) is not { } token
            || await doors.SeeAsync(token, Context.RequestAborted) is not { } session
            || (session.Proof == Proof.Demonstration && !settings.IsDemonstration))
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(session);
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, session.PersonId.ToString())], Scheme.Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var here = $"{Request.PathBase}{Request.Path}{Request.QueryString}";
        Response.Redirect($"/sign-in{QueryString.Create("next", here)}");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        // A page one may not open looks like a page that is not there.
        Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
