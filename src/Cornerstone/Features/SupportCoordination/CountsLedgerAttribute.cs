using System.Globalization;
using Cornerstone.Features.CountedSupport;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>
/// On a page of the ledger: while it is counted for the first time and that takes long, the page says so instead of waiting on: what is
/// counted, how far that is, and that it opens by itself.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CountsLedgerAttribute : ExceptionFilterAttribute
{
    internal const int SecondsUntilNext = 30;

    public override void OnException(ExceptionContext context)
    {
        if (context.Exception is not LedgerBeingCountedException counting) return;
        SayWhen(context.HttpContext.Response);
        // The page is asked for again by the browser itself, without any script.
        context.HttpContext.Response.Headers["Refresh"] = SecondsUntilNext.ToString(CultureInfo.InvariantCulture);
        (context.ExceptionHandled, context.Result) = (true, new ViewResult
        {
            ViewName = "/Features/SupportCoordination/_Counting.cshtml",
            StatusCode = StatusCodes.Status503ServiceUnavailable,
            ViewData = new ViewDataDictionary<LedgerProgress>(new EmptyModelMetadataProvider(), context.ModelState) { Model = counting.Progress },
        });
    }

    internal static void SayWhen(HttpResponse response) => response.Headers.RetryAfter = SecondsUntilNext.ToString(CultureInfo.InvariantCulture);
}
