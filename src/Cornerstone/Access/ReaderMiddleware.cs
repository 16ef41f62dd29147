using Cornerstone.Access.Sessions;
using Cornerstone.Access.Tokens;
using Cornerstone.Data;
using Microsoft.AspNetCore.Diagnostics;

namespace Cornerstone.Access;

/// <summary>
/// Between authentication and authorization: reads who asks, and opens the request's transaction in their name.
/// Public pages of nobody get no transaction and so no rows.
/// </summary>
internal sealed class ReaderMiddleware(RequestDelegate next)
{
    public async Task InvokeAsync(HttpContext http, AppDb db, CurrentReader current)
    {
        var isFailing = http.Features.Get<IExceptionHandlerFeature>() is not null;
        if (!isFailing && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<NeedsNoReaderAttribute>() is null)
        {
            current.Session = http.Features.Get<SeenSession>();
            var country = http.GetRouteValue("country") as string;
            await current.LoadAsync(db, current.Session?.PersonId ?? http.Features.Get<SeenToken>()?.PersonId, country, http.RequestAborted);
            if (!current.Reader.IsAnonymous)
            {
                await db.BeginAsync(current.Reader, http.RequestAborted);
            }
        }

        await next(http);
    }
}

/// <summary>Marks endpoints that do not ask who is there, such as health and public pages: for them nobody is signed in.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeedsNoReaderAttribute : Attribute;
