using System.IO.Compression;
using System.Xml;

namespace Cornerstone.Sheets;

/// <summary>
/// An Office Open XML workbook (ISO/IEC 29500-1, part SpreadsheetML), read forwards: one row is in memory, and the table of
/// shared strings. Formulas are never evaluated, links never followed, embedded files never opened.
/// </summary>
internal sealed class XlsxFile : SheetFile
{
    private const int MostSheets = 200;

    private readonly ZipArchive archive;
    private readonly List<(string Name, string Part)> sheets = [];
    private readonly SharedStrings strings;
    private readonly XlsxStyles styles;
    private readonly bool countsFrom1904;

    public XlsxFile(Stream stream)
    {
        archive = PackageBounds.Open(stream);
        try
        {
            Sheets = [];
            countsFrom1904 = ReadWorkbook();
            Sheets = [.. sheets.Select(s => s.Name)];
            strings = Entry("xl/sharedStrings.xml") is { } entry ? SharedStrings.Read(Reader(entry)) : SharedStrings.None;
            styles = Entry("xl/styles.xml") is { } look ? XlsxStyles.Read(Reader(look)) : XlsxStyles.None;
            NoticeParts();
        }
        catch (XmlException fault)
        {
            archive.Dispose();
            throw Damaged(fault);
        }
        catch
        {
            archive.Dispose();
            throw;
        }
    }

    public override IReadOnlyList<string> Sheets { get; }

    public override IEnumerable<SheetRow> Rows(int sheet)
    {
        var (name, part) = sheets[sheet];
        var entry = Entry(part) ?? throw new UnreadableSheetException(UnreadableSheet.Damaged, $"entry {part}", $"The sheet {name} is missing from the package.");
        var reader = new XlsxRows(Reader(entry), strings, styles, countsFrom1904, (kind, place) => Notice(kind, name, place));
        using var rows = reader.Read().GetEnumerator();
        while (Next(rows, name))
        {
            yield return rows.Current;
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            archive.Dispose();
        }

        base.Dispose(disposing);
    }

    private static bool Next(IEnumerator<SheetRow> rows, string sheet)
    {
        try
        {
            return rows.MoveNext();
        }
        catch (XmlException fault)
        {
            throw new UnreadableSheetException(UnreadableSheet.Damaged, $"sheet {sheet}", "The sheet is damaged.", fault);
        }
    }

    private bool ReadWorkbook()
    {
        var workbook = Entry("xl/workbook.xml") ?? throw new UnreadableSheetException(UnreadableSheet.UnknownForm, "", "The package is not an Excel workbook (.xlsx).");
        var targets = Entry("xl/_rels/workbook.xml.rels") is { } rels ? Targets(rels) : [];
        var is1904 = false;
        using var reader = Reader(workbook);
        while (reader.Read())
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            if (reader.LocalName == "workbookPr")
            {
                is1904 = reader.GetAttribute("date1904") is "1" or "true";
            }
            else if (reader.LocalName == "sheet")
            {
                AddSheet(reader, targets);
            }
        }

        return is1904;
    }

    private void AddSheet(XmlReader reader, Dictionary<string, string> targets)
    {
        var id = reader.GetAttribute("id", "http://schemas.openxmlformats.org/officeDocument/2006/relationships")
            ?? reader.GetAttribute("id", "http://purl.oclc.org/ooxml/officeDocument/relationships") ?? "";
        var name = reader.GetAttribute("name") ?? "";
        if (!targets.TryGetValue(id, out var part) || !part.Contains("worksheets/", StringComparison.Ordinal))
        {
            return;
        }

        if (sheets.Count == MostSheets)
        {
            throw new UnreadableSheetException(UnreadableSheet.TooLarge, "", $"The workbook has more than {MostSheets} sheets.");
        }

        sheets.Add((name, part));
        if (reader.GetAttribute("state") is "hidden" or "veryHidden")
        {
            Notice(NoticeKind.HiddenSheet, name, name);
        }
    }

    private static Dictionary<string, string> Targets(ZipArchiveEntry rels)
    {
        var targets = new Dictionary<string, string>();
        using var reader = Reader(rels);
        while (reader.Read())
        {
            var isInside = reader.LocalName == "Relationship" && reader.GetAttribute("TargetMode") != "External";
            if (isInside && reader.GetAttribute("Id") is { } id && reader.GetAttribute("Target") is { } target)
            {
                targets[id] = target.StartsWith('/') ? target[1..] : "xl/" + target;
            }
        }

        return targets;
    }

    private void NoticeParts()
    {
        foreach (var name in archive.Entries.Select(e => e.FullName))
        {
            if (name.StartsWith("xl/externalLinks/", StringComparison.OrdinalIgnoreCase))
            {
                Notice(NoticeKind.ExternalLinks, "", name);
            }
            else if (name.Contains("/embeddings/", StringComparison.OrdinalIgnoreCase) || name.Contains("/activeX/", StringComparison.OrdinalIgnoreCase))
            {
                Notice(NoticeKind.EmbeddedFiles, "", name);
            }
            else if (name.Contains("comments", StringComparison.OrdinalIgnoreCase))
            {
                Notice(NoticeKind.Comments, "", name);
            }
        }
    }

    private ZipArchiveEntry? Entry(string name) => archive.Entries.FirstOrDefault(e => e.FullName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static XmlReader Reader(ZipArchiveEntry entry) => XmlReader.Create(PackageBounds.Part(entry), new XmlReaderSettings
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CloseInput = true,
    });

    private static UnreadableSheetException Damaged(XmlException fault) =>
        new(UnreadableSheet.Damaged, "", "A part of the workbook is not well-formed XML, or declares entities.", fault);
}
