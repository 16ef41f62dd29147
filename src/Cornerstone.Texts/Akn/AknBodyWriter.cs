using System.Xml;

namespace Cornerstone.Texts;

/// <summary>Preamble and main body: each provision inside its parent, in reading order.</summary>
internal sealed class AknBodyWriter(UnDocument document, XmlWriter xml)
{
    private readonly List<Provision> _provisions = [.. document.Provisions.Where(provision => provision.Kind != ProvisionKind.Footnote)];
    private readonly AknInlineWriter _inline = new(document, xml);
    private readonly HashSet<string> _elementIds = [];

    internal void Write()
    {
        var body = BodyStart();
        if (AknNames.IsResolution(document.Kind)) Preamble(body);
        xml.StartLine("mainBody");
        for (var i = AknNames.IsResolution(document.Kind) ? body : 0; i < _provisions.Count;) i = Top(i);
        xml.EndLine();
        _inline.WriteUncalledNotes();
    }

    /// <summary>The preamble ends with the last of the preambular paragraphs the document opens with; a few resolutions have more between sections.</summary>
    private int BodyStart()
    {
        var end = 0;
        for (var i = 0; i < _provisions.Count;)
        {
            if (_provisions[i].Kind == ProvisionKind.PP) end = EndOf(i);
            else if (_provisions[i].Kind != ProvisionKind.Heading) break;
            i = Math.Max(i + 1, end);
        }

        return end;
    }

    private void Preamble(int end)
    {
        xml.StartLine("preamble");
        xml.StartLine("formula");
        xml.Attribute("name", "enactingFormula");
        xml.WriteStartElement("p", AknWriter.Namespace);
        xml.Text(AknNames.Formula(document));
        xml.WriteEndElement();
        xml.WriteEndElement();
        for (var i = 0; i < end;)
        {
            if (_provisions[i].Kind == ProvisionKind.Heading)
            {
                Heading(_provisions[i++], "block");
                continue;
            }

            xml.StartLine("recitals");
            while (i < end && _provisions[i].Kind != ProvisionKind.Heading) i = Recital(i);
            xml.EndLine();
        }

        xml.EndLine();
    }

    private int Recital(int i)
    {
        var end = EndOf(i);
        Start("recital", _provisions[i]);
        Number(_provisions[i]);
        if (end > i + 1) List("blockList", "listIntroduction", "item", i, end);
        else _inline.Paragraph(_provisions[i]);
        xml.EndLine();
        return end;
    }

    private int Top(int i)
    {
        if (_provisions[i].Kind == ProvisionKind.Heading)
        {
            Heading(_provisions[i], "crossHeading");
            return i + 1;
        }

        var end = EndOf(i);
        Start("paragraph", _provisions[i]);
        Content(i, end);
        xml.EndLine();
        return end;
    }

    private void Content(int i, int end)
    {
        Number(_provisions[i]);
        if (end > i + 1)
        {
            List("list", "intro", "point", i, end);
            return;
        }

        xml.StartLine("content");
        _inline.Paragraph(_provisions[i]);
        xml.EndLine();
    }

    private void List(string list, string introduction, string item, int i, int end)
    {
        xml.StartLine(list);
        xml.StartLine(introduction);
        if (introduction == "intro") _inline.Paragraph(_provisions[i]);
        else _inline.Words(_provisions[i]);
        xml.WriteEndElement();
        var headings = new List<Provision>();
        for (var child = i + 1; child < end;)
        {
            if (_provisions[child].Kind == ProvisionKind.Heading)
            {
                headings.Add(_provisions[child++]);
                continue;
            }

            var next = EndOf(child);
            Start(item, _provisions[child]);
            if (_provisions[child].Parent != _provisions[i].Id) xml.Attribute("refersTo", _provisions[child].Parent);
            foreach (var heading in headings) Heading(heading, "subheading");
            headings.Clear();
            if (item == "item") Item(child, next);
            else Content(child, next);
            xml.EndLine();
            child = next;
        }

        xml.EndLine();
    }

    private void Item(int i, int end)
    {
        Number(_provisions[i]);
        if (end > i + 1) List("blockList", "listIntroduction", "item", i, end);
        else _inline.Paragraph(_provisions[i]);
    }

    /// <summary>One past the last provision below this one; a heading belongs inside only when more of the inside follows.</summary>
    private int EndOf(int i)
    {
        var inside = new HashSet<string> { _provisions[i].Id };
        var end = i + 1;
        for (var next = i + 1; next < _provisions.Count; next++)
        {
            var provision = _provisions[next];
            if (provision.Kind == ProvisionKind.Heading) continue;
            if (provision.Parent is null || !inside.Contains(provision.Parent)) break;
            inside.Add(provision.Id);
            end = next + 1;
        }

        return end;
    }

    private void Heading(Provision heading, string element)
    {
        Start(element, heading);
        if (element == "block") xml.Attribute("name", "subheading");
        _inline.Words(heading);
        xml.WriteEndElement();
    }

    private void Start(string element, Provision provision)
    {
        xml.StartLine(element);
        xml.Attribute("eId", ElementId(provision.Id));
        xml.Attribute("wId", provision.Id);
        xml.Attribute("class", AknClasses.Of(provision.Kind));
    }

    /// <summary>"op/20/k" becomes "op_20__k": an XML name, unique in its document.</summary>
    private string ElementId(string id)
    {
        var name = id.Replace('/', '_');
        while (!_elementIds.Add(name)) name += "_";
        return name;
    }

    private void Number(Provision provision)
    {
        if (provision.Number is not { } number) return;

        // Preambular paragraphs print no number; theirs is the last step of the address.
        if (provision.Kind == ProvisionKind.PP && provision.Id.EndsWith($"/{number}", StringComparison.Ordinal)) return;

        xml.StartLine("num");
        xml.Text(provision.Kind is ProvisionKind.OP or ProvisionKind.Para ? $"{number}." : number);
        xml.WriteEndElement();
    }
}
