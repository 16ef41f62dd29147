using System.Xml;

namespace Cornerstone.Texts;

/// <summary>
/// The words of a Word document as paragraphs separated by blank lines, with the numbers Word would print.
/// Macros, links, pictures and embedded objects are not looked at; deleted text of tracked changes is left out.
/// </summary>
public static class DocxText
{
    private const string Body = "word/document.xml";

    /// <exception cref="UnreadableDocumentException">The package is damaged, built to harm, or no Word document.</exception>
    public static string Read(ReadOnlyMemory<byte> bytes)
    {
        using var package = new SafePackage(bytes);
        using var body = package.Part(Body) ?? throw new UnreadableDocumentException(
            UnreadableRule.WrongKind, $"entry {Body}", "The package holds no Word document.");
        var numbering = DocxNumbering.Read(Tree(package, "word/numbering.xml"), Tree(package, "word/styles.xml"));
        List<string> paragraphs = [.. HeadSymbols(package)];
        var notes = Footnotes(package);
        Paragraphs(body, Body, new DocxBody.Sources(numbering, NumbersOf(notes)), paragraphs);
        paragraphs.AddRange(notes.Select((note, i) => $"{DocxBody.Superscript(i + 1)} {note.Words}"));
        return string.Join("\n\n", paragraphs);
    }

    /// <summary>UN documents print their symbol in the page head, which is a part of its own.</summary>
    private static IEnumerable<string> HeadSymbols(SafePackage package)
    {
        var lines = new List<string>();
        foreach (var name in package.Names.Where(name => name.StartsWith("word/header", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            using var part = package.Part(name);
            if (part is not null) Paragraphs(part, name, new DocxBody.Sources(DocxNumbering.None, []), lines);
        }

        return lines.Where(line => DocumentSymbol.TryParse(line, out _)).Distinct();
    }

    private static void Paragraphs(Stream part, string name, DocxBody.Sources sources, List<string> paragraphs) =>
        Guarded(name, () =>
        {
            using var reader = XmlReader.Create(part, Settings());
            new DocxBody(reader, sources, paragraphs).Read();
            return true;
        });

    private static List<(string Id, string Words)> Footnotes(SafePackage package)
    {
        var notes = new List<(string Id, string Words)>();
        foreach (var note in Tree(package, "word/footnotes.xml")?.Descendants("footnote") ?? [])
        {
            // Separator lines are stored as footnotes with a type.
            if (note["type"] is "separator" or "continuationSeparator" or "continuationNotice") continue;
            var words = string.Concat(note.Descendants("t").SelectMany(run => run.Children).Select(child => child.Text)).Trim();
            if (note["id"] is { } id && words != "") notes.Add((id, words));
        }

        return notes;
    }

    /// <summary>Word numbers footnotes by their order; the ids in the file are only names.</summary>
    private static Dictionary<string, int> NumbersOf(List<(string Id, string Words)> notes)
    {
        var numbers = new Dictionary<string, int>();
        foreach (var (id, _) in notes) numbers.TryAdd(id, numbers.Count + 1);
        return numbers;
    }

    private static XmlNode? Tree(SafePackage package, string name)
    {
        using var part = package.Part(name);
        return part is null ? null : Guarded(name, () =>
        {
            using var reader = XmlReader.Create(part, Settings());
            return StrictXml.Read(reader);
        });
    }

    private static T Guarded<T>(string name, Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException fault)
        {
            throw new UnreadableDocumentException(
                fault.Message.Contains("DTD", StringComparison.Ordinal) ? UnreadableRule.HostileXml : UnreadableRule.Damaged,
                $"entry {name}, line {fault.LineNumber}", $"The part {name} is not well-formed at line {fault.LineNumber}, column {fault.LinePosition}.", fault);
        }
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        MaxCharactersInDocument = 4L * XmlLimits.Characters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
    };
}
