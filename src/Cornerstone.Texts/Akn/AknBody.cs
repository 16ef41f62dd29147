namespace Cornerstone.Texts;

/// <summary>Walks preamble and main body and lists their paragraphs in reading order, whatever the markup nests them in.</summary>
internal sealed class AknBody
{
    private readonly List<AknBlock> _blocks = [];
    private readonly List<AknBlock> _notes = [];

    private AknBody()
    {
    }

    /// <summary>Paragraphs of these elements, their footnotes last.</summary>
    internal static List<AknBlock> Of(params IEnumerable<XmlNode> roots)
    {
        var body = new AknBody();
        foreach (var root in roots) body.Walk(root);
        return [.. body._blocks, .. body._notes];
    }

    private void Walk(XmlNode node)
    {
        foreach (var child in node.Children) Visit(child, node.Is("preamble"));
    }

    private void Visit(XmlNode node, bool isPreamble)
    {
        switch (node.Name)
        {
            // The enacting words ("The Security Council,") introduce provisions and are none; titles belong to the head.
            case null or "meta" or "coverPage" or "formula" or "attachments" or "attachment" or "docTitle" or "num":
            case "p" when node.FirstDescendant("docTitle") is not null:
                break;
            case "heading" or "subheading":
                Add(AknRole.Heading, null, node);
                break;
            case "crossHeading":
                Add(node["refersTo"] == "#preamble" ? AknRole.Preambular : AknRole.Heading, null, node);
                break;
            case "section" or "part" or "chapter" or "hcontainer":
                AddHeading(node.First("num"), null);
                Walk(node);
                break;
            case "paragraph" or "article" or "rule":
                Paragraph(node);
                break;
            case "list" or "sublist" or "blockList":
                List(node, 1);
                break;
            case "table":
                foreach (var row in node.Descendants("tr")) Row(row);
                break;
            default:
                Other(node, isPreamble);
                break;
        }
    }

    private void Other(XmlNode node, bool isPreamble)
    {
        if (isPreamble && node.Is("block"))
        {
            Add(AknRole.Heading, null, node);
        }
        else if (isPreamble && node.Name is "container" or "recital" or "p")
        {
            Recital(node);
        }
        else if (node.Name is "p" or "content")
        {
            Add(AknRole.Paragraph, null, node);
        }
        else
        {
            foreach (var child in node.Children) Visit(child, isPreamble);
        }
    }

    /// <summary>A few files end the preamble with "Acting under Chapter VII:" and list the first operative paragraphs below it.</summary>
    private void Recital(XmlNode node)
    {
        var list = node.Children.FirstOrDefault(child => child.Name is "blockList" or "list");
        if (list is null)
        {
            Add(AknRole.Preambular, null, node);
            return;
        }

        Add(AknRole.Preambular, null, [.. OwnWords(list)]);
        foreach (var item in list.Children.Where(child => child.Name is "item" or "point"))
        {
            if (AknNumber.OfParagraph(item.First("num")?.Words()) is null) Point(item, 1);
            else Paragraph(item);
        }
    }

    private void Paragraph(XmlNode node)
    {
        var number = node.First("num");
        var heading = node.First("heading") ?? node.First("subheading");
        if (heading is not null && node.First("content") is null && node.First("list") is null)
        {
            // "(a) Protection of civilians" is set like a heading, yet counts among the points.
            if (IsLetter(number)) Add(AknRole.Paragraph, number!.Words(), heading);
            else AddHeading(number, heading);
            return;
        }

        if (heading is not null) Add(AknRole.Heading, null, heading);
        if (node.First("list") is { } list)
        {
            Add(AknRole.Paragraph, number?.Words(), [.. node.Elements("content"), .. OwnWords(list)]);
            List(list, 1);
            return;
        }

        // In broken files text stands straight in the paragraph, without the content element.
        var isHeadingClass = node["class"] is { } style && style.StartsWith('H');
        var own = node.Children.Where(child => child.Name is not ("num" or "heading" or "subheading")).ToList();
        if (isHeadingClass && !IsLetter(number) && !EndsAsSentence(own)) AddHeading(number, own.Count == 0 ? null : Joined(own));
        else Add(AknRole.Paragraph, number?.Words(), own);
    }

