using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Reclassifications;

/// <summary>
/// Around every form: hands on why a level is lowered, asks for it on the same page when nobody said, and tells the person that
/// the level waits for somebody else. Forms know nothing of it.
/// </summary>
internal sealed class LoweringFilter(AppDb db, Text T) : IAsyncPageFilter
{
    /// <summary>In the request's items once the page must ask why.</summary>
    public const string Field = "LoweringReason";

    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var http = context.HttpContext;
        // What is sent as a stream is nobody's form.
        if (http.Features.Get<IFormFeature>()?.Form?[Field].ToString() is { Length: > 0 } reason)
        {
            db.Lowerings.Reason = reason;
            http.Items[Field] = reason;
        }

        var done = await next();
        if (context.HandlerInstance is not PageModel page)
        {
            return;
        }

        if (done.Exception is UnreasonedLoweringException)
        {
            db.ChangeTracker.Clear();
            await db.BeginAsync(db.Reader, http.RequestAborted);
            http.Items[Field] = "";
            done.ExceptionHandled = true;
            done.Result = page.Again(KeyIn(page), T["This opens the record to more readers, and so needs a second person. Say why, and save again: it becomes a request."]);
        }
        else if (done.Exception is null && db.Lowerings.Asked.Count > 0)
        {
            page.Say(T["Saved. Who may read it stays as it is until a second person agrees: see Reclassification."]);
        }
    }

    private static string KeyIn(PageModel page) => page.ModelState.Keys
        .FirstOrDefault(k => k.Split('.')[^1] == nameof(Classification)) ?? "";
}
