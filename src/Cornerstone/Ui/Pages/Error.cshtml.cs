using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui.Scanning;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Ui.Pages;

/// <summary>
/// What went wrong, in the reader's language, with a reference to quote. It asks no database: that may be what is broken.
/// </summary>
[Public]
[IgnoreAntiforgeryToken]
public sealed class ErrorPage(Text T, ILogger<ErrorPage> log) : PageModel
{
    public int Code { get; private set; }

    /// <summary>The address the person asked for, before it was answered from here.</summary>
    public string Address { get; private set; } = "/";

    public bool IsOurFault => Code >= StatusCodes.Status500InternalServerError && Refused is null;

    public string Reference { get; private set; } = "";

    /// <summary>Nothing is broken: somebody else held for too long what was to be changed.</summary>
    public bool IsWaitOver { get; private set; }

    /// <summary>Which file the scanner did not let in; null where it was not that.</summary>
    internal RefusedFile? Refused => HttpContext.Features.Get<RefusedFile>();

    public string Title => Code switch
    {
        _ when Refused is not null => T["The file was not taken"],
        400 => T["The request was not understood"],
        403 => T["You may not open this"],
        404 => T["There is nothing here"],
        405 => T["This address takes no such request"],
        409 => T["Somebody else was faster"],
        413 => T["That was too large"],
        422 => T["The form was not complete"],
        429 => T["Too many requests"],
        _ when IsWaitOver => T["Somebody else is still at it"],
        503 => T["Cornerstone is resting"],
        _ => IsOurFault ? T["Something broke"] : T["The request was not understood"],
    };

    public string Advice => Code switch
    {
        403 => T["Your role does not include this page. If it should, ask your administrator."],
        // The same words whether it is missing or hidden: the difference may itself be secret.
        404 => T["The page does not exist, or it is not open to you. Check the address, or go back to where the link was."],
        409 => T["The record changed while you were working on it. Go back, reload, and enter your change again."],
        413 => T["Send a smaller file, or fewer files at a time."],
        422 => T["Go back and look at the marked fields."],
        429 when Response.Headers.RetryAfter.ToString().Length > 2 => T["You have sent as many files as one person may in an hour. Go on in the next hour."],
        429 => T["Wait a minute, then try again."],
        _ when IsWaitOver => T["What you wanted to change waits for something that somebody else is bringing in or changing. Look in a minute whether what you sent is there; if not, send it again."],
        503 => T["The program is starting or its database does not answer. Try again in a minute."],
        _ => IsOurFault
            ? T["The fault is ours and has been recorded. What you sent was not saved; try again."]
            : T["Go back, reload the page, and try again."],
    };

    public void OnGet() => Show(CodeOfAddress);

    public void OnPost() => Show(CodeOfAddress);

    // Not bound: a form that failed is still there, and one that cannot be read at all would leave nothing bound.
    private int CodeOfAddress => Convert.ToInt32(RouteData.Values["code"], CultureInfo.InvariantCulture);

    private void Show(int code)
    {
        var exception = HttpContext.Features.Get<IExceptionHandlerPathFeature>();
        var original = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();
        IsWaitOver = exception is not null && SaveAttempt.IsWaitOver(exception.Error);
        // Opened directly, the address says what it would say for a page that is not there.
        Code = exception is null && original is null ? StatusCodes.Status404NotFound : IsWaitOver ? StatusCodes.Status503ServiceUnavailable : code;
        Response.StatusCode = Code;
        Address = exception?.Path ?? original?.OriginalPath ?? Request.Path;
        Reference = RequestReference.Of(HttpContext);
        if (exception is not null)
        {
            // The route and not the address: an address may hold a secret that works once.
            log.Log(IsWaitOver ? LogLevel.Warning : LogLevel.Error, exception.Error, "Reference {Reference}: {Method} {Route} failed", Reference, Request.Method, (exception.Endpoint as RouteEndpoint)?.RoutePattern.RawText ?? "outside the routes");
        }
    }
}
