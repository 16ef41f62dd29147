using System.Xml;

namespace Cornerstone.Texts;

/// <summary>The words of a provision with its lead verbs in italics, its references as links and its footnotes.</summary>
internal sealed class AknInlineWriter(UnDocument document, XmlWriter xml)
{
    private readonly Dictionary<string, Provision> _notes =
        document.Provisions.Where(provision => provision.Kind == ProvisionKind.Footnote).ToDictionary(note => note.Id);

    private readonly HashSet<string> _called = [];

    private readonly record struct Span(int Start, int Length, string? Address);

    internal void Paragraph(Provision provision)
    {
        xml.WriteStartElement("p", AknWriter.Namespace);
        Words(provision);
        xml.WriteEndElement();
    }

    internal void Words(Provision provision)
    {
        var text = provision.Text;
        var at = 0;
        foreach (var span in Spans(provision))
        {
            xml.Text(text[at..span.Start]);
            xml.WriteStartElement(span.Address is null ? "i" : "a", AknWriter.Namespace);
            xml.Attribute("href", span.Address);
            xml.Text(text.Substring(span.Start, span.Length));
            xml.WriteEndElement();
            at = span.Start + span.Length;
        }

        xml.Text(text[at..]);
        foreach (var id in provision.Footnotes) Note(id);
    }

    /// <summary>Footnotes nobody calls still belong to the document.</summary>
    internal void WriteUncalledNotes()
    {
        var uncalled = _notes.Values.Where(note => !_called.Contains(note.Id)).ToList();
        if (uncalled.Count == 0) return;

        xml.StartLine("conclusions");
        xml.WriteStartElement("p", AknWriter.Namespace);
        foreach (var note in uncalled) Note(note.Id);
        xml.WriteEndElement();
        xml.EndLine();
    }

    private void Note(string id)
    {
        if (!_notes.TryGetValue(id, out var note)) return;

        if (!_called.Add(id))
        {
            // A second call of the same note only points to it.
            xml.WriteStartElement("noteRef", AknWriter.Namespace);
            xml.Attribute("href", $"#{id}");
            xml.Attribute("marker", note.Number ?? "*");
            xml.WriteEndElement();
            return;
        }

        xml.WriteStartElement("authorialNote", AknWriter.Namespace);
        xml.Attribute("marker", note.Number ?? "*");
        xml.Attribute("placement", "bottom");
        xml.Attribute("wId", id);
        xml.WriteStartElement("p", AknWriter.Namespace);
        Words(note with { Footnotes = [] });
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static IEnumerable<Span> Spans(Provision provision)
    {
        var spans = provision.References.Where(reference => IsIn(provision.Text, reference))
            .Select(reference => new Span(reference.Start, reference.Written.Length, Address(reference.Symbol!)))
            .Concat(Verbs(provision));
        var end = 0;
        foreach (var span in spans.OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            if (span.Start < end) continue;
            yield return span;
            end = span.Start + span.Length;
        }
    }

    private static bool IsIn(string text, Reference reference) =>
        reference is { Symbol: not null, Start: >= 0 } && string.CompareOrdinal(text, reference.Start, reference.Written, 0, reference.Written.Length) == 0;

    private static IEnumerable<Span> Verbs(Provision provision)
    {
        var from = 0;
        foreach (var verb in provision.LeadVerbs)
        {
            var at = provision.Text.IndexOf(verb, from, StringComparison.Ordinal);
            if (at < 0 || verb.Length == 0) continue;
            yield return new Span(at, verb.Length, null);
            from = at + verb.Length;
        }
    }

    private static string Address(string symbol) => DocumentSymbol.TryParse(symbol, out var parsed)
        ? parsed.OfficialAddress
        : $"https://undocs.org/en/{symbol.Replace(" ", "", StringComparison.Ordinal)}";
}
