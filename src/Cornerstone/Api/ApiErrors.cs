using Cornerstone.Access;

namespace Cornerstone.Api;

/// <summary>What goes wrong on an address for programs is told in a form for programs (RFC 9457), never as a page.</summary>
internal sealed class ApiErrors(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<ForProgramsAttribute>() is null)
        {
            await next(http);
            return;
        }

        string? detail = null;
        try
        {
            await next(http);
        }
        catch (BadHttpRequestException fault)
        {
            (http.Response.StatusCode, detail) = (fault.StatusCode, fault.Message);
        }

        if (http.Response.StatusCode >= StatusCodes.Status400BadRequest && !http.Response.HasStarted && http.Response.ContentType is null)
        {
            await TypedResults.Problem(detail, statusCode: http.Response.StatusCode).ExecuteAsync(http);
        }
    }
}
