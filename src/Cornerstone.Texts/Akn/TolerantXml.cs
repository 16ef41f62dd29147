namespace Cornerstone.Texts;

/// <summary>
/// XML that is not well-formed, read as far as its meaning is plain: unclosed and unmatched tags, bare ampersands, undeclared prefixes,
/// unquoted or repeated attributes. Every repair of the tags is reported with its line and column.
/// </summary>
internal sealed class TolerantXml
{
    internal const string Malformed = "X1";

    // A file broken throughout would drown its reader in findings; the first few show what is wrong.
    private const int MostFindings = 20;

    private readonly string _xml;
    private readonly List<Finding> _findings;
    private readonly List<XmlNode> _open = [XmlNode.Element("#document", 1)];
    private int _at;
    private int _line = 1;
    private int _lineStart;

    private TolerantXml(string xml, List<Finding> findings) => (_xml, _findings) = (xml, findings);

    internal static XmlNode Read(string xml, List<Finding> findings)
    {
        var reader = new TolerantXml(xml, findings);
        reader.ReadAll();
        return reader._open[0];
    }

    private void ReadAll()
    {
        while (_at < _xml.Length)
        {
            if (_xml[_at] == '<' && OpensMarkup()) ReadMarkup();
            else ReadText();
        }

        for (var i = _open.Count - 1; i > 0; i--) Report($"<{_open[i].Name}> of line {_open[i].Line} is never closed");
    }

    /// <summary>A "&lt;" followed by anything but a name, "/", "!" or "?" is a forgotten escape.</summary>
    private bool OpensMarkup() =>
        _at + 1 < _xml.Length && (_xml[_at + 1] is '/' or '!' or '?' || char.IsLetter(_xml[_at + 1]) || _xml[_at + 1] == '_');

    private void ReadText()
    {
        var next = _xml.IndexOf('<', _at + 1);
        var end = next < 0 ? _xml.Length : next;
        _open[^1].Add(XmlNode.Run(XmlCharacters.Unescape(_xml.AsSpan(_at, end - _at)), _line));
        MoveTo(end);
    }

    private void ReadMarkup()
    {
        var rest = _xml.AsSpan(_at);
        if (rest.StartsWith("<!--")) Skip("-->");
        else if (rest.StartsWith("<?")) Skip("?>");
        else if (rest.StartsWith("<![CDATA[")) ReadCharacterData();
        else if (rest.StartsWith("<!")) Skip(">");
        else if (rest.StartsWith("</")) ReadEndTag();
        else ReadStartTag();
    }

    private void Skip(string terminator)
    {
        var end = _xml.IndexOf(terminator, _at, StringComparison.Ordinal);
        MoveTo(end < 0 ? _xml.Length : end + terminator.Length);
    }

    private void ReadCharacterData()
    {
        var start = _at + "<![CDATA[".Length;
        var end = _xml.IndexOf("]]>", start, StringComparison.Ordinal);
        if (end < 0) end = _xml.Length;
        _open[^1].Add(XmlNode.Run(_xml[start..end], _line));
        MoveTo(Math.Min(_xml.Length, end + 3));
    }

    private void ReadEndTag()
    {
        var end = _xml.IndexOf('>', _at);
        if (end < 0) end = _xml.Length;
        var name = LocalName(_xml.AsSpan(_at + 2, end - _at - 2).Trim());
        var match = _open.FindLastIndex(node => node.Name == name);
        if (match > 0) CloseDownTo(match);
        else Report($"</{name}> closes nothing and was ignored");
        MoveTo(Math.Min(_xml.Length, end + 1));
    }

    private void CloseDownTo(int match)
    {
        for (var i = _open.Count - 1; i > match; i--)
        {
            Report($"<{_open[i].Name}> of line {_open[i].Line} is not closed before </{_open[match].Name}>");
        }

        _open.RemoveRange(match, _open.Count - match);
    }

    private void ReadStartTag()
    {
        if (_open.Count > XmlLimits.Depth) throw XmlLimits.TooDeep(_line, Column);

        var tag = TolerantTag.Read(_xml, _at);
        var element = XmlNode.Element(LocalName(tag.Name), _line);
        foreach (var (name, value) in tag.Attributes)
        {
            var local = LocalName(name);
            if (!name.StartsWith("xmlns", StringComparison.Ordinal) && element[local] is null) element.Attributes.Add(new(local, value));
        }

        CloseForgottenParagraph(element);
        if (!tag.IsClosed) Report($"<{tag.Name}> has no closing bracket");
        _open[^1].Add(element);
        if (!tag.IsEmpty) _open.Add(element);
        MoveTo(tag.End);
    }

    /// <summary>Published files never nest paragraphs outside quotations: an open one that meets the next was never closed.</summary>
    private void CloseForgottenParagraph(XmlNode element)
    {
        if (element.Name is not ("paragraph" or "alinea")) return;

        var open = _open.FindLastIndex(node => node.Name is "paragraph" or "alinea");
        if (open <= 0 || _open.FindIndex(open, node => node.Name is "quotedStructure" or "list") > 0) return;
        Report($"<{_open[open].Name}> of line {_open[open].Line} is not closed before <{element.Name}>");
        _open.RemoveRange(open, _open.Count - open);
    }

    private int Column => _at - _lineStart + 1;

    private void MoveTo(int next)
    {
        for (var i = _xml.IndexOf('\n', _at, next - _at); i >= 0; i = _xml.IndexOf('\n', i + 1, next - i - 1))
        {
            _line++;
            _lineStart = i + 1;
        }

        _at = next;
    }

    private void Report(string what)
    {
        if (_findings.Count >= MostFindings) return;
        _findings.Add(new Finding(Malformed, FindingSeverity.Warning, $"line {_line}", $"Line {_line}, column {Column}: {what}."));
    }

    private static string LocalName(ReadOnlySpan<char> name)
    {
        var colon = name.LastIndexOf(':');
        return (colon < 0 ? name : name[(colon + 1)..]).ToString();
    }
}
