using System.Xml;

namespace Cornerstone.Texts;

/// <summary>
/// Reads Akoma Ntoso for the United Nations (AKN4UN) as its Secretariat publishes it. Files that are not well-formed are read as far as
/// they go, each repair reported with line and column; only what is no such document at all is refused.
/// </summary>
public static class AknReader
{
    private static readonly string[] DocumentElements =
        ["statement", "doc", "debateReport", "officialGazette", "act", "bill", "judgment", "debate", "documentCollection"];

    /// <exception cref="UnreadableDocumentException">The bytes are not Akoma Ntoso, or are built to harm.</exception>
    public static UnDocument Read(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var memory = new MemoryStream();
        var buffer = new byte[81920];
        for (var count = stream.Read(buffer); count > 0; count = stream.Read(buffer))
        {
            memory.Write(buffer, 0, count);
            if (memory.Length > XmlLimits.Characters * 2L)
            {
                throw new UnreadableDocumentException(UnreadableRule.TooLarge, "", $"The XML is larger than {XmlLimits.Characters * 2L} bytes.");
            }
        }

        return Read(memory.GetBuffer().AsMemory(0, (int)memory.Length));
    }

    /// <exception cref="UnreadableDocumentException">The bytes are not Akoma Ntoso, or are built to harm.</exception>
    public static UnDocument Read(ReadOnlyMemory<byte> bytes)
    {
        var decoded = TextDecoder.Decode(bytes.Span);
        XmlLimits.Check(decoded.Text);

        List<Finding> findings = [.. decoded.Findings];
        var document = Tree(decoded.Text, findings);
        var root = document.FirstDescendant("akomaNtoso") ?? throw new UnreadableDocumentException(
            UnreadableRule.NotAkomaNtoso, "line 1", "The XML has no akomaNtoso element: it is of another vocabulary.");
        var main = root.Children.FirstOrDefault(child => DocumentElements.Contains(child.Name)) ?? throw new UnreadableDocumentException(
            UnreadableRule.NotAkomaNtoso, $"line {root.Line}", "The akomaNtoso element holds no document.");
        return UnText.Enriched(AknDocument.Read(main, findings));
    }

    private static XmlNode Tree(string xml, List<Finding> findings)
    {
        try
        {
            return StrictXml.Read(xml);
        }
        catch (XmlException)
        {
            return TolerantXml.Read(xml, findings);
        }
    }
}
