namespace Cornerstone.Texts;

/// <summary>Head, body and attachments of one document element become one document, before its words are read.</summary>
internal static class AknDocument
{
    // The deepest real case is an enclosure of an annex.
    private const int DeepestPart = 5;

    // Title, note of reissue, announcing sentence and the first words quoted.
    private const int LongestFront = 8;

    internal static UnDocument Read(XmlNode node, List<Finding> findings)
    {
        var head = new AknHead(node);
        if (AknAddressed.Is(node)) return Document(node, head, AknAddressed.Read(node), [], findings);

        var blocks = AknBody.Of(node.Children.Where(child => child.Name is "preface" or "preamble" or "mainBody" or "conclusions"));
        if (head.Kind == DocumentKind.PresidentialStatement) blocks.RemoveRange(0, StatementLines.BodyStart([.. blocks.Take(LongestFront).Select(block => block.Text)], 0));
        blocks.AddRange(Notes(node));
        var (own, annexes) = AknAnnexes.Split(blocks);
        return Document(node, head, AknProvisions.Build(own, head.Kind), annexes, findings);
    }

    private static UnDocument Document(XmlNode node, AknHead head, List<Provision> bare, List<List<AknBlock>> annexes, List<Finding> findings)
    {
        return new UnDocument
        {
            Symbol = head.Symbol,
            Aliases = head.Aliases,
            Kind = head.Kind,
            Title = head.Title,
            Date = head.Date,
            Language = head.Language,
            Sponsors = head.Sponsors,
            Vote = head.Vote,
            Metadata = head.Metadata,
            Provisions = bare,
            Parts = [.. annexes.Select(annex => Part(annex, head)), .. Attachments(node, head, 1)],
            Findings = findings,
        };
    }

    private static IEnumerable<UnDocument> Attachments(XmlNode node, AknHead head, int depth) =>
        node.Elements("attachments").Concat(node.Elements("components"))
            .SelectMany(holder => holder.Children.Where(child => child.Name is "attachment" or "component"))
            .SelectMany(attachment => attachment.Children)
            .Where(child => child.First("mainBody") is not null)
            .Select(child => Attachment(child, head, depth));

    private static UnDocument Attachment(XmlNode node, AknHead head, int depth)
    {
        // With a first page of its own it is a whole document; the published annexes have none.
        if (node.Is("statement") || node.First("coverPage") is not null) return Read(node, []);

        var part = Part(AknBody.Of(node.Children.Where(child => child.Name is "preface" or "preamble" or "mainBody")), head);
        return depth >= DeepestPart ? part : part with { Parts = [.. Attachments(node, head, depth + 1)] };
    }

    /// <summary>An annex is a document of its own, so that its numbers cannot disturb those of the resolution; its first heading is its title.</summary>
    private static UnDocument Part(List<AknBlock> blocks, AknHead head)
    {
        var title = blocks.Count > 0 && AknAnnexes.IsTitle(blocks[0]) ? blocks[0].Text : null;
        return new UnDocument
        {
            Kind = DocumentKind.Other,
            Title = title,
            Date = head.Date,
            Language = head.Language,
            Provisions = AknProvisions.Build(title is null ? blocks : blocks[1..], DocumentKind.Other),
        };
    }

    private static IEnumerable<AknBlock> Notes(XmlNode node) =>
        (node.First("meta")?.Elements("notes") ?? []).SelectMany(notes => notes.Elements("note"))
            .Select(note => note.Words().TrimStart('*', ' '))
            .Where(text => text != "")
            .Select(text => new AknBlock(AknRole.Footnote, "*", text, 0, []));
}
