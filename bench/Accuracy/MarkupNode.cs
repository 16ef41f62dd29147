using System.Text;
using System.Xml;

namespace Cornerstone.Bench.Accuracy;

/// <summary>An element of a marked-up document: the little that counting needs, apart from the reader that is measured elsewhere.</summary>
internal sealed class MarkupNode(string name)
{
    internal string Name { get; } = name;
    internal Dictionary<string, string> Attributes { get; } = [];
    internal List<MarkupNode> Children { get; } = [];

    /// <summary>Characters of a text node; null for an element.</summary>
    internal string? Characters { get; init; }

    internal string Text => string.Join(' ', Raw().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    internal MarkupNode? First(string child) => Children.Find(node => node.Name == child);

    internal IEnumerable<MarkupNode> Descendants(string element)
    {
        foreach (var child in Children)
        {
            if (child.Name == element) yield return child;
            foreach (var deeper in child.Descendants(element)) yield return deeper;
        }
    }

    internal string Raw()
    {
        if (Characters is not null) return Characters;
        var text = new StringBuilder();
        foreach (var child in Children) text.Append(child.Raw());
        return text.ToString();
    }

    internal static MarkupNode Load(string file)
    {
        using var reader = XmlReader.Create(file, new() { DtdProcessing = DtdProcessing.Prohibit, IgnoreComments = true });
        var root = new MarkupNode("");
        var open = new Stack<MarkupNode>([root]);
        while (reader.Read())
        {
            switch (reader.NodeType)
            {
                case XmlNodeType.Element:
                    var node = new MarkupNode(reader.LocalName);
                    var isEmpty = reader.IsEmptyElement;
                    while (reader.MoveToNextAttribute()) node.Attributes[reader.LocalName] = reader.Value;
                    open.Peek().Children.Add(node);
                    if (!isEmpty) open.Push(node);
                    break;
                case XmlNodeType.EndElement:
                    open.Pop();
                    break;
                case XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace:
                    open.Peek().Children.Add(new("") { Characters = reader.Value });
                    break;
            }
        }

        return root;
    }
}
