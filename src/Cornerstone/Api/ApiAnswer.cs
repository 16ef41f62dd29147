using System.Security.Cryptography;
using System.Text.Json;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Cornerstone.Api;

/// <summary>
/// Writes what a route found, with a tag of exactly these bytes: a program that has them already is told so and gets nothing again.
/// A refusal goes out as RFC 9457 says.
/// </summary>
internal sealed class ApiAnswer(IOptions<JsonOptions> form) : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var found = await next(context);
        if (found is INestedHttpResult { Result: ProblemHttpResult refused })
        {
            return refused;
        }

        var value = found is INestedHttpResult { Result: IValueHttpResult nested } ? nested.Value : found;
        var bytes = JsonSerializer.SerializeToUtf8Bytes(value, form.Value.SerializerOptions);
        var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes)[..16])}\"");
        var (request, response) = (context.HttpContext.Request, context.HttpContext.Response);
        response.Headers.ETag = tag.ToString();
        return request.Knows(tag)
            ? TypedResults.StatusCode(StatusCodes.Status304NotModified)
            : TypedResults.Bytes(bytes, "application/json; charset=utf-8");
    }
}
