using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Workbooks;

/// <summary>One spreadsheet: taken out empty or filled, and sent in to be checked.</summary>
[Requires(WorkbooksRoom.Read)]
[RequestSizeLimit(SentFile.MostBytes)]
[RequestFormLimits(MultipartBodyLengthLimit = SentFile.MostBytes)]
public sealed class SendPage(SendWorkbook send, CurrentReader current, Text T) : PageModel
{
    private static readonly string[] CodePages = ["windows-1256", "windows-1252"];

    [BindProperty]
    public IFormFile? Sent { get; set; }

    [BindProperty]
    public string? Encoding { get; set; }

    public IWorkbook Workbook { get; private set; } = null!;

    public IReadOnlyList<WorkbookSheet> Sheets { get; private set; } = [];

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/workbooks";

    public bool MaySend => current.May(Workbook.Needs) || (Workbook.Proposes is { } proposes && current.May(proposes));

    /// <summary>Files that wait for the secretariat.</summary>
    public IReadOnlyList<HandedOver> HandedOver { get; private set; } = [];

    public IEnumerable<SelectListItem> Encodings =>
    [
        new(T["Unicode (usual)"], ""),
        new(T["Windows-1256 (Arabic)"], CodePages[0]),
        new(T["Windows-1252 (Western European)"], CodePages[1]),
    ];

    public async Task<IActionResult> OnGetAsync(string name, CancellationToken ct) => await FindAsync(name, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetFileAsync(string name, bool filled, CancellationToken ct)
    {
        if (!await FindAsync(name, ct))
        {
            return NotFound();
        }

        var memory = new MemoryStream();
        await WorkbookWriter.WriteAsync(Workbook, send.Run(SendWorkbook.ActName), filled, memory, ct);
        memory.Position = 0;
        return File(memory, Exporting.XlsxType, $"{Workbook.Name}-{current.Workspace!.Code.ToLowerInvariant()}.xlsx");
    }

    public async Task<IActionResult> OnGetTextAsync(string name, string? sheet, CancellationToken ct)
    {
        if (!await FindAsync(name, ct) || Sheets.FirstOrDefault(s => s.Name == sheet) is not { } found)
        {
            return NotFound();
        }

        var memory = new MemoryStream();
        await WorkbookWriter.WriteTextAsync(Workbook, found.Name, send.Run(SendWorkbook.ActName), memory, ct);
        memory.Position = 0;
        return File(memory, "text/csv; charset=utf-8", $"{Workbook.Name}-{found.Name}-{current.Workspace!.Code.ToLowerInvariant()}.csv");
    }

    public async Task<IActionResult> OnPostAsync(string name, CancellationToken ct)
    {
        if (!await FindAsync(name, ct))
        {
            return NotFound();
        }

        if (!MaySend)
        {
            return Forbid();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        try
        {
            var draft = await send.SendAsync(Workbook, FileName.Clean(Sent!.FileName), await Sent.BytesAsync(ct), string.IsNullOrEmpty(Encoding) ? null : Encoding, ct);
            return Redirect($"{Path}/drafts/{draft}");
        }
        catch (UnreadableSheetException fault)
        {
            ModelState.AddModelError(nameof(Sent), T.Of(fault));
            return this.Again();
        }
    }

    private void Check()
    {
        if (SentFile.WhyNot(Sent, T) is { } fault)
        {
            ModelState.AddModelError(nameof(Sent), fault);
        }

        if (!string.IsNullOrEmpty(Encoding) && !CodePages.Contains(Encoding))
        {
            ModelState.AddModelError(nameof(Encoding), T["Choose one of the list."]);
        }
    }

    private async Task<bool> FindAsync(string name, CancellationToken ct)
    {
        if (WorkbooksRoom.All.FirstOrDefault(w => w.Name == name) is not { } workbook || !current.May(workbook.Reads))
        {
            return false;
        }

        Workbook = workbook;
        Sheets = await workbook.SheetsAsync(send.Run(SendWorkbook.ActName), ct);
        HandedOver = workbook.Proposes is null ? [] : await send.HandedOverAsync(workbook, ct);
        return true;
    }
}
