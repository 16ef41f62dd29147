using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>An evidence file, always as a download under a name of ours. It is for those who work on values, not for every reader of the figure.</summary>
[Requires(IndicatorValuesRoom.Read)]
public sealed class EvidencePage(AppDb db, CurrentReader current, TimeProvider clock) : PageModel
{
    public async Task<IActionResult> OnGetAsync(Guid id, Guid evidence, CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        var point = await db.SeriesPoints.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Country == country, ct);
        if (point is null || !current.May(BenchmarksRoom.Working)) return NotFound();

        var card = await db.DefinedIndicatorAsync(country, point.IndicatorId, ct);
        var seen = await db.SeenByAsync(current, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), ct);
        var file = await db.ValueEvidence.AsNoTracking().SingleOrDefaultAsync(e => e.Id == evidence && e.PointId == id, ct);
        if (file is null || !seen(point, card?.Definition.CustodianId)) return NotFound();

        Response.Headers.ContentSecurityPolicy = "sandbox; default-src 'none'";
        Response.Headers.XContentTypeOptions = "nosniff";
        return File(file.Bytes, "application/octet-stream", file.DownloadName);
    }
}
