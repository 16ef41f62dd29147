using System.Globalization;
using System.IO.Compression;
using System.Security;
using System.Text;

namespace Cornerstone.Sheets;

/// <summary>
/// A workbook with native dates, numbers and shares, a frozen heading and lists to choose from. Text goes in as text, so
/// nothing in it is ever computed. What a reader does not see is not in it: no hidden sheet, name, comment or author
/// (security handbook, CF-03).
/// </summary>
public sealed class XlsxWriter : ISheetWriter
{
    private const int LongestName = 31;
    private const int LastRow = 1_048_576;

    // The same rows give the same bytes.
    private static readonly DateTimeOffset Stamp = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ZipArchive archive;
    private readonly List<string> names = [];
    private StreamWriter? sheet;
    private SheetLayout layout = new("", []);
    private int row;

    public XlsxWriter(Stream stream) => archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true);

    public void Begin(SheetLayout next)
    {
        End();
        layout = next;
        names.Add(NameOf(next.Name));
        sheet = Part($"xl/worksheets/sheet{names.Count}.xml");
        row = 0;
        WriteHead();
        foreach (var line in layout.Above)
        {
            WriteRow([line], style: row == 0 ? XlsxParts.Title : XlsxParts.Note);
        }

        if (layout.HasHeading)
        {
            WriteRow([.. layout.Columns.Select(c => c.Heading)], XlsxParts.Heading);
        }
    }

    public void Row(params IReadOnlyList<object?> values) => WriteRow(values, style: null);

    /// <summary>Completes the package.</summary>
    public void Dispose()
    {
        End();
        Whole("[Content_Types].xml", XlsxParts.ContentTypes(names.Count));
        Whole("_rels/.rels", XlsxParts.PackageRelations);
        Whole("xl/workbook.xml", XlsxParts.Workbook(names));
        Whole("xl/_rels/workbook.xml.rels", XlsxParts.WorkbookRelations(names.Count));
        Whole("xl/styles.xml", XlsxParts.Styles);
        archive.Dispose();
    }

    /// <summary>A name Excel takes for a sheet: short, without its signs, not used before.</summary>
    private string NameOf(string wanted)
    {
        var clean = new string([.. wanted.Select(c => "[]:*?/\\".Contains(c, StringComparison.Ordinal) || c < ' ' ? ' ' : c)]).Trim(' ', '\'');
        clean = clean.Length == 0 ? "Sheet" : clean[..Math.Min(clean.Length, LongestName)];
        for (var number = 2; names.Contains(clean, StringComparer.OrdinalIgnoreCase); number++)
        {
            var ending = string.Create(CultureInfo.InvariantCulture, $" {number}");
            clean = clean[..Math.Min(clean.Length, LongestName - ending.Length)] + ending;
        }

        return clean;
    }

    private void WriteHead()
    {
        var top = layout.Above.Count + 1;
        var frozen = layout.HasHeading
            ? $"<pane ySplit=\"{top}\" topLeftCell=\"A{top + 1}\" activePane=\"bottomLeft\" state=\"frozen\"/>"
            : "";
        sheet!.Write(XlsxParts.Declaration + $"<worksheet xmlns=\"{XlsxParts.Main}\"><sheetViews><sheetView workbookViewId=\"0\"{(layout.IsRightToLeft ? " rightToLeft=\"1\"" : "")}>{frozen}</sheetView></sheetViews><cols>");
        for (var i = 0; i < layout.Columns.Count; i++)
        {
            var width = layout.Columns[i].Width.ToString(CultureInfo.InvariantCulture);
            sheet.Write($"<col min=\"{i + 1}\" max=\"{i + 1}\" width=\"{width}\" customWidth=\"1\"/>");
        }

        sheet.Write("</cols><sheetData>");
    }

    private void WriteRow(IReadOnlyList<object?> values, int? style)
    {
        if (++row > LastRow)
        {
            throw new InvalidOperationException($"A sheet has at most {LastRow} rows.");
        }

        sheet!.Write($"<row r=\"{row}\">");
        for (var i = 0; i < values.Count; i++)
        {
            WriteCell(i, values[i], style);
        }

        sheet.Write("</row>");
    }

    private void WriteCell(int column, object? value, int? style)
    {
        var address = $"{SheetCell.Letters(column + 1)}{row}";
        var isShare = column < layout.Columns.Count && layout.Columns[column].Kind == CellKind.Percentage;
        switch (value)
        {
            case null or "":
                break;
            case DateOnly day when day >= new DateOnly(1900, 3, 1):
                sheet!.Write($"<c r=\"{address}\" s=\"{XlsxParts.Day}\"><v>{SheetNumber.Serial(day)}</v></c>");
                break;
            case decimal or int or long:
                var number = Convert.ToDecimal(value, CultureInfo.InvariantCulture).ToString("0.############################", CultureInfo.InvariantCulture);
                sheet!.Write($"<c r=\"{address}\" s=\"{(isShare ? XlsxParts.Share : XlsxParts.Number)}\"><v>{number}</v></c>");
                break;
            case bool yes:
                sheet!.Write($"<c r=\"{address}\" t=\"b\"><v>{(yes ? 1 : 0)}</v></c>");
                break;
            default:
                WriteText(address, Invariant(value), style ?? XlsxParts.Text);
                break;
        }
    }

    private static string Invariant(object value) => value is DateOnly day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : value.ToString() ?? "";

    private void WriteText(string address, string text, int style)
    {
        var kept = text.Length > CellText.Longest ? text[..CellText.Longest] : text;
        sheet!.Write($"<c r=\"{address}\" s=\"{style}\" t=\"inlineStr\"><is><t xml:space=\"preserve\">{SecurityElement.Escape(CellText.Escape(kept))}</t></is></c>");
    }

    private void End()
    {
        if (sheet is null)
        {
            return;
        }

        sheet.Write("</sheetData>");
        WriteChoices();
        sheet.Write("</worksheet>");
        sheet.Dispose();
        sheet = null;
    }

    // A warning, not a wall: what was typed is judged when the file comes back.
    private void WriteChoices()
    {
        var chosen = layout.Columns.Index().Where(c => c.Item.ChoicesAt is not null).ToList();
        if (chosen.Count == 0)
        {
            return;
        }

        var first = layout.Above.Count + 2;
        sheet!.Write($"<dataValidations count=\"{chosen.Count}\">");
        foreach (var (index, column) in chosen)
        {
            var letters = SheetCell.Letters(index + 1);
            sheet.Write($"<dataValidation type=\"list\" errorStyle=\"warning\" allowBlank=\"1\" showErrorMessage=\"1\" sqref=\"{letters}{first}:{letters}{LastRow}\"><formula1>{SecurityElement.Escape(column.ChoicesAt)}</formula1></dataValidation>");
        }

        sheet.Write("</dataValidations>");
    }

    private StreamWriter Part(string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = Stamp;
        return new StreamWriter(entry.Open(), new UTF8Encoding(false), 32_768);
    }

    private void Whole(string name, string content)
    {
        using var part = Part(name);
        part.Write(content);
    }
}
