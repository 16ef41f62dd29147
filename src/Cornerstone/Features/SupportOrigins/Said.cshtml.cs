using System.Text;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Iati;
using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportOrigins;

/// <summary>What a source says of an activity beyond its facts and money: results, documents, contacts, conditions, and the record itself.</summary>
[Requires(SupportRoom.Read)]
public sealed class SaidPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    // A record may have millions of letters; a page shows what a person reads.
    private const int LongestShown = 60_000;

    public Features.Support.Activity Activity { get; private set; } = null!;

    /// <summary>Null where the page of the file is kept closer than this reader may read.</summary>
    public Iati.Activity? Said { get; private set; }

    public string Record { get; private set; } = "";

    public bool IsCut { get; private set; }

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public string Self => $"{Path}/{Activity.Id}";

    public string Title => Activity.Title?.In(T.Language.Code) ?? Activity.Identifier;

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        Activity = (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct))!;
        if (Activity is null || await Readings.OfAsync(db, id, ct) is not [var last, ..])
        {
            return NotFound();
        }

        Said = last.Said;
        var record = last.Record ?? [];
        (IsCut, Record) = (record.Length > LongestShown, Encoding.UTF8.GetString(record.AsSpan(0, Math.Min(record.Length, LongestShown))));
        return Page();
    }

    public Wording? In(Items<Narrative> narratives) => SaidWords.Wording(narratives, Said?.Language);

    /// <summary>An address one may follow; anything else is shown, not linked.</summary>
    public static string? Followable(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var address) && (address.Scheme is "http" or "https") ? address.AbsoluteUri : null;
}
