using System.Collections.Frozen;

namespace Cornerstone.Texts;

/// <summary>
/// The opening of an act, what United Nations typography sets in italics: adverbs, the verb, and what completes it
/// ("Further calls upon", "Expressing deep concern", "Taking note", "Deeply concerned").
/// </summary>
/// <param name="Start">Where it begins in the text.</param>
/// <param name="Verb">The verb's base form, "be" for a state such as "Deeply concerned".</param>
internal readonly record struct Opening(int Start, int End, string Verb, VerbForm Form, int Strength)
{
    private static readonly FrozenSet<string> AdverbSet = Set(VerbTable.Adverbs);
    private static readonly FrozenSet<string> AdjectiveSet = Set(VerbTable.Adjectives);
    private static readonly FrozenDictionary<string, int> NounStrength = Strengths(VerbTable.Nouns);
    private static readonly FrozenDictionary<string, int> StateStrength = Strengths(VerbTable.States);
    private static readonly FrozenSet<string> TrailingAdverbs = Set("further also again strongly moreover specifically");

    /// <summary>After these a word before them is an adverb and not an adjective: "Welcoming further the", but not "Welcoming further progress".</summary>
    private static readonly FrozenSet<string> AfterAdverb = Set("the its their that to on upon for with in all a an and any those these this his such at from both of");

    internal static bool IsAdverb(ReadOnlySpan<char> word) => Has(AdverbSet, word);

    /// <summary>Reads an opening that stands at the place; false when no verb of the table does.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, int start, out Opening opening)
    {
        var place = SkipAdverbs(text, start);
        var word = Words.WordAt(text, place);
        opening = default;
        if (word.IsEmpty) return false;
        if (TryState(text, start, place, word, out opening)) return true;
        if (LeadVerb.Of(word) is not { } verb) return false;
        return verb.Base is "have" or "remain" or "continue"
            ? TryChain(text, start, place + word.Length, verb, out opening)
            : TryVerb(text, start, place + word.Length, verb, out opening);
    }

    private static bool TryVerb(ReadOnlySpan<char> text, int start, int end, LeadVerb verb, out Opening opening)
    {
        var afterAdverb = SkipTrailingAdverb(text, end);
        opening = new Opening(start, afterAdverb, verb.Base, verb.Form, verb.Strength);
        var next = Words.SkipSpaces(text, afterAdverb);
        foreach (var follower in verb.Followers)
        {
            if (!Words.GoesOnWith(text, next, follower)) continue;
            opening = opening with { End = next + follower.Length };
            return WithFeeling(text, verb, ref opening);
        }

        return !verb.NeedsFollower && WithFeeling(text, verb, ref opening);
    }

    /// <summary>"Having also considered", "Remaining deeply concerned", "Continues to urge": the second word carries the meaning.</summary>
    private static bool TryChain(ReadOnlySpan<char> text, int start, int end, LeadVerb first, out Opening opening)
    {
        var next = SkipAdverbs(text, Words.SkipSpaces(text, end));
        if (first.Base == "continue" && Words.GoesOnWith(text, next, "to")) next = Words.SkipSpaces(text, next + 2);
        var word = Words.WordAt(text, next);
        if (TryState(text, start, next, word, out opening)) opening = opening with { Form = first.Form };
        else if (first.Base == "continue" && LeadVerb.Of(word) is { Form: VerbForm.Base } second)
        {
            return TryVerb(text, start, next + word.Length, second with { Form = first.Form }, out opening);
        }
        else if (first.Base == "have" && IsPastParticiple(word))
        {
            opening = new Opening(start, Completed(text, next + word.Length), "have", first.Form, 0);
        }
        else
        {
            opening = new Opening(start, end, first.Base, first.Form, first.Strength);
            return first.Base == "continue";
        }

        return true;
    }

    private static bool TryState(ReadOnlySpan<char> text, int start, int place, ReadOnlySpan<char> word, out Opening opening)
    {
        opening = default;
        if (word.Equals("being", StringComparison.OrdinalIgnoreCase))
        {
            place = SkipAdverbs(text, Words.SkipSpaces(text, place + word.Length));
            word = Words.WordAt(text, place);
        }

        if (!StateStrength.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var strength)) return false;
        opening = new Opening(start, SkipTrailingAdverb(text, place + word.Length), "be", VerbForm.Participle, strength);
        return true;
    }

    /// <summary>"with appreciation", "its deep concern", "again its request": taken in when a known noun closes it, left out otherwise.</summary>
    private static bool WithFeeling(ReadOnlySpan<char> text, LeadVerb verb, ref Opening opening)
    {
        var speaks = verb.Base is "express" or "reiterate" or "re-iterate" or "renew" or "restate" or "voice";
        var place = Words.SkipSpaces(text, opening.End);
        var isWith = Words.GoesOnWith(text, place, "with");
        if (!speaks && !isWith) return true;
        if (isWith) place = Words.SkipSpaces(text, place + 4);
        for (var words = 0; words < 6; words++)
        {
            var word = Words.WordAt(text, place);
            if (NounStrength.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(word, out var strength))
            {
                opening = opening with { End = place + word.Length, Strength = isWith ? Math.Max(opening.Strength, strength) : strength };
                return true;
            }

            if (!word.Equals("its", StringComparison.OrdinalIgnoreCase) && !Has(AdjectiveSet, word) && !IsAdverb(word) && word is not "and") return true;
            place = Words.SkipSpaces(text, place + word.Length);
        }

        return true;
    }

    private static int Completed(ReadOnlySpan<char> text, int end)
    {
        end = SkipTrailingAdverb(text, end);
        var next = Words.SkipSpaces(text, end);
        return Words.GoesOnWith(text, next, "note") ? next + 4 : end;
    }

    internal static int SkipAdverbs(ReadOnlySpan<char> text, int place)
    {
        while (true)
        {
            var word = Words.WordAt(text, place);
            if (word.IsEmpty || !IsAdverb(word)) return place;
            place = Words.SkipSpaces(text, place + word.Length);
        }
    }

    private static int SkipTrailingAdverb(ReadOnlySpan<char> text, int end)
    {
        var place = Words.SkipSpaces(text, end);
        if (Words.GoesOnWith(text, place, "once again")) return place + "once again".Length;
        var word = Words.WordAt(text, place);
        if (word.IsEmpty || !Has(TrailingAdverbs, word)) return end;
        var after = Words.WordAt(text, Words.SkipSpaces(text, place + word.Length));
        return Has(AfterAdverb, after) || NounStrength.GetAlternateLookup<ReadOnlySpan<char>>().ContainsKey(after) || after is "note" ? place + word.Length : end;
    }

    private static bool IsPastParticiple(ReadOnlySpan<char> word) =>
        word.EndsWith("ed", StringComparison.OrdinalIgnoreCase) || word is "taken" or "heard" or "seen" or "met" or "held" or "regard" or "borne" or "begun";

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static FrozenDictionary<string, int> Strengths(string list) => list
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(cells => cells[0], cells => cells[1][0] - '0', StringComparer.OrdinalIgnoreCase);

    private static bool Has(FrozenSet<string> set, ReadOnlySpan<char> word) => set.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
}
