using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Cornerstone.Charts.Tests;

/// <summary>Reads drawings back, as a browser would.</summary>
internal static class Drawings
{
    private static readonly XmlReaderSettings Strict = new() { DtdProcessing = DtdProcessing.Prohibit, CheckCharacters = true };

    public static XElement Read(this Chart chart)
    {
        using var reader = XmlReader.Create(new StringReader(chart.Svg), Strict);
        return XElement.Load(reader);
    }

    public static IEnumerable<XElement> Named(this XElement svg, string name) => svg.Descendants().Where(e => e.Name.LocalName == name);

    public static IEnumerable<XElement> WithClass(this XElement svg, string name) =>
        svg.Descendants().Where(e => $" {e.Attribute("class")?.Value} ".Contains($" {name} ", StringComparison.Ordinal));

    /// <summary>Bars in drawing order; the swatches of a legend are not among them.</summary>
    public static List<XElement> Bars(this XElement svg) => [.. svg.WithClass("chart-bar")];

    public static double Number(this XElement element, string attribute) =>
        double.Parse(element.Attribute(attribute)!.Value, CultureInfo.InvariantCulture);

    public static string Tooltip(this XElement element) => element.Elements().Single(e => e.Name.LocalName == "title").Value;

    /// <summary>The words a person sees, without tooltips and without the marks that isolate directions.</summary>
    public static string Words(this XElement text) =>
        string.Concat(text.Nodes().OfType<XText>().Select(t => t.Value)).Trim('\u2068', '\u2069');
}
