using System.Text;
using System.Xml;

namespace Cornerstone.Texts;

/// <summary>Elements on lines of their own; inside a paragraph no space is added, because there space is text.</summary>
internal static class AknXml
{
    internal static void StartLine(this XmlWriter xml, string name)
    {
        xml.WriteWhitespace("\n");
        xml.WriteStartElement(name, AknWriter.Namespace);
    }

    internal static void EndLine(this XmlWriter xml)
    {
        xml.WriteWhitespace("\n");
        xml.WriteEndElement();
    }

    /// <summary>An element with attributes only; attributes whose value is null are left out.</summary>
    internal static void Line(this XmlWriter xml, string name, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        xml.StartLine(name);
        foreach (var (attribute, value) in attributes) xml.Attribute(attribute, value);
        xml.WriteEndElement();
    }

    internal static void Attribute(this XmlWriter xml, string name, string? value)
    {
        if (value is not null) xml.WriteAttributeString(name, Legal(value));
    }

    internal static void Text(this XmlWriter xml, string text) => xml.WriteString(Legal(text));

    /// <summary>XML 1.0 cannot hold control characters, which broken sources do.</summary>
    private static string Legal(string text)
    {
        var isLegal = true;
        for (var i = 0; i < text.Length && isLegal; i++)
        {
            if (XmlConvert.IsXmlChar(text[i])) continue;
            isLegal = i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]);
            i++;
        }

        return isLegal ? text : Cleaned(text);
    }

    private static string Cleaned(string text)
    {
        var builder = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value)) builder.Append(rune);
        }

        return builder.ToString();
    }
}
