using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportFiles;

/// <summary>The files that were read, the newest first.</summary>
[Requires(SupportRoom.Read)]
public sealed class FilesPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    private const int Most = 200;

    public sealed record Row(
        Guid Id, string FileName, string? Standard, ImportState State, DateTimeOffset ImportedAt, string Person, int Added, int Changed, int Unchanged, int Refused, int Transactions);

    public IReadOnlyList<Row> Files { get; private set; } = [];

    public bool MayEdit => current.May(SupportRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct) => Files = await Found().Take(Most).ToListAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) => this.Export(
        new ListExport<Row>("support-files", T["Files read"], await Found().ToListAsync(ct))
        {
            Columns =
            [
                new(T["File"], f => f.FileName, Width: 40),
                new(T["Standard"], f => f.Standard, Width: 10),
                new(T["What became of it"], f => T.Of(f.State)),
                new(T["Read on"], f => DateOnly.FromDateTime(f.ImportedAt.UtcDateTime), CellKind.Date),
                new(T["By"], f => f.Person),
                new(T["New"], f => f.Added, CellKind.Number),
                new(T["Changed"], f => f.Changed, CellKind.Number),
                new(T["Already so"], f => f.Unchanged, CellKind.Number),
                new(T["Refused"], f => f.Refused, CellKind.Number),
                new(T["Transactions"], f => f.Transactions, CellKind.Number),
            ],
        },
        format);

    private IQueryable<Row> Found() =>
        from import in db.FileImports.AsNoTracking()
        join person in db.Users on import.ImportedBy equals person.Id
        where import.Country == Country
        orderby import.ImportedAt descending
        select new Row(import.Id, import.FileName, import.Standard, import.State, import.ImportedAt, person.Name, import.Added, import.Changed, import.Unchanged, import.Refused, import.Transactions);
}