    /// <summary>A point's text is its content or the introduction of its own list; a sublist after a point belongs to that point.</summary>
    private void List(XmlNode list, int level)
    {
        foreach (var child in list.Children)
        {
            switch (child.Name)
            {
                case "point" or "item" or "indent":
                    Point(child, level);
                    break;
                case "sublist" or "list" or "blockList":
                    List(child, level + 1);
                    break;
                case "heading" or "subheading" or "crossHeading":
                    Add(AknRole.Heading, null, child);
                    break;
            }
        }
    }

    private void Point(XmlNode point, int level)
    {
        foreach (var heading in point.Elements("subheading").Concat(point.Elements("heading"))) Add(AknRole.Heading, null, heading);
        var lists = point.Children.Where(child => child.Name is "list" or "sublist" or "blockList").ToList();
        var own = point.Children.Where(child => child.Name is "content" or "p").Concat(lists.SelectMany(OwnWords));
        Add(AknRole.Point, point.First("num")?.Words(), [.. own], level);
        foreach (var list in lists) List(list, level + 1);
    }

    /// <summary>The words of a list that belong to its paragraph: what leads in, and what follows the points ("wrap up").</summary>
    private static IEnumerable<XmlNode> OwnWords(XmlNode list) =>
        list.Children.Where(child => child.Name is "intro" or "listIntroduction" or "wrapUp" or "listWrapUp");

    private void Row(XmlNode row)
    {
        var cells = row.Children.Where(cell => cell.Name is "td" or "th").Select(cell => cell.Words("authorialNote")).Where(words => words != "");
        var text = string.Join(" | ", cells);
        if (text != "") _blocks.Add(new AknBlock(AknRole.Paragraph, null, text, 0, []));
    }

    private void AddHeading(XmlNode? number, XmlNode? heading)
    {
        var text = string.Join(' ', new[] { number?.Words(), heading?.Words("authorialNote") }.Where(part => !string.IsNullOrEmpty(part)));
        if (text != "") _blocks.Add(new AknBlock(AknRole.Heading, null, text, 0, heading is null ? [] : Notes(heading)));
    }

    private void Add(AknRole role, string? number, XmlNode node) => Add(role, number, [node]);

    private void Add(AknRole role, string? number, IReadOnlyList<XmlNode> nodes, int level = 0)
    {
        var all = Joined(nodes);
        var text = all.Words("authorialNote");
        if (text != "" || number is not null) _blocks.Add(new AknBlock(role, number, text, level, Notes(all)));
    }

    private List<string> Notes(XmlNode node)
    {
        var called = new List<string>();
        foreach (var note in node.Descendants("authorialNote"))
        {
            var marker = note["marker"] ?? "*";
            called.Add(marker);
            _notes.Add(new AknBlock(AknRole.Footnote, marker, note.Words().TrimStart('(', ')', ' '), 0, []));
        }

        return called;
    }

    private static XmlNode Joined(IReadOnlyList<XmlNode> nodes)
    {
        if (nodes.Count == 1) return nodes[0];

        var joined = XmlNode.Element("joined", nodes.Count == 0 ? 0 : nodes[0].Line);
        foreach (var node in nodes)
        {
            joined.Add(node);
            joined.Add(XmlNode.Run(" ", node.Line));
        }

        return joined;
    }

    private static bool IsLetter(XmlNode? number) => Marker.Read(number?.Words()) is { Kind: MarkerKind.Letter, IsUpper: false };

    private static bool EndsAsSentence(IReadOnlyList<XmlNode> nodes) => Joined(nodes).Words() is { Length: > 0 } text && text[^1] is '.' or ';' or ',' or ':' or '؛' or '。';
}
