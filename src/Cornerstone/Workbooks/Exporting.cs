using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Workbooks;

/// <summary>Answers a page's list as a file.</summary>
public static class Exporting
{
    public const string Xlsx = "xlsx";
    public const string Csv = "csv";
    internal const string XlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string CsvType = "text/csv; charset=utf-8";

    /// <summary>The list as XLSX, or CSV when <paramref name="format"/> says so.</summary>
    public static IActionResult Export(this PageModel page, IListExport list, string? format)
    {
        var services = page.HttpContext.RequestServices;
        var (T, clock) = (services.GetRequiredService<Text>(), services.GetRequiredService<TimeProvider>());
        var workspace = services.GetRequiredService<CurrentReader>().Workspace;
        var isCsv = format == Csv;
        var bytes = Write(list, isCsv, workspace?.NameIn(T.Language.Code) ?? "", clock.GetUtcNow(), T);
        var name = workspace is null ? list.Name : $"{list.Name}-{workspace.Code.ToLowerInvariant()}";
        return page.File(bytes, isCsv ? CsvType : XlsxType, $"{name}.{(isCsv ? Csv : Xlsx)}");
    }

    internal static byte[] Write(IListExport list, bool isCsv, string workspace, DateTimeOffset at, Text T)
    {
        using var memory = new MemoryStream();
        using (ISheetWriter writer = isCsv ? new CsvWriter(memory) : new XlsxWriter(memory))
        {
            var stamp = at.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
            var source = list.Source ?? workspace;
            if (isCsv)
            {
                WriteText(writer, list, source, stamp, T);
            }
            else
            {
                WriteBook(writer, list, source, stamp, T);
            }
        }

        return memory.ToArray();
    }

    private static void WriteBook(ISheetWriter writer, IListExport list, string source, string stamp, Text T)
    {
        writer.Begin(new SheetLayout(list.Title, list.Headings)
        {
            IsRightToLeft = T.Language.Direction == "rtl",
            Above =
            [
                list.Title,
                T["Source: {0}", source],
                T["As of {0}", stamp],
                .. list.Period is { } period ? [T["Period: {0}", period]] : Array.Empty<string>(),
                .. list.Filters.Count > 0 ? [T["Filter: {0}", string.Join("; ", list.Filters)]] : Array.Empty<string>(),
            ],
        });
        foreach (var row in list.Values)
        {
            writer.Row(row);
        }
    }

    // A text table has one heading line; source and stamp stand in its last columns, so that no row loses them.
    private static void WriteText(ISheetWriter writer, IListExport list, string source, string stamp, Text T)
    {
        writer.Begin(new SheetLayout(list.Title, [.. list.Headings, new(T["Source"]), new(T["As of"])]));
        foreach (var row in list.Values)
        {
            writer.Row([.. row, source, stamp]);
        }
    }
}
