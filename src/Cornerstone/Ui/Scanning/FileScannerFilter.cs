using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cornerstone.Ui.Scanning;

/// <summary>Every file of every form is looked at before its page learns of it; what cannot be looked at is not taken either.</summary>
internal sealed class FileScannerFilter(HostSettings settings, ILogger<FileScannerFilter> log) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        // The page that says so gets the same form once more.
        var isTold = http.Features.Get<RefusedFile>() is not null;
        if (settings.Scanner is { } scanner && !isTold && http.Request.HasFormContentType && await RefusedAsync(scanner, http) is { } refused)
        {
            // Neither the name of the file nor the address: both may name somebody.
            log.LogWarning("A file sent to {Route} was not taken: {Outcome} {Found}", (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText, refused.Scan.Outcome, refused.Scan.Found);
            http.Features.Set(refused);
            context.Result = new StatusCodeResult(refused.Scan.Outcome switch
            {
                ScanOutcome.Harmful => StatusCodes.Status422UnprocessableEntity,
                ScanOutcome.TooLarge => StatusCodes.Status413PayloadTooLarge,
                _ => StatusCodes.Status503ServiceUnavailable,
            });
            return;
        }

        await next();
    }

    private static async Task<RefusedFile?> RefusedAsync(FileScanner scanner, HttpContext http)
    {
        foreach (var file in (await http.Request.ReadFormAsync(http.RequestAborted)).Files)
        {
            await using var content = file.OpenReadStream();
            if (await scanner.LookAtAsync(content, http.RequestAborted) is { Outcome: not ScanOutcome.Clean } scan)
            {
                return new(FileName.Clean(file.FileName), scan);
            }
        }

        return null;
    }
}
