using System.Text;
using System.Xml;

namespace Cornerstone.Texts;

/// <summary>
/// Writes a document as Akoma Ntoso for the United Nations, in the shape the Secretariat publishes. Each provision carries its
/// platform address as <c>wId</c>, so that <see cref="AknReader"/> gives back the same provisions.
/// </summary>
public static class AknWriter
{
    internal const string Namespace = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0";
    internal const string UnNamespace = "http://un.org/akn4un";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(false),
        CloseOutput = false,
        NewLineHandling = NewLineHandling.None,
    };

    public static void Write(UnDocument document, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(stream);

        using var xml = XmlWriter.Create(stream, Settings);
        xml.WriteStartDocument();
        xml.WriteStartElement("akomaNtoso", Namespace);
        xml.WriteAttributeString("xmlns", "akn4un", null, UnNamespace);
        WriteDocument(document, xml);
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void WriteDocument(UnDocument document, XmlWriter xml)
    {
        xml.StartLine(AknNames.Element(document.Kind));
        xml.WriteAttributeString("name", AknNames.Name(document.Kind));
        AknMetaWriter.Write(document, xml);
        AknCoverWriter.Write(document, xml);
        new AknBodyWriter(document, xml).Write();
        WriteParts(document, xml);
        xml.EndLine();
    }

    private static void WriteParts(UnDocument document, XmlWriter xml)
    {
        if (document.Parts.Count == 0) return;

        xml.StartLine("attachments");
        foreach (var part in document.Parts)
        {
            xml.StartLine("attachment");
            WriteDocument(part, xml);
            xml.EndLine();
        }

        xml.EndLine();
    }
}
