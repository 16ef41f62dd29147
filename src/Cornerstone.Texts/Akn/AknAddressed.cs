using System.Text;

namespace Cornerstone.Texts;

/// <summary>
/// Provisions of a file in which each carries its platform address (<c>wId</c>), as <see cref="AknWriter"/> writes them:
/// nothing has to be inferred from numbers or nesting.
/// </summary>
internal sealed class AknAddressed
{
    private readonly List<Provision> _provisions = [];
    private readonly List<Provision> _notes = [];

    internal static bool Is(XmlNode document) =>
        document.First("meta")?.First("identification")?["source"] == AknMetaWriter.Source;

    internal static List<Provision> Read(XmlNode document)
    {
        var reader = new AknAddressed();
        foreach (var part in document.Children.Where(child => child.Name is "preamble" or "mainBody" or "conclusions")) reader.Walk(part, null);
        return [.. reader._provisions, .. reader._notes];
    }

    private void Walk(XmlNode node, string? parent)
    {
        foreach (var child in node.Children)
        {
            if (child.Is("subheading") && node["wId"] is not null) continue;

            if (child["wId"] is not { } id)
            {
                Walk(child, parent);
            }
            else if (child.Is("authorialNote"))
            {
                Note(child, id);
            }
            else
            {
                // A heading before a point can only stand inside it, yet it is read first.
                foreach (var heading in child.Elements("subheading")) Place(heading, heading["wId"] ?? id, null);
                Place(child, id, IsHeading(child) ? null : child["refersTo"] ?? parent);
            }
        }
    }

    private void Place(XmlNode node, string id, string? parent)
    {
        _provisions.Add(Provision(node, id, parent));
        Walk(node, id);
    }

    private void Note(XmlNode node, string id) =>
        _notes.Add(Provision(node, id, null) with { Kind = ProvisionKind.Footnote, Number = node["marker"] });

    private static Provision Provision(XmlNode node, string id, string? parent)
    {
        var kind = IsHeading(node) ? ProvisionKind.Heading : AknClasses.Kind(node["class"]) ?? ProvisionKind.Para;
        return new Provision
        {
            Id = id,
            Kind = kind,
            Number = kind == ProvisionKind.PP ? node.First("num")?.Words() ?? id[(id.LastIndexOf('/') + 1)..] : Number(node, kind),
            Parent = parent,
            Text = Own(node),
            Footnotes = [.. Calls(node).Distinct()],
        };
    }

    private static string? Number(XmlNode node, ProvisionKind kind)
    {
        var printed = node.First("num")?.Words();
        return kind is ProvisionKind.OP or ProvisionKind.Para && printed?.EndsWith('.') == true ? printed[..^1] : printed;
    }

    private static bool IsHeading(XmlNode node) => node.Name is "crossHeading" or "subheading" or "heading" or "block";

    /// <summary>The words of this provision without those of the provisions and notes inside it.</summary>
    private static string Own(XmlNode node)
    {
        var builder = new StringBuilder();
        Append(node, builder);
        return builder.ToString();
    }

    private static void Append(XmlNode node, StringBuilder builder)
    {
        foreach (var child in node.Children)
        {
            if (child["wId"] is not null || child.Is("num")) continue;
            if (child.Text is not null && !IsLayout(node)) builder.Append(child.Text);
            Append(child, builder);
        }
    }

    /// <summary>Line breaks between the elements of these are the writer's, not the text's.</summary>
    private static bool IsLayout(XmlNode node) =>
        node.Name is "paragraph" or "point" or "item" or "recital" or "list" or "blockList" or "content" or "intro";

    private static IEnumerable<string> Calls(XmlNode node)
    {
        foreach (var child in node.Children)
        {
            if (child.Is("authorialNote") && child["wId"] is { } id) yield return id;
            else if (child.Is("noteRef") && child["href"] is ['#', .. var called]) yield return called;
            else if (child["wId"] is null)
            {
                foreach (var call in Calls(child)) yield return call;
            }
        }
    }
}
