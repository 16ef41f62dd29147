using System.Globalization;
using System.Xml;

namespace Cornerstone.Texts;

/// <summary>The first page: symbol, distribution, day, original language, title.</summary>
internal static class AknCoverWriter
{
    internal static void Write(UnDocument document, XmlWriter xml)
    {
        xml.StartLine("coverPage");
        Word("docNumber", document.Symbol, xml, ("refersTo", "#symbol"));
        Word("docStatus", document.Metadata.Distribution is { } distribution ? $"Distr.: {distribution}" : null, xml);
        var day = document.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        Word("docDate", day, xml, ("date", day), ("refersTo", "#dateOfIssuance"));
        Word("docLanguage", document.Metadata.OriginalLanguage, xml, ("language", "und"));
        Word("docTitle", document.Title, xml);
        xml.EndLine();
    }

    private static void Word(string element, string? text, XmlWriter xml, params ReadOnlySpan<(string Name, string? Value)> attributes)
    {
        if (string.IsNullOrEmpty(text)) return;

        xml.StartLine("p");
        xml.WriteStartElement(element, AknWriter.Namespace);
        foreach (var (name, value) in attributes) xml.Attribute(name, value);
        xml.Text(text);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }
}
