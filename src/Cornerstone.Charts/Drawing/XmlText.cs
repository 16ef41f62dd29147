using System.Text;
using System.Xml;

namespace Cornerstone.Charts.Drawing;

/// <summary>Makes any string safe inside an SVG.</summary>
internal static class XmlText
{
    private const char Replacement = '\uFFFD';

    /// <summary>Escapes mark-up, and shows characters that XML forbids (controls, halves of surrogate pairs) as �.</summary>
    public static string Escape(string text)
    {
        var safe = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i]))
                safe.Append(text[i]).Append(text[++i]);
            else
                AppendEscaped(safe, text[i]);
        }

        return safe.ToString();
    }

    private static void AppendEscaped(StringBuilder safe, char c)
    {
        switch (c)
        {
            case '<': safe.Append("&lt;"); break;
            case '>': safe.Append("&gt;"); break;
            case '&': safe.Append("&amp;"); break;
            case '"': safe.Append("&quot;"); break;
            // HTML and XML disagree on apostrophes' entity; the number is common to both.
            case '\'': safe.Append("&#39;"); break;
            case '\r' or '\n' or '\t': safe.Append(' '); break;
            default: safe.Append(XmlConvert.IsXmlChar(c) && !IsC1Control(c) ? c : Replacement); break;
        }
    }

    private static bool IsC1Control(char c) => c is >= '\u007F' and <= '\u009F';
}
