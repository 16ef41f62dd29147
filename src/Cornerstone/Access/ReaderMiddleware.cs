using System.Security.Claims;
using Cornerstone.Access.Sessions;
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
        if (!isFailing && http.GetEndpoint() is { } endpoint && endpoint.Metadata.GetMetadata<NeedsNoReader>() is null)
        {
            var id = http.User.FindFirstValue(ClaimTypes.NameIdentifier);
            current.SessionId = Guid.TryParse(http.User.FindFirstValue(SessionHandler.SessionClaim), out var session) ? session : null;
            var country = http.GetRouteValue("country") as string;
            await current.LoadAsync(db, Guid.TryParse(id, out var person) ? person : null, country, http.RequestAborted);
            if (!current.Reader.IsAnonymous)
            {
                await db.BeginAsync(current.Reader, http.RequestAborted);
            }
        }

        await next(http);
    }
}

/// <summary>Marks endpoints such as styles and health that never touch the database.</summary>
public sealed class NeedsNoReader;
