using System.Collections.Frozen;

namespace Cornerstone.Texts;

/// <summary>Words that open paragraphs of resolutions. Used to find where a paragraph begins, never to tell what kind it is.</summary>
internal static class Openers
{
    private static readonly FrozenSet<string> Participles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "acknowledging", "acting", "affirming", "agreeing", "alarmed", "also", "anticipating", "appalled", "appealing", "applauding", "appreciating", "aware",
        "bearing", "believing", "calling", "commending", "concerned", "concurring", "condemning", "confirming", "congratulating", "conscious", "considering",
        "convinced", "deeply", "demanding", "deploring", "desiring", "desirous", "determined", "determining", "disturbed", "echoing", "emphasising",
        "emphasizing", "encouraged", "encouraging", "endorsing", "expressing", "extending", "extolling", "fully", "further", "gravely", "guided", "having",
        "highlighting", "honouring", "inviting", "looking", "mindful", "noting", "observing", "paying", "pledging", "pursuing", "re-affirming",
        "re-emphasizing", "re-iterating", "reaffirming", "realizing", "recalling", "recognising", "recognizing", "recommending", "referring", "regretting",
        "reiterating", "rejecting", "remaining", "reminding", "renewing", "requesting", "resolved", "resolving", "responding", "saluting", "seeking",
        "seriously", "sharing", "stressing", "strongly", "supporting", "taking", "thanking", "underlining", "underscoring", "urging", "viewing", "welcoming");

    private static readonly FrozenSet<string> Verbs = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "accepts", "acknowledges", "adopts", "affirms", "agrees", "appeals", "applauds", "appoints", "appreciates", "approves", "asks", "authorises",
        "authorizes", "calls", "commends", "concludes", "concurs", "condemns", "confirms", "congratulates", "considers", "continues", "decides", "declares",
        "demands", "deplores", "designates", "determines", "directs", "emphasises", "emphasizes", "encourages", "endorses", "establishes", "expects",
        "expresses", "extends", "highlights", "insists", "instructs", "intends", "invites", "looks", "mandates", "notes", "observes", "pays", "proclaims",
        "reaffirms", "reasserts", "recalls", "recognises", "recognizes", "recommends", "regrets", "reiterates", "rejects", "remains", "reminds", "renews",
        "repeats", "requests", "requires", "resolves", "reviews", "salutes", "stresses", "supports", "takes", "terminates", "thanks", "underlines",
        "underscores", "urges", "warns", "welcomes");

    /// <summary>The first word opens a preambular paragraph: "Recalling", "Deeply concerned", "Mindful".</summary>
    internal static bool IsPreambular(ReadOnlySpan<char> text) =>
        FirstWord(text) is var word && (Participles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word) || IsVerb(word));

    /// <summary>The first word, or the second after an adverb ("Further decides"), is a finite verb of the Council.</summary>
    internal static bool IsOperative(ReadOnlySpan<char> text)
    {
        var word = FirstWord(text);
        return IsVerb(word) || (text.Length > word.Length + 1 && text[word.Length] == ' ' && IsVerb(FirstWord(text[(word.Length + 1)..])));
    }

    internal static bool IsKnown(ReadOnlySpan<char> word) => IsVerb(word) || Participles.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static bool IsVerb(ReadOnlySpan<char> word) => Verbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);

    private static ReadOnlySpan<char> FirstWord(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(' ', ',', ':');
        return end < 0 ? text : text[..end];
    }
}
