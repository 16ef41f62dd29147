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
[RequestSizeLimit(MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
public sealed class SendPage(SendTable send, CurrentReader current, Text T) : PageModel
{
    public const int LargestMegabytes = 50;

    // The form's other fields and the boundaries come on top of the file.
    private const long MostBytes = LargestMegabytes * 1_000_000L + 100_000;

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

    public IEnumerable<SelectListItem> Kinds => new[] { SourceKind.National, SourceKind.Crs }.Select(k => new SelectListItem(T.Of(k), k.ToString()));

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
            using var memory = new MemoryStream();
            await Sent!.CopyToAsync(memory, ct);
            memory.Position = 0;
            if (TableReading.Look(memory, 1).First.Count == 0)
            {
                return this.Again(nameof(Sent), T["The table has no rows beneath its headings."]);
            }

            return Redirect($"{Path}/tables/{await send.SendAsync(FileName.Clean(Sent.FileName), memory.ToArray(), Name!.Trim(), Kind, Classification, ct)}");
        }
        catch (UnreadableSheetException fault)
        {
            return this.Again(nameof(Sent), T.Of(fault));
        }
    }

    private void Check()
    {
        if (Sent is null || Sent.Length == 0)
        {
            ModelState.AddModelError(nameof(Sent), T["Choose a file."]);
        }
        else if (Sent.Length > LargestMegabytes * 1_000_000L)
        {
            ModelState.AddModelError(nameof(Sent), T["The file is larger than {0} MB. Send it in parts.", LargestMegabytes]);
        }

        if (Kind is not (SourceKind.National or SourceKind.Crs))
        {
            ModelState.AddModelError(nameof(Kind), T["Choose one of the list."]);
        }

        if (Classification > Clearance)
        {
            ModelState.AddModelError(nameof(Classification), T["You may not give a level above your own."]);
        }
    }
}
