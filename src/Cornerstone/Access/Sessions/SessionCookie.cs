namespace Cornerstone.Access.Sessions;

/// <summary>
/// A cookie with a token and nothing else. Over TLS its name begins with "__Host-": no other host of the domain can
/// plant one, and it never travels in the clear. Without TLS the program listens on this machine only.
/// </summary>
internal sealed class SessionCookie(string name)
{
    /// <summary>Of a session.</summary>
    public static readonly SessionCookie Session = new("cornerstone");

    /// <summary>Of a sign-in that waits for its second step.</summary>
    public static readonly SessionCookie Started = new("cornerstone-started");

    /// <summary>Of somebody without a session who is asked for a passkey.</summary>
    public static readonly SessionCookie Passkey = new("cornerstone-passkey");

    /// <summary>Of somebody who has gone to their organisation's page to sign in there.</summary>
    public static readonly SessionCookie Organisation = new("cornerstone-organisation");

    private const int LongestToken = 64;

    public string? Read(HttpRequest request) =>
        request.Cookies.TryGetValue(NameFor(request), out var token) && token is { Length: > 0 and <= LongestToken } ? token : null;

    public void Write(HttpContext http, string token) => http.Response.Cookies.Append(NameFor(http.Request), token, Options(http.Request));

    public void Remove(HttpContext http) => http.Response.Cookies.Delete(NameFor(http.Request), Options(http.Request));

    private string NameFor(HttpRequest request) => request.IsHttps ? $"__Host-{name}" : name;

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
