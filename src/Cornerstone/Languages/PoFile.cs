using System.Text.RegularExpressions;

namespace Cornerstone.Languages;

/// <summary>
/// A translators' file (GNU gettext PO). Reading never stops: what is wrong is listed with its line, and the sentence
/// concerned stays in English. A test asks that our own files have no fault.
/// </summary>
public sealed partial record PoFile(IReadOnlyList<PoEntry> Entries, IReadOnlyList<PoFault> Faults)
{
    public static PoFile Parse(string text, string file, PluralRule plurals)
    {
        var faults = new List<PoFault>();
        var raw = new PoReader(file, faults).Read(text);
        var seen = new Dictionary<string, int>();
        var entries = new List<PoEntry>();
        foreach (var entry in raw)
        {
            var reason = entry.Sentence.Length == 0 ? HeaderFault(entry, plurals) : Fault(entry, plurals, seen);
            if (reason is not null)
            {
                faults.Add(new(file, entry.Line, reason));
            }
            else if (entry.Sentence.Length > 0 && entry.IsTranslated)
            {
                entries.Add(entry);
            }
        }

        return new(entries, faults);
    }

    private static string? HeaderFault(PoEntry header, PluralRule plurals) =>
        header.Translations.Count == 1 && header.Translations[0].Contains("Plural-Forms: " + plurals.Header, StringComparison.Ordinal)
            ? null
            : $"the header must say: Plural-Forms: {plurals.Header}";

    private static string? Fault(PoEntry entry, PluralRule plurals, Dictionary<string, int> seen)
    {
        if (!seen.TryAdd(entry.Sentence, entry.Line))
        {
            return $"the sentence stands already at line {seen[entry.Sentence]}";
        }

        var expected = entry.Many is null ? 1 : plurals.Forms;
        if (entry.Translations.Count != expected)
        {
            return $"expected {expected} translations, found {entry.Translations.Count}";
        }

        return entry.IsTranslated ? PlaceholderFault(entry) : null;
    }

    private static string? PlaceholderFault(PoEntry entry)
    {
        var known = Placeholders(entry.Many ?? entry.Sentence);
        foreach (var translation in entry.Translations)
        {
            var used = Placeholders(translation);
            // A plural form may leave the number out ("one document"), never bring a new placeholder.
            if (!used.IsSubsetOf(known) || (entry.Many is null && !used.SetEquals(known)))
            {
                return $"placeholders differ: \"{translation}\"";
            }
        }

        return null;
    }

    private static HashSet<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(m => m.Groups[1].Value)];

    [GeneratedRegex(@"\{(\d+)(?::[^}]*)?\}")]
    private static partial Regex Placeholder();
}
