using System.IO.Compression;
using System.Text;

namespace Cornerstone.Sheets.Tests;

/// <summary>Small files, ours and foreign, made in memory.</summary>
internal static class Books
{
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    public static MemoryStream Written(SheetLayout layout, params object?[][] rows)
    {
        var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            writer.Begin(layout);
            foreach (var row in rows)
            {
                writer.Row(row);
            }
        }

        return memory;
    }

    public static MemoryStream WrittenAsText(SheetLayout layout, params object?[][] rows)
    {
        var memory = new MemoryStream();
        using (var writer = new CsvWriter(memory))
        {
            writer.Begin(layout);
            foreach (var row in rows)
            {
                writer.Row(row);
            }
        }

        return memory;
    }

    public static MemoryStream Zip(params (string Name, string Content)[] parts)
    {
        var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = zip.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return memory;
    }

    /// <summary>A workbook of another program: one sheet, its XML given.</summary>
    public static MemoryStream Foreign(string sheetXml, string workbook = "", string styles = "", string strings = "", params (string, string)[] more) => Zip(
    [
        ("xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Relations}\">{workbook}<sheets><sheet name=\"Data\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
        ("xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"x\" Target=\"worksheets/sheet1.xml\"/></Relationships>"),
        ("xl/styles.xml", $"<styleSheet xmlns=\"{Main}\">{styles}</styleSheet>"),
        ("xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{strings}</sst>"),
        ("xl/worksheets/sheet1.xml", $"<worksheet xmlns=\"{Main}\">{sheetXml}</worksheet>"),
        .. more,
    ]);

    public static MemoryStream Text(string text, Encoding? encoding = null) => new((encoding ?? new UTF8Encoding(false)).GetBytes(text));

    public static List<SheetRow> Read(Stream stream, string? encoding = null)
    {
        using var file = SheetFile.Open(stream, encoding);
        return [.. file.Rows(0)];
    }

    public static string[][] Texts(Stream stream, string? encoding = null) => [.. Read(stream, encoding).Select(r => r.Cells.Select(c => c.Text).ToArray())];
}
