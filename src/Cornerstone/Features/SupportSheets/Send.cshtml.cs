using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportImport;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportSheets;

/// <summary>A table is sent in; nothing changes before its columns are read and its sender decides.</summary>
[Requires(SupportRoom.Edit)]
[RequestSizeLimit(SentFile.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SentFile.MostBytes)]
public sealed class SendPage(SendTable send, CurrentReader current, Text T) : PageModel
{
    private static readonly SourceKind[] Tables = [SourceKind.National, SourceKind.Crs, SourceKind.Tossd];

    [BindProperty]
    public IFormFile? Sent { get; set; }

    [BindProperty, Required, StringLength(TableMapping.LongestName)]
    public string? Name { get; set; }

    [BindProperty]
    public SourceKind Kind { get; set; } = SourceKind.National;

    [BindProperty]
    public Classification Classification { get; set; }

    public IReadOnlyList<string> Names { get; private set; } = [];

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/support";

    public IEnumerable<SelectListItem> Kinds => Tables.Select(k => new SelectListItem(T.Of(k), k.ToString()));

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<Classification>()
        .Where(c => c <= Clearance).Select(c => new SelectListItem(T.Of(c), c.ToString()));

    private Classification Clearance => current.Reader.ClearanceIn(current.Workspace!.Code) ?? Classification.Public;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Classification = Clearance < SupportOrder.UsualLevel ? Clearance : SupportOrder.UsualLevel;
        Names = await send.NamesAsync(ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Names = await send.NamesAsync(ct);
        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            var bytes = await Sent!.BytesAsync(ct);
            if (WhyNot(bytes) is { } fault)
            {
                return this.Again(nameof(Sent), fault);
            }

            return Redirect($"{Path}/tables/{await send.SendAsync(FileName.Clean(Sent!.FileName), bytes, Name!.Trim(), Kind, Classification, ct)}");
        }
        catch (UnreadableSheetException fault)
        {
            return this.Again(nameof(Sent), T.Of(fault));
        }
    }

    private string? WhyNot(byte[] bytes)
    {
        var (headings, first) = TableReading.Look(new MemoryStream(bytes, writable: false), TableShape.RowsNeeded);
        return first.Count == 0 ? T["The table has no rows beneath its headings."]
            : TableShape.IsSums(headings, first) ? T["The table holds sums by country and giver or purpose, not activities: it would count again what the projects tell of."]
            : null;
    }

    private void Check()
    {
        if (SentFile.WhyNot(Sent, T) is { } fault)
        {
            ModelState.AddModelError(nameof(Sent), fault);
        }

        if (!Tables.Contains(Kind))
        {
            ModelState.AddModelError(nameof(Kind), T["Choose one of the list."]);
        }

        if (Classification > Clearance)
        {
            ModelState.AddModelError(nameof(Classification), T["You may not give a level above your own."]);
        }
    }
}
