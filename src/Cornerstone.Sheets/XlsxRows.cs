using System.Globalization;
using System.Xml;

namespace Cornerstone.Sheets;

/// <summary>The rows of one sheet part, forwards.</summary>
internal sealed class XlsxRows(XmlReader reader, SharedStrings strings, XlsxStyles styles, bool countsFrom1904, Action<NoticeKind, string> notice)
{
    private const int MostColumns = 16_384;
    private const int MostRows = 1_048_576;

    // Longer than any place, style or type.
    private readonly char[] attribute = new char[32];
    private int row;
    private int filled;

    public IEnumerable<SheetRow> Read()
    {
        using (reader)
        {
            while (reader.Read())
            {
                if (reader.NodeType != XmlNodeType.Element)
                {
                    continue;
                }

                if (reader.LocalName == "row")
                {
                    yield return Row();
                }
                else if (reader.LocalName == "mergeCell")
                {
                    notice(NoticeKind.MergedCells, reader.GetAttribute("ref") ?? "");
                }
            }
        }
    }

    private SheetRow Row()
    {
        row = int.TryParse(Attribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > row ? number : row + 1;
        if (row > MostRows)
        {
            throw new UnreadableSheetException(UnreadableSheet.TooLarge, $"row {row}", $"A sheet has at most {MostRows} rows.");
        }

        var isHidden = reader.GetAttribute("hidden") is "1" or "true";
        if (isHidden)
        {
            notice(NoticeKind.HiddenRows, $"{row}");
        }

        return new SheetRow(row, Cells(), isHidden);
    }

    private List<SheetCell> Cells()
    {
        var cells = new List<SheetCell>(filled);
        if (reader.IsEmptyElement)
        {
            return cells;
        }

        var (depth, column) = (reader.Depth, 0);
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                column = ColumnOf(Attribute("r")) is var stated and > 0 && stated > column ? stated : column + 1;
                if (column > MostColumns)
                {
                    throw new UnreadableSheetException(UnreadableSheet.TooLarge, $"row {row}", $"A row has at most {MostColumns} cells.");
                }

                if (Cell(column) is { Kind: not CellKind.Empty } cell)
                {
                    cells.Add(cell);
                }
            }
        }

        filled = cells.Count;
        return cells;
    }

    private SheetCell Cell(int column)
    {
        var type = TypeOf(Attribute("t"));
        var style = int.TryParse(Attribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var (text, isFormula) = Content();
        if (isFormula)
        {
            notice(NoticeKind.Formulas, $"{SheetCell.Letters(column)}{row}");
        }

        if (text is null or "")
        {
            // A formula that was never computed has no value to read.
            return isFormula && text is null ? new(column, CellKind.Error, "#VALUE!", IsFormula: true) : new(column, CellKind.Empty, "");
        }

        return Typed(column, type, style, text) with { IsFormula = isFormula };
    }

    private (string? Text, bool IsFormula) Content()
    {
        if (reader.IsEmptyElement)
        {
            return (null, false);
        }

        var (depth, isFormula) = (reader.Depth, false);
        string? text = null;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader.NodeType != XmlNodeType.Element)
            {
                continue;
            }

            switch (reader.LocalName)
            {
                case "f":
                    isFormula = true;
                    break;
                case "v" or "is":
                    text = SharedStrings.Rich(reader);
                    break;
                default:
                    break;
            }
        }

        return (text, isFormula);
    }

    private SheetCell Typed(int column, string type, int style, string text) => type switch
    {
        "s" => new(column, CellKind.Text, strings[int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1]),
        "str" or "inlineStr" => new(column, CellKind.Text, text),
        "b" => new(column, CellKind.Boolean, text == "1" ? "TRUE" : "FALSE"),
        "e" => new(column, CellKind.Error, text),
        "d" => DateOnly.TryParseExact(text.Split('T')[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(column, day) : new(column, CellKind.Text, text),
        _ => Number(column, style, text),
    };

    private SheetCell Number(int column, int style, string text)
    {
        if (!decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
        {
            return new(column, CellKind.Text, text);
        }

        number = SheetNumber.Rounded(number);
        var written = number.ToString(number.Scale == 0 ? null : "0.############################", CultureInfo.InvariantCulture);
        return styles[style] switch
        {
            CellKind.Date when SheetNumber.Day(number, countsFrom1904) is { } day => Day(column, day),
            CellKind.Percentage => new(column, CellKind.Percentage, written, number),
            _ => new(column, CellKind.Number, written, number),
        };
    }

    private static SheetCell Day(int column, DateOnly day) => new(column, CellKind.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Date: day);

    // A workbook has millions of them, and most say what the one before said: none becomes a string. Empty where it is missing.
    private ReadOnlySpan<char> Attribute(string name)
    {
        if (!reader.MoveToAttribute(name))
        {
            return [];
        }

        var length = reader.ReadValueChunk(attribute, 0, attribute.Length);
        reader.MoveToElement();
        return attribute.AsSpan(0, length);
    }

    private static string TypeOf(ReadOnlySpan<char> written) => written switch
    {
        "s" => "s",
        "str" => "str",
        "inlineStr" => "inlineStr",
        "b" => "b",
        "e" => "e",
        "d" => "d",
        _ => "n",
    };

    private static int ColumnOf(ReadOnlySpan<char> address)
    {
        var column = 0;
        foreach (var letter in address)
        {
            if (!char.IsAsciiLetterUpper(letter) || column > MostColumns)
            {
                break;
            }

            column = column * 26 + letter - 'A' + 1;
        }

        return column;
    }
}
