using System.Globalization;
using System.Text;
using System.Xml;

namespace Cornerstone.Texts;

/// <summary>Walks the body of a Word document once and gives its paragraphs, those of tables and text boxes included.</summary>
internal sealed class DocxBody(XmlReader reader, DocxBody.Sources sources, List<string> paragraphs)
{
    /// <summary>What other parts of the package say: list numbers, and the printed number of each footnote.</summary>
    internal sealed record Sources(DocxNumbering Numbering, Dictionary<string, int> NoteNumbers);

    private const string SuperscriptDigits = "⁰¹²³⁴⁵⁶⁷⁸⁹";

    // Text boxes put paragraphs inside paragraphs.
    private readonly Stack<(StringBuilder Words, string? Label)> _open = new();

    internal void Read()
    {
        reader.Read();
        while (!reader.EOF)
        {
            if (reader.Depth > XmlLimits.Depth) throw TooDeep();

            if (reader.NodeType == XmlNodeType.Element)
            {
                Element();
            }
            else
            {
                if (reader is { NodeType: XmlNodeType.EndElement, LocalName: "p" }) Close();
                reader.Read();
            }
        }
    }

    /// <summary>Footnote numbers as the text engine knows them from printed pages.</summary>
    internal static string Superscript(int number) =>
        string.Concat(number.ToString(CultureInfo.InvariantCulture).Select(digit => SuperscriptDigits[digit - '0']));

    private void Element()
    {
        switch (reader.LocalName)
        {
            // Deleted text, the old place of moved text, and the second copy of a drawing for older programs.
            case "del" or "moveFrom" or "Fallback" or "instrText" or "sectPr" or "rPr":
                reader.Skip();
                return;
            case "p":
                _open.Push((new StringBuilder(), null));
                if (reader.IsEmptyElement) Close();
                break;
            case "pPr" when _open.Count > 0:
                Properties();
                return;
            case "t" when _open.Count > 0:
                _open.Peek().Words.Append(reader.ReadElementContentAsString());
                return;
            default:
                Mark();
                break;
        }

        reader.Read();
    }

    private void Mark()
    {
        if (_open.Count == 0) return;

        var words = _open.Peek().Words;
        switch (reader.LocalName)
        {
            case "tab" or "br" or "cr":
                words.Append(' ');
                break;
            case "noBreakHyphen":
                words.Append('-');
                break;
            case "footnoteReference" when Value("id") is { } id && sources.NoteNumbers.TryGetValue(id, out var number):
                words.Append(Superscript(number));
                break;
        }
    }

    private void Properties()
    {
        using var part = reader.ReadSubtree();
        var properties = StrictXml.Read(part).First("pPr");
        reader.Read();
        var (words, _) = _open.Pop();
        _open.Push((words, properties is null ? null : sources.Numbering.LabelOf(properties)));
    }

    private void Close()
    {
        if (!_open.TryPop(out var paragraph)) return;

        var text = OneLine(paragraph.Words.ToString());
        if (text == "") return;
        paragraphs.Add(paragraph.Label is null ? text : $"{paragraph.Label} {text}");
    }

    private string? Value(string attribute)
    {
        if (!reader.HasAttributes) return null;

        string? value = null;
        while (reader.MoveToNextAttribute())
        {
            if (reader.LocalName == attribute) value = reader.Value;
        }

        reader.MoveToElement();
        return value;
    }

    private static string OneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private UnreadableDocumentException TooDeep() =>
        reader is IXmlLineInfo place ? XmlLimits.TooDeep(place.LineNumber, place.LinePosition) : XmlLimits.TooDeep(0, 0);
}
