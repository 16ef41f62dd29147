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
