using System.Buffers;
using System.Text;

namespace Cornerstone.Texts;

/// <summary>Takes footnote marks ("reform.¹") out of the text and links the paragraph to its notes: a note is the evidence for a figure.</summary>
internal static class FootnoteMarks
{
    /// <summary>"3/ Official Records …": how notes were numbered until 1994; the length of the number, else 0.</summary>
    internal static int SlashNumber(string text)
    {
        var digits = text.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 3 && digits + 2 < text.Length && text[digits] == '/' && text[digits + 1] == ' ' ? digits : 0;
    }

    private static readonly SearchValues<char> Superscripts = SearchValues.Create("⁰¹²³⁴⁵⁶⁷⁸⁹");

    internal static void Link(List<Provision> provisions)
    {
        HashSet<string>? notes = null;
        for (var i = 0; i < provisions.Count; i++)
        {
            var provision = provisions[i];
            if (provision.Kind == ProvisionKind.Footnote || !provision.Text.AsSpan().ContainsAny(Superscripts))
            {
                continue;
            }

            notes ??= [.. provisions.Where(p => p.Kind == ProvisionKind.Footnote).Select(p => p.Id)];
            provisions[i] = Linked(provision, notes);
        }
    }

    private static Provision Linked(Provision provision, HashSet<string> notes)
    {
        var found = new List<string>(provision.Footnotes);
        var text = new StringBuilder(provision.Text.Length);
        for (var rest = provision.Text.AsSpan(); !rest.IsEmpty;)
        {
            var at = rest.IndexOfAny(Superscripts);
            text.Append(at < 0 ? rest : rest[..at]);
            if (at < 0)
            {
                break;
            }

            var (value, length) = Marker.Superscript(rest[at..]);
            var id = $"fn/{value}";
            if (notes.Contains(id))
            {
                found.Add(id);
            }
            else
            {
                // "10 m²" is a unit, not a note.
                text.Append(rest.Slice(at, length));
            }

            rest = rest[(at + length)..];
        }

        return provision with { Text = text.ToString(), Footnotes = found };
    }
}
