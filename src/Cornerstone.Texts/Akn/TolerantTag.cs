namespace Cornerstone.Texts;

/// <summary>One start tag, however untidy.</summary>
/// <param name="End">Offset of the first character after the tag.</param>
/// <param name="IsClosed">False when the file or the next tag came before the bracket.</param>
internal sealed record TolerantTag(
    string Name, List<KeyValuePair<string, string>> Attributes, int End, bool IsEmpty, bool IsClosed)
{
    internal static TolerantTag Read(string xml, int at)
    {
        var attributes = new List<KeyValuePair<string, string>>();
        var i = at + 1;
        var name = ReadName(xml, ref i);
        while (i < xml.Length && xml[i] is not ('>' or '<'))
        {
            if (xml[i] == '/' && i + 1 < xml.Length && xml[i + 1] == '>') return new(name, attributes, i + 2, true, true);
            if (!IsNamePart(xml[i])) i++;
            else attributes.Add(ReadAttribute(xml, ref i));
        }

        var isClosed = i < xml.Length && xml[i] == '>';
        return new(name, attributes, isClosed ? i + 1 : i, false, isClosed);
    }

    private static KeyValuePair<string, string> ReadAttribute(string xml, ref int i)
    {
        var name = ReadName(xml, ref i);
        SkipSpace(xml, ref i);
        if (i >= xml.Length || xml[i] != '=') return new(name, "");

        i++;
        SkipSpace(xml, ref i);
        return new(name, XmlCharacters.Unescape(ReadValue(xml, ref i)));
    }

    private static ReadOnlySpan<char> ReadValue(string xml, ref int i)
    {
        if (i >= xml.Length) return default;

        var quote = xml[i];
        var start = quote is '"' or '\'' ? i + 1 : i;
        var end = quote is '"' or '\''
            ? xml.IndexOf(quote, start)
            : start + Math.Max(0, xml.AsSpan(start).IndexOfAny(" \t\r\n>"));

        // An unclosed quote would swallow the rest of the file: stop at the end of the tag.
        var isLost = end < 0 || xml.AsSpan(start, end - start).Contains('<');
        if (isLost) end = start + Math.Max(0, xml.AsSpan(start).IndexOfAny('>', '<'));
        i = !isLost && quote is '"' or '\'' ? Math.Min(xml.Length, end + 1) : end;
        return xml.AsSpan(start, end - start);
    }

    private static string ReadName(string xml, ref int i)
    {
        var start = i;
        while (i < xml.Length && IsNamePart(xml[i])) i++;
        return xml[start..i];
    }

    private static void SkipSpace(string xml, ref int i)
    {
        while (i < xml.Length && char.IsWhiteSpace(xml[i])) i++;
    }

    private static bool IsNamePart(char c) => char.IsLetterOrDigit(c) || c is ':' or '_' or '-' or '.';
}
