using Cornerstone.Features.Portal;
using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Features.PublicSupport;

/// <summary>All public support as a file, always at this address: CSV, JSON, or the standard of IATI.</summary>
public sealed class DataPage(PublishedDb store) : PublicPage(store)
{
    private const string XmlType = "application/xml; charset=utf-8";

    public async Task<IActionResult> OnGetAsync(string format, CancellationToken ct)
    {
        if (format is not ("csv" or "json" or "xml") || await Store.SupportAsync(Country, lines: true, ct) is not { Count: > 0 } support)
        {
            return NotFound();
        }

        return format switch
        {
            "csv" => File(SupportData.Csv(support), OpenData.CsvType),
            "json" => File(SupportData.Json(support), OpenData.JsonType),
            _ => File(PublicIati.Of(support.Select(s => (s.Activity, (IEnumerable<PublishedLine>)s.Lines)), support.Max(s => s.Edition.PublishedAt)), XmlType),
        };
    }
}
