using Microsoft.Net.Http.Headers;

namespace Cornerstone.Ui;

/// <summary>Serves <see cref="Assets"/>. An address carries a hash of its content, so browsers may keep it for ever.</summary>
public sealed class AssetFiles(RequestDelegate next, Assets assets)
{
    /// <summary>Tells <see cref="ResponseHeaders"/>, which writes last, that this answer may be cached; never sent.</summary>
    internal const string Marker = "X-Cornerstone-Asset";

    public async Task InvokeAsync(HttpContext context)
    {
        if (assets.At(context.Request.Path) is not { } asset)
        {
            await next(context);
            return;
        }

        if (!HttpMethods.IsGet(context.Request.Method) && !HttpMethods.IsHead(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            return;
        }

        await SendAsync(context, asset);
    }

    private static async Task SendAsync(HttpContext context, Asset asset)
    {
        var (encoding, content) = Negotiated(context.Request.Headers.AcceptEncoding.ToString(), asset);
        var headers = context.Response.Headers;
        headers[Marker] = "1";
        headers.CacheControl = "public, max-age=31536000, immutable";
        headers.Vary = HeaderNames.AcceptEncoding;
        headers.ContentType = asset.ContentType;
        headers.ContentLength = content.Length;
        if (encoding is not null)
        {
            headers.ContentEncoding = encoding;
        }

        if (HttpMethods.IsGet(context.Request.Method))
        {
            await context.Response.Body.WriteAsync(content, context.RequestAborted);
        }
    }

    private static (string? Encoding, byte[] Content) Negotiated(string accepted, Asset asset)
    {
        var encodings = accepted.Split(',', StringSplitOptions.TrimEntries).Where(e => !e.EndsWith(";q=0", StringComparison.Ordinal)).Select(e => e.Split(';')[0]).ToHashSet();
        return encodings.Contains("br") ? ("br", asset.Brotli)
            : encodings.Contains("gzip") ? ("gzip", asset.Gzip)
            : (null, asset.Plain);
    }
}
