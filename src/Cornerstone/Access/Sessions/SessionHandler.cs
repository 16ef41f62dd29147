using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Options;

namespace Cornerstone.Access.Sessions;

/// <summary>Who sends this request: the cookie's token, asked of the database anew each time. The cookie itself claims nothing.</summary>
internal sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder, Doors doors)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Cornerstone";
    public const string SessionClaim = "session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        // The page that says the database is broken must not ask it.
        if (Context.Features.Get<IExceptionHandlerFeature>() is not null
            || SessionCookie.Read(Request) is not { } token
            || await doors.SeeAsync(token, Context.RequestAborted) is not { } session)
        {
            return AuthenticateResult.NoResult();
        }

        var identity = new ClaimsIdentity(
            [new(ClaimTypes.NameIdentifier, session.PersonId.ToString()), new(SessionClaim, session.Id.ToString())], Scheme.Name);
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

/// <summary>
/// The cookie with a session's token. Over TLS its name begins with "__Host-": no other host of the domain can plant
/// one, and it never travels in the clear. Without TLS the program listens on this machine only.
/// </summary>
internal static class SessionCookie
{
    private const int LongestToken = 64;

    public static string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(NameFor(request), out var token) && token is { Length: > 0 and <= LongestToken } ? token : null;

    public static void Write(HttpContext http, string token) => http.Response.Cookies.Append(NameFor(http.Request), token, Options(http.Request));

    public static void Remove(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request));

    private static string NameFor(HttpRequest request) => request.IsHttps ? "__Host-cornerstone" : "cornerstone";

    // Lax, so that a link in a letter finds the person signed in; whatever changes anything carries a form token.
    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        Secure = request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
        IsEssential = true,
    };
}
