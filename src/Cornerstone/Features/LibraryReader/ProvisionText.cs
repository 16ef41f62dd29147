using System.Text.Encodings.Web;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Features.LibraryReader;

/// <summary>A provision's words as markup: lead verbs set off, references made links. Everything from the text is encoded.</summary>
public static class ProvisionText
{
    public static IHtmlContent Render(LibraryProvision provision, IEnumerable<Citation> citations, string country)
    {
        var html = new HtmlContentBuilder();
        var at = 0;
        foreach (var piece in Pieces(provision, citations))
        {
            html.AppendHtml(Encoded(provision.Text[at..piece.Start]));
            var words = provision.Text.Substring(piece.Start, piece.Length);
            html.AppendHtml(piece.Citation is null ? $"<span class=\"verb\">{Encode(words)}</span>" : Link(words, piece.Citation, provision, country));
            at = piece.Start + piece.Length;
        }

        return html.AppendHtml(Encoded(provision.Text[at..]));
    }

    private static List<Piece> Pieces(LibraryProvision provision, IEnumerable<Citation> citations)
    {
        var references = citations
            .Where(c => c.Reference.Start >= 0 && string.CompareOrdinal(provision.Text, c.Reference.Start, c.Reference.Written, 0, c.Reference.Written.Length) == 0)
            .Select(c => new Piece(c.Reference.Start, c.Reference.Written.Length, c));
        var pieces = new List<Piece>();
        foreach (var piece in references.Concat(Verbs(provision)).OrderBy(p => p.Start).ThenByDescending(p => p.Length))
        {
            if (pieces.Count == 0 || piece.Start >= pieces[^1].Start + pieces[^1].Length)
            {
                pieces.Add(piece);
            }
        }

        return pieces;
    }

    private static IEnumerable<Piece> Verbs(LibraryProvision provision)
    {
        var from = 0;
        foreach (var verb in provision.LeadVerbs)
        {
            var at = provision.Text.IndexOf(verb, from, StringComparison.Ordinal);
            if (at >= 0)
            {
                from = at + verb.Length;
                yield return new(at, verb.Length, null);
            }
        }
    }

    private static string Link(string words, Citation citation, LibraryProvision provision, string country)
    {
        var symbol = citation.Reference.Symbol;
        if (citation.Target is { } target)
        {
            return $"<a class=\"cited\" href=\"{LibraryAddress.Document(country, target.Id)}\" title=\"{Encode(target.Symbol ?? symbol ?? "")}\">{Encode(words)}</a>";
        }

        var address = LibraryAddress.Official(symbol, provision.Language);
        return address is null || citation.Reference.Status == ReferenceStatus.Ambiguous
            ? $"<span class=\"cited\">{Encode(words)}</span>"
            : $"<a class=\"cited cited-outside\" rel=\"external noopener noreferrer\" href=\"{Encode(address)}\" title=\"{Encode(symbol!)}\">{Encode(words)}</a>";
    }

    private static HtmlString Encoded(string text) => new(Encode(text));

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);

    private sealed record Piece(int Start, int Length, Citation? Citation);
}
