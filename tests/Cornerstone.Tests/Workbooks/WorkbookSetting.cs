using System.Net.Http.Headers;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Cornerstone.Sheets;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Workbooks;

/// <summary>Files as people send them, made in memory.</summary>
internal static class WorkbookSetting
{
    /// <summary>Regions of an invented country; every n-th row is bad in one of three ways.</summary>
    public static byte[] Regions(int rows, int badEvery = int.MaxValue)
    {
        using var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            writer.Begin(new SheetLayout("Regions", [new("Code"), new("Name [en]"), new("Level"), new("Lies in")]));
            for (var i = 1; i <= rows; i++)
            {
                writer.Row(i % badEvery != 0 ? [$"R-{i:D5}", $"Region {i}", "1", null] : (i / badEvery % 3) switch
                {
                    0 => [$"R-{i:D5}", null, "1", null],
                    1 => [$"R-{i:D5}", $"Region {i}", "third", null],
                    _ => [$"R-{i:D5}", $"Region {i}", "2", "NOWHERE"],
                });
            }
        }

        return memory.ToArray();
    }

    /// <summary>Sends a file and opens where it leads.</summary>
    public static async Task<IHtmlDocument> SendAsync(Visitor visitor, byte[] file, string workbook = "regions", string name = "regions.xlsx", string encoding = "")
    {
        var page = await visitor.OpenAsync($"/xs/workbooks/{workbook}");
        using var form = new MultipartFormDataContent
        {
            { new StringContent(page.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value), "__RequestVerificationToken" },
            { new StringContent(encoding), "Encoding" },
            { new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("text/plain") } }, "Sent", name },
        };
        using var answer = await visitor.Client.PostAsync($"/xs/workbooks/{workbook}", form, TestContext.Current.CancellationToken);
        return answer.StatusCode == System.Net.HttpStatusCode.Redirect
            ? await visitor.OpenAsync(answer.Headers.Location!.ToString())
            : await Visitor.ParseAsync(answer);
    }

    public static (string Added, string Changed, string Unchanged, string Refused) Counts(IHtmlDocument page) =>
        (Figure(page, "added"), Figure(page, "changed"), Figure(page, "unchanged"), Figure(page, "refused"));

    private static string Figure(IHtmlDocument page, string name) => page.QuerySelector($"[data-test={name}]")!.TextContent.Trim();
}
