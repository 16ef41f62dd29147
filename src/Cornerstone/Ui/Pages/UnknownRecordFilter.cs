using Cornerstone.Data;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Cornerstone.Ui.Pages;

/// <summary>A form that names a record which is not there, or not the reader's to see, is answered as a page without its record is: 404.</summary>
internal sealed class UnknownRecordFilter(AppDb db) : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        var done = await next();
        if (done.Exception is UnknownRecordException)
        {
            db.ChangeTracker.Clear();
            await db.BeginAsync(db.Reader, context.HttpContext.RequestAborted);
            (done.ExceptionHandled, done.Result) = (true, new NotFoundResult());
        }
    }
}
