using System.Xml;

namespace Cornerstone.Texts;

/// <summary>Well-formed XML into a tree, by the framework's reader with everything that reaches outside switched off.</summary>
internal static class StrictXml
{
    /// <exception cref="XmlException">The text is not well-formed.</exception>
    internal static XmlNode Read(string xml)
    {
        var settings = new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            MaxCharactersInDocument = XmlLimits.Characters,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
        };
        using var source = new StringReader(xml);
        using var reader = XmlReader.Create(source, settings);
        return Read(reader);
    }

    internal static XmlNode Read(XmlReader reader)
    {
        var place = (IXmlLineInfo)reader;
        var open = new Stack<XmlNode>();
        var document = XmlNode.Element("#document", 1);
        open.Push(document);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    Open(reader, place, open);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace:
                    open.Peek().Add(XmlNode.Run(reader.Value, place.LineNumber));
                    break;
            }
        }

        return document;
    }

    private static void Open(XmlReader reader, IXmlLineInfo place, Stack<XmlNode> open)
    {
        if (open.Count > XmlLimits.Depth) throw XmlLimits.TooDeep(place.LineNumber, place.LinePosition);

        var element = XmlNode.Element(reader.LocalName, place.LineNumber);
        open.Peek().Add(element);
        var isEmpty = reader.IsEmptyElement;
        while (reader.MoveToNextAttribute())
        {
            if (reader.Prefix != "xmlns" && reader.Name != "xmlns") element.Attributes.Add(new(reader.LocalName, reader.Value));
        }

        if (!isEmpty) open.Push(element);
    }
}
