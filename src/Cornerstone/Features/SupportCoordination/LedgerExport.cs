using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.SupportPublishing;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>The activities behind a question of the ledger, as a file of the standard.</summary>
internal static class LedgerExport
{
    public const string Iati = "iati";

    public static async Task<IActionResult> ActivitiesAsync(this PageModel page, LedgerDesk desk, LedgerQuestion question, CancellationToken ct)
    {
        var services = page.HttpContext.RequestServices;
        var (db, T, clock) = (services.GetRequiredService<AppDb>(), services.GetRequiredService<Text>(), services.GetRequiredService<TimeProvider>());
        page.Response.ContentType = "application/xml; charset=utf-8";
        page.Response.Headers.ContentDisposition = $"attachment; filename=support-{desk.Country.ToLowerInvariant()}.xml";
        var activities = desk.Ledger.Rows(question, desk.Plan).Select(r => r.Activity).ToHashSet();
        await new RegisterAsIati(db, desk.Country, T).WriteAsync(page.Response.Body, activities, clock.GetUtcNow(), ct);
        return new EmptyResult();
    }
}
