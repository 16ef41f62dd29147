using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportFiles;

/// <summary>One file that was read: what it brought, and what was found in it, to be handed to its publisher.</summary>
[Requires(SupportRoom.Read)]
public sealed class FilePage(AppDb db, CurrentReader current, Text T) : PageModel
{
    public FileImport Import { get; private set; } = null!;

    public string Person { get; private set; } = "";

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct))
        {
            return NotFound();
        }

        Person = await db.Users.Where(p => p.Id == Import.ImportedBy).Select(p => p.Name).SingleAsync(ct);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(Guid id, string? format, CancellationToken ct) =>
        await FindAsync(id, ct) ? this.Export(FindingsExport.Of(Import.Findings, Import.FileName, T), format) : NotFound();

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        Import = (await db.FileImports.AsNoTracking().SingleOrDefaultAsync(i => i.Id == id && i.Country == Country, ct))!;
        return Import is not null;
    }
}
