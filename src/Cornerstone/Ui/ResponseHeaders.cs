using Cornerstone.Access;
using Microsoft.Net.Http.Headers;

namespace Cornerstone.Ui;

/// <summary>
/// Security headers on every answer, errors and files included: nothing inline, nothing from elsewhere, no framing,
/// and nothing kept by caches unless the answer says otherwise.
/// </summary>
public sealed class ResponseHeaders(RequestDelegate next)
{
    public const string Policy =
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; " +
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>This answer is the same for whoever asks: any cache may keep it, for so long.</summary>
    public static void MayBeKeptByAll(HttpResponse response, string cacheControl)
    {
        response.Headers[AssetFiles.Marker] = "1";
        response.Headers.CacheControl = cacheControl;
    }

    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(Write, context);
        return next(context);
    }

    private static Task Write(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        // A room may send a stricter policy with a file (sandbox), so one that is there stays.
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy.Count > 0 ? headers.ContentSecurityPolicy : Policy;
        headers.XContentTypeOptions = "nosniff";
        if (context.Request.IsHttps)
        {
            // A browser that was here once over TLS never comes back without it (ASVS 5.0, 3.4.1).
            headers.StrictTransportSecurity = "max-age=63072000; includeSubDomains";
        }

        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()";
        if (headers[AssetFiles.Marker].Count == 0)
        {
            headers.CacheControl = MayBeKept(context) ? "private, no-cache" : "no-store";
            headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.Cookie, HeaderNames.AcceptLanguage);
        }

        headers.Remove(AssetFiles.Marker);
        return Task.CompletedTask;
    }

    // Only a public page shown to nobody in particular; the browser must still ask before using it again.
    private static bool MayBeKept(HttpContext context) =>
        context.Response.StatusCode == StatusCodes.Status200OK
        && context.User.Identity?.IsAuthenticated != true
        && context.GetEndpoint()?.Metadata.GetMetadata<PublicAttribute>() is not null
        && context.Response.Headers.SetCookie.Count == 0;
}
