using System.Globalization;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Access;

public static class FormPages
{
    /// <summary>The same page with its messages, as 422: what was sent was not understood or not allowed.</summary>
    public static IActionResult Again(this PageModel page)
    {
        var result = page.Page();
        result.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return result;
    }

    /// <summary>The same page as 422, with one sentence beside a field.</summary>
    public static IActionResult Again(this PageModel page, string field, string sentence)
    {
        page.ModelState.AddModelError(field, sentence);
        return page.Again();
    }

    /// <summary>The same page as 429: tries come too fast, and how long to wait.</summary>
    public static IActionResult Later(this PageModel page, TimeSpan wait, Text T)
    {
        var seconds = Math.Ceiling(wait.TotalSeconds);
        page.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        page.ModelState.AddModelError("", T["Too many tries. Wait {0} seconds, then try again.", seconds]);
        var result = page.Page();
        result.StatusCode = StatusCodes.Status429TooManyRequests;
        return result;
    }

    /// <summary>
    /// The same page as 409: somebody else was faster. What was typed stays; given the name of the version's field, the next save is made
    /// knowing what the other person wrote.
    /// </summary>
    public static IActionResult Overtaken(this PageModel page, string? message, string? version = null)
    {
        if (message is not null)
        {
            page.ModelState.AddModelError("", message);
        }

        if (version is not null)
        {
            page.ModelState.Remove(version);
        }

        var result = page.Page();
        result.StatusCode = StatusCodes.Status409Conflict;
        return result;
    }
}
