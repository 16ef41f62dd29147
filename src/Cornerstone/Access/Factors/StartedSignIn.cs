using System.Security.Cryptography;
using Cornerstone.Access.Sessions;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Access.Factors;

/// <summary>
/// Between the password and the second step. It is no session, and its cookie is another one: it opens the pages of the
/// second step and nothing else, for ten minutes.
/// </summary>
public sealed class StartedSignIn(Doors doors)
{
    private const int TokenBytes = 32;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task BeginAsync(HttpContext http, Guid person, CancellationToken ct)
    {
        await EndAsync(http, ct);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        await doors.StartSignInAsync(token, person, Longest, ct);
        SessionCookie.Started.Write(http, token);
    }

    /// <summary>Who gave the right password in this browser; null when nobody, or too long ago.</summary>
    public async Task<Guid?> PersonAsync(HttpContext http, CancellationToken ct) =>
        SessionCookie.Started.Read(http.Request) is { } token ? await doors.StartedSignInOfAsync(token, Longest, ct) : null;

    public async Task EndAsync(HttpContext http, CancellationToken ct)
    {
        if (SessionCookie.Started.Read(http.Request) is { } token)
        {
            await doors.EndStartedSignInAsync(token, ct);
            SessionCookie.Started.Remove(http);
        }
    }
}
