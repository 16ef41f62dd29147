using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Cornerstone.Access.Sessions;

/// <summary>
/// Who sends this request: the token of the cookie, or of a program's header, asked of the database anew each time. Neither
/// claims anything by itself.
/// </summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Doors doors, HostSettings settings)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Cornerstone";
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The page that says the database is broken must not ask it, and a public page is the same for everybody.
        if (Context.Features.Get<IExceptionHandlerFeature>() is not null || Context.GetEndpoint()?.Metadata.GetMetadata<NeedsNoReaderAttribute>() is not null)
        {
            return AuthenticateResult.NoResult();
        }

        return SentToken() is { } sent ? await SeeTokenAsync(sent) : await SeeSessionAsync();
    }

    private async Task<AuthenticateResult> SeeSessionAsync()
    {
        if (SessionCookie.Session.Read(Request) is not { } token
            || await doors.SeeAsync(token, Context.RequestAborted) is not { } session
            || (session.Proof == Proof.Demonstration && !settings.IsDemonstration))
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(session);
        return Is(session.PersonId);
    }

    // A token reads, and in its own country only: everywhere else whoever sends it is nobody.
    private async Task<AuthenticateResult> SeeTokenAsync(string sent)
    {
        if (!(HttpMethods.IsGet(Request.Method) || HttpMethods.IsHead(Request.Method))
            || Request.RouteValues["country"] is not string country
            || await doors.SeeTokenAsync(sent, Context.RequestAborted) is not { } token
            || !string.Equals(token.Country, country, StringComparison.OrdinalIgnoreCase)
            || (token.Proof == Proof.Demonstration && !settings.IsDemonstration))
        {
            return AuthenticateResult.NoResult();
        }

        Context.Features.Set(token);
        return Is(token.PersonId);
    }

    private AuthenticateResult Is(Guid person)
    {
        var identity = new ClaimsIdentity([new(ClaimTypes.NameIdentifier, person.ToString())], Scheme.Name);
        return AuthenticateResult.Success(new(new ClaimsPrincipal(identity), Scheme.Name));
    }

    private string? SentToken() =>
        Request.Headers.Authorization.ToString() is var header && header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        if (SentToken() is not null || Context.GetEndpoint()?.Metadata.GetMetadata<ForProgramsAttribute>() is not null)
        {
            // A program does not sign in by a form.
            Response.StatusCode = StatusCodes.Status401Unauthorized;
            Response.Headers.WWWAuthenticate = Bearer.TrimEnd();
            return Task.CompletedTask;
        }

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
