using System.IO.Compression;
using System.Text;

namespace Cornerstone.Texts.Tests.Forms;

/// <summary>Small Word files made part by part.</summary>
internal sealed class WordFile
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private readonly List<(string Name, byte[] Content)> _parts = [];

    internal static WordFile With(string body) => new WordFile().Part("word/document.xml", $"<w:document {Namespace}><w:body>{body}</w:body></w:document>");

    internal static string Paragraph(string text, string properties = "") => $"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>";

    internal static string InList(int level, int number = 1) => $"<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"{number}\"/></w:numPr>";

    internal WordFile Numbering() => Part("word/numbering.xml", $"""
        <w:numbering {Namespace}><w:abstractNum w:abstractNumId="7">
        <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>
        <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="(%2)"/></w:lvl>
        <w:lvl w:ilvl="2"><w:start w:val="1"/><w:numFmt w:val="lowerRoman"/><w:lvlText w:val="(%3)"/></w:lvl>
        </w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num></w:numbering>
        """);

    internal WordFile Styles(string styles) => Part("word/styles.xml", $"<w:styles {Namespace}>{styles}</w:styles>");

    internal WordFile Footnotes(string notes) => Part("word/footnotes.xml", $"<w:footnotes {Namespace}>{notes}</w:footnotes>");

    internal WordFile Header(string body) => Part("word/header1.xml", $"<w:hdr {Namespace}>{body}</w:hdr>");

    internal WordFile Part(string name, string content) => Part(name, Encoding.UTF8.GetBytes(content));

    internal WordFile Part(string name, byte[] content)
    {
        _parts.Add((name, content));
        return this;
    }

    internal byte[] Bytes()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in _parts)
            {
                using var entry = archive.CreateEntry(name).Open();
                entry.Write(content);
            }
        }

        return memory.ToArray();
    }
}
