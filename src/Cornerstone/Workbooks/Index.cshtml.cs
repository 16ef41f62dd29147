using Cornerstone.Access;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Workbooks;

/// <summary>The spreadsheets this reader may take out or bring in here.</summary>
[Requires(WorkbooksRoom.Read)]
public sealed class IndexPage(CurrentReader current, Text T) : PageModel
{
    public IReadOnlyList<IWorkbook> Workbooks { get; } = [.. WorkbooksRoom.All.Where(w => current.May(w.Reads))];

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/workbooks";

    public IActionResult OnGetExport(string? format) => this.Export(
        new ListExport<IWorkbook>("spreadsheets", T["Spreadsheets"], Workbooks)
        {
            Columns = [new(T["Code"], w => w.Name), new(T["Spreadsheet"], w => T[w.Title]), new(T["What it holds"], w => T[w.Purpose], Width: 60)],
        },
        format);
}
