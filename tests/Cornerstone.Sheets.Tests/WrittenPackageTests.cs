using System.IO.Compression;
using System.Xml.Linq;

namespace Cornerstone.Sheets.Tests;

/// <summary>What other programs ask of a workbook before they open it without a word of repair (ECMA-376, parts 1 and 2).</summary>
public sealed class WrittenPackageTests
{
    private static readonly XNamespace Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    // ECMA-376 part 1, 18.3.1.99, CT_Worksheet: a sequence, not a set.
    private static readonly string[] PartsOfASheet =
    [
        "sheetPr", "dimension", "sheetViews", "sheetFormatPr", "cols", "sheetData", "sheetProtection", "autoFilter", "mergeCells", "conditionalFormatting",
        "dataValidations", "hyperlinks", "printOptions", "pageMargins", "pageSetup", "headerFooter",
    ];

    [Fact]
    public void Every_part_stands_once_with_its_type_and_every_relation_leads_to_a_part()
    {
        using var zip = Package();
        var parts = zip.Entries.Select(e => e.FullName).ToList();
        var types = Xml(zip, "[Content_Types].xml").Elements().ToList();
        var relations = parts.Where(p => p.EndsWith(".rels", StringComparison.Ordinal)).SelectMany(p => Xml(zip, p).Elements()
            .Select(r => (Folder: p.Split("_rels/")[0], Target: r.Attribute("Target")!.Value))).ToList();

        Assert.Equal(parts.Count, parts.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(parts.Where(p => p[0] != '['), p => Assert.Contains(types, t =>
            t.Attribute("PartName")?.Value == "/" + p || (t.Attribute("Extension")?.Value is { } extension && p.EndsWith("." + extension, StringComparison.Ordinal))));
        Assert.NotEmpty(relations);
        Assert.All(relations, r => Assert.Contains(r.Target.StartsWith('/') ? r.Target[1..] : r.Folder + r.Target, parts));
    }

    [Fact]
    public void The_elements_of_a_sheet_stand_in_the_order_of_the_schema()
    {
        using var zip = Package();

        Assert.All(Sheets(zip), sheet =>
        {
            var order = sheet.Elements().Select(e => Array.IndexOf(PartsOfASheet, e.Name.LocalName)).ToList();
            Assert.DoesNotContain(-1, order);
            Assert.Equal(order.Order(), order);
        });
    }

    [Fact]
    public void Rows_and_cells_rise_and_name_only_styles_there_are()
    {
        using var zip = Package();
        var styles = Xml(zip, "xl/styles.xml").Element(Main + "cellXfs")!.Elements().Count();

        Assert.All(Sheets(zip), sheet =>
        {
            var rows = sheet.Descendants(Main + "row").Select(r => (int)r.Attribute("r")!).ToList();
            Assert.Equal(rows.Distinct().Order(), rows);
            Assert.All(sheet.Descendants(Main + "c"), c => Assert.InRange((int?)c.Attribute("s") ?? 0, 0, styles - 1));
            Assert.All(sheet.Descendants(Main + "row"), r => Assert.Equal(r.Elements().Select(Column).Distinct().Order(), r.Elements().Select(Column)));
        });

        static int Column(XElement cell) => cell.Attribute("r")!.Value.TakeWhile(char.IsAsciiLetter).Aggregate(0, (n, letter) => (n * 26) + letter - 'A' + 1);
    }

    [Fact]
    public void A_column_with_choices_has_its_drop_down_and_an_Arabic_sheet_reads_from_the_right()
    {
        using var zip = Package();
        var sheet = Sheets(zip).First();

        var choice = sheet.Descendants(Main + "dataValidation").Single();
        Assert.Equal(("list", "'Lists'!$A$2:$A$3"), (choice.Attribute("type")!.Value, choice.Element(Main + "formula1")!.Value));
        Assert.Equal("1", sheet.Descendants(Main + "sheetView").Single().Attribute("rightToLeft")!.Value);
    }

    private static ZipArchive Package()
    {
        var memory = new MemoryStream();
        using (var writer = new XlsxWriter(memory))
        {
            writer.Begin(new SheetLayout("القيم", [new("رمز"), new("State") { ChoicesAt = "'Lists'!$A$2:$A$3" }, new("On", CellKind.Date), new("Share", CellKind.Percentage)])
            {
                IsRightToLeft = true,
                Above = ["A title", "As of today"],
            });
            writer.Row("A", "1 · Open", new DateOnly(2026, 11, 21), 0.25m);
            writer.Row("B", null, null, 1m);
            writer.Begin(new SheetLayout("Lists", [new("State")]));
            writer.Row("1 · Open");
            writer.Row("2 · Closed");
        }

        return new ZipArchive(memory);
    }

    private static List<XElement> Sheets(ZipArchive zip) =>
        [.. zip.Entries.Where(e => e.FullName.StartsWith("xl/worksheets/sheet", StringComparison.Ordinal)).OrderBy(e => e.FullName, StringComparer.Ordinal).Select(e => Xml(zip, e.FullName))];

    private static XElement Xml(ZipArchive zip, string part)
    {
        using var stream = zip.GetEntry(part)!.Open();
        return XDocument.Load(stream).Root!;
    }
}
