using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Cornerstone.Access;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Workbooks;

/// <summary>
/// Answers "?tables=xlsx" and "?tables=csv" of any page with the tables it shows: the page is made as always, for the same
/// reader and the same filters, and its tables become a file. For lists that fit one page; longer ones answer for themselves.
/// </summary>
internal sealed partial class PageTablesFilter(Text T, TimeProvider clock) : IAsyncResultFilter
{
    public const string Asked = "tables";

    public async Task OnResultExecutionAsync(ResultExecutingContext context, ResultExecutionDelegate next)
    {
        var http = context.HttpContext;
        var format = http.Request.Query[Asked].ToString();
        if (context.Result is not PageResult { StatusCode: null } || !HttpMethods.IsGet(http.Request.Method) || format is not (Exporting.Xlsx or Exporting.Csv))
        {
            await next();
            return;
        }

        var (answer, page) = (http.Response.Body, new MemoryStream());
        http.Response.Body = page;
        try
        {
            await next();
        }
        finally
        {
            http.Response.Body = answer;
        }

        var tables = PageTables.Read(Encoding.UTF8.GetString(page.ToArray()));
        var bytes = Write(tables, format == Exporting.Csv, http.RequestServices.GetRequiredService<CurrentReader>().Workspace?.NameIn(T.Language.Code) ?? "");
        http.Response.ContentType = format == Exporting.Csv ? "text/csv; charset=utf-8" : Exporting.XlsxType;
        http.Response.ContentLength = bytes.Length;
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{NameOf(http.Request.Path)}.{format}\"";
        await answer.WriteAsync(bytes, http.RequestAborted);
    }

    private byte[] Write(IReadOnlyList<PageTable> tables, bool isCsv, string workspace)
    {
        using var memory = new MemoryStream();
        var stamp = T["As of {0}", clock.GetUtcNow().ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture)];
        var numbers = new NumberReader(T.Language.Culture);
        using (ISheetWriter writer = isCsv ? new CsvWriter(memory) : new XlsxWriter(memory))
        {
            foreach (var table in tables)
            {
                var shares = Shares(table);
                writer.Begin(new SheetLayout(table.Caption, [.. table.Headings.Select((h, i) => new SheetColumn(h, shares[i] ? CellKind.Percentage : CellKind.Text, 26))])
                {
                    IsRightToLeft = T.Language.Direction == "rtl",
                    Above = [table.Caption, T["Source: {0}", workspace], stamp],
                });
                foreach (var row in table.Rows)
                {
                    writer.Row([.. row.Select((cell, i) => Value(cell, i < shares.Length && shares[i], numbers))]);
                }
            }

            if (isCsv)
            {
                writer.Row(T["Source: {0}", workspace], stamp);
            }
            else if (tables.Count == 0)
            {
                writer.Begin(new SheetLayout(stamp, []) { HasHeading = false });
            }
        }

        return memory.ToArray();
    }

    // A column of figures is one of percentages when its figures carry the sign.
    private static bool[] Shares(PageTable table) =>
        [.. table.Headings.Select((_, i) => table.Rows.Any(r => i < r.Count && r[i].IsNumber && r[i].Text.EndsWith('%')))];

    private static object? Value(PageCell cell, bool isShare, NumberReader numbers) => cell switch
    {
        { Day: { } day } => day,
        { IsNumber: true } when numbers.Read(cell.Text.TrimEnd('%'), out _) is { } number => isShare ? number / 100 : number,
        _ => cell.Text,
    };

    private static string NameOf(string path) => Unnamed().Replace(path.Trim('/'), "-") is { Length: > 0 } name ? name : "tables";

    [GeneratedRegex("[^A-Za-z0-9-]+", RegexOptions.NonBacktracking)]
    private static partial Regex Unnamed();
}
