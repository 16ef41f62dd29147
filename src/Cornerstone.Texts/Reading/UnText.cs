using System.Buffers;

namespace Cornerstone.Texts;

/// <summary>Reads the text of a United Nations document: plain text, Markdown, or what <c>pdftotext</c> gives.</summary>
public static class UnText
{
    /// <summary>Control characters that are no white space: neither XML nor a database column can hold them.</summary>
    private static readonly SearchValues<char> Controls = SearchValues.Create(
        [.. Enumerable.Range(0, 32).Select(code => (char)code).Where(c => !char.IsWhiteSpace(c)), '\u001C', '\u001D', '\u001E', '\u001F', '\uFFFE', '\uFFFF']);

    /// <param name="language">ISO 639-1 code; null to tell from the text.</param>
    public static UnDocument Parse(string text, string? language = null)
    {
        ArgumentNullException.ThrowIfNull(text);

        // A blank keeps every offset where it was.
        text = text.AsSpan().ContainsAny(Controls) ? string.Create(text.Length, text, (blanked, source) => source.AsSpan().ReplaceAny(blanked, Controls, ' ')) : text;
        var assembler = new ParagraphAssembler(text);
        var paragraphs = assembler.Assemble();
        var document = DocumentStructure.Build(paragraphs, language ?? DocumentLanguage.Of(text), assembler.Marks);
        return Enriched(document);
    }

    /// <summary>Adds what the words say and what is odd, to the document and its parts.</summary>
    internal static UnDocument Enriched(UnDocument document)
    {
        var context = new DocumentContext(document.Language, document.Kind, document.Date, document.Symbol);
        var enriched = new List<Provision>(document.Provisions.Count);
        var findings = new List<Finding>();
        // Points follow the paragraph that governs them, so that the open chapeaux form a short stack.
        var open = new Stack<Provision>();
        foreach (var bare in document.Provisions)
        {
            while (open.Count > 0 && bare.Parent != open.Peek().Id)
            {
                open.Pop();
            }

            var provision = Enrichment.Enrich(bare, context, open.Count > 0 ? open.Peek() : null);
            open.Push(provision);
            enriched.Add(provision);
            findings.AddRange(Enrichment.ReferenceFindings(provision));
        }

        return document with
        {
            Provisions = enriched,
            Findings = [.. document.Findings, .. StructureFindings.Of(document), .. findings],
            Parts = document.Parts.Count == 0 ? document.Parts : [.. document.Parts.Select(Enriched)],
        };
    }
}
