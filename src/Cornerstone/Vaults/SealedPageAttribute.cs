using Cornerstone.Access;
using Cornerstone.Access.Sessions;
using Cornerstone.Data;
using Cornerstone.Sealing;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cornerstone.Vaults;

/// <summary>
/// Opens the sealed store for a page as whoever asks. The page itself opens only to somebody whose vault is unlocked, and gives out
/// nothing whose reading could not be recorded. A broken seal is an alarm in the journal before it is a fault on the screen.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class SealedPageAttribute : Attribute, IAsyncPageFilter
{
    /// <summary>The page handles keys, not what they seal: it also opens to somebody whose vault is locked.</summary>
    public bool AlsoLocked { get; init; }

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        var services = http.RequestServices;
        if (!AlsoLocked && services.GetRequiredService<OpenVaults>().Of(http.Features.Get<SeenSession>()) is null)
        {
            var here = HttpMethods.IsGet(http.Request.Method) ? $"{http.Request.Path}{http.Request.QueryString}" : $"{http.Request.Path}";
            context.Result = new LocalRedirectResult($"{UnlockPage.Address}{QueryString.Create("next", here)}");
            return;
        }

        var db = services.GetRequiredService<SealedDb>();
        await db.BeginAsync(services.GetRequiredService<CurrentReader>().Reader, http.RequestAborted);
        var done = await next();
        switch (done.Exception)
        {
            case VaultLockedException:
                (done.ExceptionHandled, done.Result) = (true, new LocalRedirectResult(UnlockPage.Address));
                break;
            case ReadNotRecordedException:
                (done.ExceptionHandled, done.Result) = (true, new StatusCodeResult(StatusCodes.Status503ServiceUnavailable));
                break;
            case SealBrokenException:
                await AlarmAsync(services, db, http.RequestAborted);
                break;
        }
    }

    // No id and no place: what was broken is found by whoever looks after the store; the fault's reference stands in the log.
    private static async Task AlarmAsync(IServiceProvider services, SealedDb db, CancellationToken ct)
    {
        db.ChangeTracker.Clear();
        await db.BeginAsync(db.Reader, ct);
        var country = services.GetRequiredService<CurrentReader>().Workspace?.Code ?? Workspace.Shared;
        await db.SaveAsync(new Act("sealed.alarm", country, services.GetRequiredService<TimeProvider>().GetUtcNow()), [], ct);
    }
}

/// <summary>The vault was locked while the page was being made.</summary>
public sealed class VaultLockedException() : Exception("The vault is locked.");

/// <summary>What was asked for cannot be recorded as read, so it is not shown (AL-05).</summary>
public sealed class ReadNotRecordedException : Exception
{
    public ReadNotRecordedException()
    {
    }

    public ReadNotRecordedException(string message) : base(message)
    {
    }

    public ReadNotRecordedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
