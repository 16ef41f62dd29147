using System.Collections.Frozen;

namespace Cornerstone.Texts;

/// <summary>One verb of the table in the form a text uses.</summary>
/// <param name="Followers">Words that belong to the opening when they follow: "upon", "note", "in mind".</param>
/// <param name="NeedsFollower">"Takes" alone is no opening, "Takes note" is.</param>
/// <param name="OpensOnly">Counts at the head of a paragraph, not later in one.</param>
internal sealed record LeadVerb(string Base, VerbForm Form, int Strength, IReadOnlyList<string> Followers, bool NeedsFollower, bool OpensOnly)
{
    private static readonly FrozenDictionary<string, LeadVerb> ByForm = Read().ToFrozenDictionary(p => p.Key, p => p.Value, StringComparer.OrdinalIgnoreCase);
    private static readonly FrozenDictionary<string, LeadVerb>.AlternateLookup<ReadOnlySpan<char>> Lookup = ByForm.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>All forms as written, for the book of phrases.</summary>
    internal static IEnumerable<string> LaterForms => ByForm.Where(p => p.Value is { OpensOnly: false, Form: not VerbForm.Base }).Select(p => p.Key);

    internal static LeadVerb? Of(ReadOnlySpan<char> word) => Lookup.TryGetValue(word, out var verb) ? verb : null;

    private static Dictionary<string, LeadVerb> Read()
    {
        var forms = new Dictionary<string, LeadVerb>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in VerbTable.Verbs.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var cells = line.Split('|', StringSplitOptions.TrimEntries);
            var followers = cells[2].TrimStart('!').Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            var verb = new LeadVerb(cells[0].TrimEnd('~'), VerbForm.Base, cells[1][0] - '0', followers, cells[2].StartsWith('!'), cells[0].EndsWith('~'));
            AddForms(forms, verb);
            if (verb.Base is "affirm" or "emphasize" or "iterate") AddForms(forms, verb with { Base = "re-" + verb.Base });
        }

        // Hyphenated spellings of verbs in the table: "Re-affirming", "Re-iterating".
        AddForms(forms, forms["reiterate"] with { Base = "re-iterate" });
        return forms;
    }

    private static void AddForms(Dictionary<string, LeadVerb> forms, LeadVerb verb)
    {
        forms[verb.Base] = verb;
        forms[ThirdPerson(verb.Base)] = verb with { Form = VerbForm.ThirdPerson };
        forms[Participle(verb.Base)] = verb with { Form = VerbForm.Participle };
    }

    internal static string ThirdPerson(string verb) => verb switch
    {
        "have" => "has",
        [.., 's' or 'x' or 'o'] or [.., 's' or 'c', 'h'] => verb + "es",
        [.., not ('a' or 'e' or 'o'), 'y'] => verb[..^1] + "ies",
        _ => verb + "s",
    };

    private static string Participle(string verb) => verb switch
    {
        "regret" or "concur" or "refer" or "extol" => verb + verb[^1] + "ing",
        [.., 'e'] => verb[..^1] + "ing",
        _ => verb + "ing",
    };
}

internal enum VerbForm : byte
{
    /// <summary>"Ensure": points, and reports that speak in the first person.</summary>
    Base,

    /// <summary>"Decides": operative paragraphs.</summary>
    ThirdPerson,

    /// <summary>"Recalling": preambular paragraphs.</summary>
    Participle,
}
