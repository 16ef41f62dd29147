using System.Globalization;
using Cornerstone.Features.CountedSupport;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>On a page of the ledger: while it is counted for the first time and that takes long, the page says so instead of waiting on.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CountsLedgerAttribute : ExceptionFilterAttribute
{
    internal const int SecondsUntilNext = 30;

    public override void OnException(ExceptionContext context)
    {
        if (context.Exception is not LedgerBeingCountedException) return;
        context.HttpContext.Response.Headers.RetryAfter = SecondsUntilNext.ToString(CultureInfo.InvariantCulture);
        (context.ExceptionHandled, context.Result) = (true, new StatusCodeResult(StatusCodes.Status503ServiceUnavailable));
    }
}
