using System.Text;
using System.Xml;

namespace Cornerstone.Sheets;

/// <summary>The workbook's table of texts, bounded: it is the one thing of a workbook that must be held whole.</summary>
internal sealed class SharedStrings(List<string> texts)
{
    // 25 million characters are 50 MB of memory; a workbook with more is better sent as CSV.
    private const long MostCharacters = 25_000_000;
    private const int MostTexts = 2_000_000;

    public static readonly SharedStrings None = new([]);

    public string this[int index] => index >= 0 && index < texts.Count
        ? texts[index]
        : throw new UnreadableSheetException(UnreadableSheet.Damaged, "entry xl/sharedStrings.xml", "A cell names a text that is not in the workbook.");

    public static SharedStrings Read(XmlReader reader)
    {
        using (reader)
        {
            var texts = new List<string>();
            long characters = 0;
            while (reader.Read())
            {
                if (reader is { NodeType: XmlNodeType.Element, LocalName: "si" })
                {
                    var text = Rich(reader);
                    texts.Add(text);
                    characters += text.Length;
                    if (characters > MostCharacters || texts.Count > MostTexts)
                    {
                        throw new UnreadableSheetException(UnreadableSheet.TooLarge, "entry xl/sharedStrings.xml", $"The workbook holds more than {MostCharacters} characters of text. Send it in parts or as CSV.");
                    }
                }
            }

            return new SharedStrings(texts);
        }
    }

    /// <summary>All runs of a rich text together, without the phonetic ones; the reader ends on the closing element.</summary>
    public static string Rich(XmlReader reader)
    {
        if (reader.IsEmptyElement)
        {
            return "";
        }

        string? single = null;
        StringBuilder? many = null;
        var depth = reader.Depth;
        while (reader.Read() && reader.Depth > depth)
        {
            if (reader is { NodeType: XmlNodeType.Element, LocalName: "rPh" })
            {
                reader.Skip();
            }

            if (reader.NodeType is XmlNodeType.Text or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA
                && (reader.NodeType != XmlNodeType.Whitespace || reader.XmlSpace == XmlSpace.Preserve))
            {
                CellText.RefuseLong((many?.Length ?? single?.Length ?? 0) + reader.Value.Length);
                if (single is null)
                {
                    single = reader.Value;
                }
                else
                {
                    (many ??= new StringBuilder(single)).Append(reader.Value);
                }
            }
        }

        return CellText.Unescape(many?.ToString() ?? single ?? "");
    }
}
