using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Cornerstone.Ui;

/// <summary>Serves <see cref="Assets"/>. An address carries a hash of its content, so browsers may keep it for ever.</summary>
public sealed class AssetFiles(RequestDelegate next, Assets assets)
{
    /// <summary>Tells <see cref="ResponseHeaders"/>, which writes last, that this answer may be cached; never sent.</summary>
    internal const string Marker = "X-Cornerstone-Asset";

    public async Task InvokeAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments(Asset.Folder))
        {
            await next(context);
            return;
        }

        if (assets.At(context.Request.Path) is not { } asset)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
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
        var (encoding, content) = Negotiated(context.Request.Headers.AcceptEncoding, asset);
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

    private static (string? Encoding, byte[] Content) Negotiated(StringValues header, Asset asset)
    {
        var accepted = StringWithQualityHeaderValue.TryParseList(header, out var listed) ? listed : [];
        var encodings = accepted.Where(e => e.Quality is not 0).Select(e => e.Value.Value).ToList();
        return encodings.Contains("br") ? ("br", asset.Brotli)
            : encodings.Contains("gzip") ? ("gzip", asset.Gzip)
            : (null, asset.Plain);
    }
}
