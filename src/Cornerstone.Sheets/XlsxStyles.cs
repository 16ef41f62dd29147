using System.Globalization;
using System.Xml;

namespace Cornerstone.Sheets;

/// <summary>Which styles of a workbook show a number as a date or a share (ISO/IEC 29500-1, 18.8.30 and 18.8.31).</summary>
internal sealed class XlsxStyles(List<CellKind> kinds)
{
    private const int MostStyles = 70_000;

    public static readonly XlsxStyles None = new([]);

    public CellKind this[int style] => style >= 0 && style < kinds.Count ? kinds[style] : CellKind.Number;

    public static XlsxStyles Read(XmlReader reader)
    {
        var formats = new Dictionary<int, CellKind>();
        var kinds = new List<CellKind>();
        var isInCells = false;
        using (reader)
        {
            while (reader.Read())
            {
                if (reader.LocalName == "cellXfs")
                {
                    isInCells = reader.NodeType == XmlNodeType.Element && !reader.IsEmptyElement;
                }
                else if (reader is { NodeType: XmlNodeType.Element, LocalName: "numFmt" })
                {
                    formats[Id(reader)] = KindOf(reader.GetAttribute("formatCode") ?? "");
                }
                else if (isInCells && reader is { NodeType: XmlNodeType.Element, LocalName: "xf" } && kinds.Count < MostStyles)
                {
                    kinds.Add(formats.TryGetValue(Id(reader), out var kind) ? kind : BuiltIn(Id(reader)));
                }
            }
        }

        return new XlsxStyles(kinds);
    }

    /// <summary>A format code's letters outside quotes, brackets and escapes tell: y, m, d, h, s are of dates, % of shares.</summary>
    internal static CellKind KindOf(string format)
    {
        var isDate = false;
        for (var i = 0; i < format.Length && format[i] != ';'; i++)
        {
            switch (format[i])
            {
                case '"':
                    i = End(format, '"', i + 1);
                    break;
                case '[':
                    i = End(format, ']', i + 1);
                    break;
                case '\\' or '_' or '*':
                    i++;
                    break;
                case '%':
                    return CellKind.Percentage;
                case 'y' or 'Y' or 'm' or 'M' or 'd' or 'D' or 'h' or 'H' or 's' or 'S':
                    isDate = true;
                    break;
                default:
                    break;
            }
        }

        return isDate ? CellKind.Date : CellKind.Number;
    }

    private static int End(string format, char sign, int from) => format.IndexOf(sign, from) is var end and >= 0 ? end : format.Length;

    // The ids the standard gives a meaning, some of them by language.
    private static CellKind BuiltIn(int id) => id switch
    {
        9 or 10 => CellKind.Percentage,
        >= 14 and <= 22 or >= 27 and <= 36 or >= 45 and <= 47 or >= 50 and <= 58 => CellKind.Date,
        _ => CellKind.Number,
    };

    private static int Id(XmlReader reader) =>
        int.TryParse(reader.GetAttribute("numFmtId"), NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}
