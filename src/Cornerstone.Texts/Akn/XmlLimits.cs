namespace Cornerstone.Texts;

/// <summary>
/// Bounds no real document comes near (of 1,572 published AKN4UN files the largest has 1.2 million characters, 19,000 tags and depth 29), checked before any parser runs;
/// security handbook §5.8 and cases XM-01 to XM-06.
/// </summary>
internal static class XmlLimits
{
    internal const int Characters = 8_000_000;
    internal const int Depth = 200;
    private const int Tags = 400_000;
    private const int EqualSignsInOneTag = 2_000;

    internal static void Check(string xml)
    {
        if (xml.Length > Characters)
        {
            throw new UnreadableDocumentException(UnreadableRule.TooLarge, "",
                $"The XML has {xml.Length} characters; documents up to {Characters} are read.");
        }

        RefuseDocumentType(xml);
        RefuseFloods(xml);
    }

    /// <summary>Entities and external subsets live in a document type declaration, which Akoma Ntoso never needs.</summary>
    private static void RefuseDocumentType(string xml)
    {
        for (var at = xml.IndexOf("<!", StringComparison.Ordinal); at >= 0; at = xml.IndexOf("<!", at + 2, StringComparison.Ordinal))
        {
            var rest = xml.AsSpan(at + 2);
            if (rest.StartsWith("--"))
            {
                at = Math.Max(at, xml.IndexOf("-->", at + 4, StringComparison.Ordinal));
            }
            else if (rest.StartsWith("[CDATA["))
            {
                at = Math.Max(at, xml.IndexOf("]]>", at + 9, StringComparison.Ordinal));
            }
            else if (rest.StartsWith("DOCTYPE", StringComparison.OrdinalIgnoreCase) || rest.StartsWith("ENTITY", StringComparison.Ordinal))
            {
                throw Hostile(at, xml, "a document type declaration, which could read other files or grow without end");
            }
        }
    }

    /// <summary>"&lt;" cannot stand in an attribute value, so signs are counted from one "&lt;" to the next.</summary>
    private static void RefuseFloods(string xml)
    {
        int signs = 0, tags = 0;
        for (var i = 0; i < xml.Length; i++)
        {
            if (xml[i] == '<') signs = 0;
            if (xml[i] == '<' && ++tags > Tags) throw Hostile(i, xml, $"more than {Tags} tags");
            if (xml[i] == '=' && ++signs > EqualSignsInOneTag) throw Hostile(i, xml, $"more than {EqualSignsInOneTag} attributes in one element");
        }
    }

    internal static UnreadableDocumentException TooDeep(int line, int column) => new(
        UnreadableRule.HostileXml, $"line {line}, column {column}", $"The XML nests deeper than {Depth} elements.");

    private static UnreadableDocumentException Hostile(int at, string xml, string what)
    {
        var line = 1 + xml.AsSpan(0, at).Count('\n');
        var column = at - xml.LastIndexOf('\n', Math.Max(0, at - 1));
        return new UnreadableDocumentException(UnreadableRule.HostileXml, $"line {line}, column {column}", $"The XML holds {what}.");
    }
}
