using System.Text;

namespace Cornerstone.Texts;

/// <summary>
/// An element by its local name, or a run of text (name null). Our own small tree: the strict and the tolerant reading
/// build the same one, and neither loads anything from outside.
/// </summary>
internal sealed class XmlNode(string? name, string? text, int line)
{
    private static readonly List<XmlNode> NoChildren = [];
    private List<XmlNode> _children = NoChildren;

    internal string? Name { get; } = name;
    internal string? Text { get; } = text;
    internal int Line { get; } = line;
    internal List<KeyValuePair<string, string>> Attributes { get; } = [];
    internal IReadOnlyList<XmlNode> Children => _children;

    internal static XmlNode Element(string name, int line) => new(name, null, line);

    internal static XmlNode Run(string text, int line) => new(null, text, line);

    internal void Add(XmlNode child)
    {
        if (ReferenceEquals(_children, NoChildren)) _children = [];
        _children.Add(child);
    }

    internal bool Is(string name) => Name == name;

    internal string? this[string attribute]
    {
        get
        {
            foreach (var (key, value) in Attributes)
            {
                if (key == attribute) return value;
            }

            return null;
        }
    }

    internal IEnumerable<XmlNode> Elements(string name) => _children.Where(child => child.Name == name);

    internal XmlNode? First(string name) => _children.Find(child => child.Name == name);

    /// <summary>Elements of this name at any depth, in document order.</summary>
    internal IEnumerable<XmlNode> Descendants(string name)
    {
        foreach (var child in _children)
        {
            if (child.Name == name) yield return child;
            foreach (var inner in child.Descendants(name)) yield return inner;
        }
    }

    internal XmlNode? FirstDescendant(string name) => Descendants(name).FirstOrDefault();

    /// <summary>The words inside, on one line; text of elements named in <paramref name="without"/> is left out.</summary>
    internal string Words(string? without = null)
    {
        var builder = new StringBuilder();
        Append(builder, without);
        return OneLine(builder);
    }

    private void Append(StringBuilder builder, string? without)
    {
        if (Text is not null) builder.Append(Text);
        foreach (var child in _children)
        {
            if (child.Name is not null && child.Name == without) continue;

            // Cells, list items and paragraphs stand apart on the page even when the markup leaves no space between them.
            if (child.Name is "td" or "th" or "p" or "item" or "br") builder.Append(' ');
            child.Append(builder, without);
        }
    }

    /// <summary>
    /// As the text engine cleans plain text: any space becomes one, non-breaking hyphens become hyphens,
    /// soft hyphens and direction marks go, because they are layout and would hide equal words from each other.
    /// </summary>
    private static string OneLine(StringBuilder builder)
    {
        var target = 0;
        var pendingSpace = false;
        for (var i = 0; i < builder.Length; i++)
        {
            var c = builder[i];
            if (char.IsWhiteSpace(c))
            {
                pendingSpace = target > 0;
                continue;
            }

            if (c is '\u00AD' or (>= '\u200B' and <= '\u200F') or '\u2060' or '\uFEFF') continue;
            if (pendingSpace) builder[target++] = ' ';
            pendingSpace = false;
            builder[target++] = c is '\u2010' or '\u2011' ? '-' : c;
        }

        builder.Length = target;
        return builder.ToString();
    }
}
