using System.Security.Cryptography;
using Cornerstone.Access.Sessions;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Access.Factors;

/// <summary>
/// Between the first step and the second. It is no session, and its cookie is another one: it opens the pages of the
/// second step and nothing else, for ten minutes.
/// </summary>
public sealed class StartedSignIn(Doors doors)
{
    private const int TokenBytes = 32;
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    public async Task BeginAsync(HttpContext http, Guid person, Proof first, CancellationToken ct)
    {
        await EndAsync(http, ct);
        var token = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(TokenBytes));
        await doors.StartSignInAsync(token, person, first, Longest, ct);
        SessionCookie.Started.Write(http, token);
    }

    /// <summary>Who took the first step in this browser, and which it was; null when nobody, or too long ago.</summary>
    public async Task<(Guid Person, Proof First)?> OfAsync(HttpContext http, CancellationToken ct) =>
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
