using AngleSharp.Html.Dom;
using Cornerstone.Sheets;
using Cornerstone.Tests.TestKit;
using Cornerstone.Tests.Workbooks;

namespace Cornerstone.Tests.Features.InstitutionImport;

/// <summary>Workbooks as a secretariat fills them in: headings are the columns' keys.</summary>
internal static class GivenWorkbooks
{
    public sealed record Sheet(string Name, string[] Columns, params object?[][] Rows);

    public static byte[] Of(params Sheet[] sheets)
    {
        using var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            foreach (var sheet in sheets)
            {
                writer.Begin(new SheetLayout(sheet.Name, [.. sheet.Columns.Select(c => new SheetColumn(c))]));
                foreach (var row in sheet.Rows)
                {
                    writer.Row(row);
                }
            }
        }

        return memory.ToArray();
    }

    /// <summary>Previews, then brings in the good rows; gives the preview.</summary>
    public static async Task<IHtmlDocument> BringInAsync(this Visitor visitor, string workbook, byte[] file)
    {
        var preview = await WorkbookSetting.SendAsync(visitor, file, workbook, $"{workbook}.xlsx");
        var answer = await visitor.SubmitAsync(preview, "form[data-test=apply]", new() { ["Choice"] = "GoodRows" });
        Assert.Equal(System.Net.HttpStatusCode.Redirect, answer.StatusCode);
        return preview;
    }

    /// <summary>Each finding as "sheet cell rule value → expected".</summary>
    public static List<string> Findings(IHtmlDocument preview) => [.. preview.QuerySelectorAll("[data-test=finding]").Select(f =>
    {
        var cells = f.QuerySelectorAll("td").Select(c => c.TextContent.Trim()).ToList();
        return $"{cells[1]} {f.QuerySelector("th")!.TextContent.Trim()} {cells[4]} {cells[2]} → {cells[3]}";
    })];

    public static async Task<(string Added, string Changed, string Unchanged, string Refused)> SendOwnExportAsync(this Visitor visitor, string workbook)
    {
        var file = await visitor.Client.GetByteArrayAsync($"/xs/workbooks/{workbook}?handler=file&filled=true", TestContext.Current.CancellationToken);
        return WorkbookSetting.Counts(await WorkbookSetting.SendAsync(visitor, file, workbook, $"{workbook}.xlsx"));
    }
}
