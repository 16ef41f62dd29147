using System.Collections.Frozen;

namespace Cornerstone.Texts;

/// <summary>Finds the acts of a provision: its opening, and the later ones joined by a comma or "and".</summary>
internal static class VerbReader
{
    /// <summary>Nouns and pronouns that look like finite verbs at the head of a paragraph.</summary>
    private static readonly FrozenSet<string> NoVerbs = new[]
    {
        "This", "His", "Its", "As", "Is", "Was", "Has", "States", "Measures", "Members", "Parties", "Individuals", "Vessels", "Funds", "Items", "Goods", "Persons",
        "Nothing", "During", "Pending", "Following", "Including", "Regarding", "Concerning", "According", "Notwithstanding", "Being", "Meeting", "Building", "Training",
        "Funding", "Financing", "Travel", "Arms", "Always", "Operations", "Activities", "Details", "Proceedings", "Countries", "Governments", "Owing", "Thing", "Bring",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What a finite verb governs: without one of these "calls", "requests" or "notes" may be a noun.</summary>
    private static readonly FrozenSet<string> Objects =
        "the that its their all with upon on for any this these those a an in to also further again both each such his her once and strongly as how him them those every no not future full States at over about regarding concerning by"
            .Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly string[] Subjects = ["The Security Council", "The Council", "“The Security Council", "\"The Security Council", "“The Council", "It"];

    internal static void Read(ReadOnlySpan<char> text, ProvisionKind kind, DocumentKind document, ReadOnlySpan<Mention> mentions, ref Mentions openings)
    {
        // Elsewhere than in preambular and operative paragraphs a verb is an act only after an opening one: narrative has verbs too.
        var isStatement = document == DocumentKind.PresidentialStatement;
        var isAct = kind is ProvisionKind.PP or ProvisionKind.OP || isStatement;
        var end = ReadFirst(text, kind, document, ref openings);
        foreach (var mention in mentions)
        {
            if (mention.Start < end) continue;
            var opening = mention.Kind switch
            {
                MentionKind.Verb when isAct || openings.All.Length > 0 => LaterOpening(text, mention.Start, isStatement),
                MentionKind.FirstPerson => FirstPerson(text, mention.End),
                _ => null,
            };
            if (opening is not { } found) continue;
            Add(ref openings, found);
            end = found.End;
        }
    }

    private static int ReadFirst(ReadOnlySpan<char> text, ProvisionKind kind, DocumentKind document, ref Mentions openings)
    {
        var start = SkipSubject(text, kind, document);
        if (kind == ProvisionKind.Para && start == 0) return 0;
        if (Opening.TryRead(text, start, out var opening) && (kind == ProvisionKind.Point || opening.Form != VerbForm.Base)
            || TryUnknown(text, start, kind, out opening)
            || Opening.TryRead(text, start, out opening))
        {
            Add(ref openings, opening);
            return opening.End;
        }

        return 0;
    }

    private static int SkipSubject(ReadOnlySpan<char> text, ProvisionKind kind, DocumentKind document)
    {
        var start = text.Length > 0 && text[0] is '“' or '"' or '(' ? 1 : 0;
        if (kind is not (ProvisionKind.Para or ProvisionKind.Point) || document == DocumentKind.SecretaryGeneralReport) return start;
        foreach (var subject in Subjects)
        {
            if (Words.GoesOnWith(text, 0, subject)) return Words.SkipSpaces(text, subject.Length);
        }

        return kind == ProvisionKind.Para ? 0 : start;
    }

    /// <summary>A verb the table does not hold: known by its ending and its place at the head of a preambular or operative paragraph or a point.</summary>
    private static bool TryUnknown(ReadOnlySpan<char> text, int start, ProvisionKind kind, out Opening opening)
    {
        opening = default;
        var place = Opening.SkipAdverbs(text, start);
        var isTo = kind == ProvisionKind.Point && Words.GoesOnWith(text, place, "to");
        if (isTo) place = Words.SkipSpaces(text, place + 2);
        var word = Words.WordAt(text, place);
        if (isTo && word.Length > 1) opening = new Opening(start, place + word.Length, "", VerbForm.Base, 0);
        if (isTo) return word.Length > 1;
        if (word.Length < 4 || NoVerbs.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word)) return false;

        // "Acting for these reasons under Chapter VII" is an opening; the operative "Acting in support of …, recalls" is not yet one.
        if (kind != ProvisionKind.PP && LeadVerb.Of(word) is not null) return false;
        var form = word.EndsWith("ing", StringComparison.OrdinalIgnoreCase) ? VerbForm.Participle
            : word[^1] == 's' && word[^2] is not ('s' or 'u' or 'i') ? VerbForm.ThirdPerson
            : VerbForm.Base;
        var fits = kind switch
        {
            ProvisionKind.PP => form == VerbForm.Participle || word.EndsWith("ed", StringComparison.Ordinal),
            ProvisionKind.OP => form == VerbForm.ThirdPerson || form == VerbForm.Participle,
            ProvisionKind.Point => form == VerbForm.Participle || PointVerbs.Contains(word),
            _ => false,
        };
        if (fits) opening = new Opening(start, place + word.Length, "", form, 0);
        return fits;
    }

    /// <summary>A verb counts as a further act after a comma, a semicolon or "and", when it governs something.</summary>
    private static Opening? LaterOpening(ReadOnlySpan<char> text, int verbStart, bool isStatement)
    {
        var start = verbStart;
        var before = Words.BackOverSpaces(text, start);
        for (var adverbs = 0; adverbs < 3; adverbs++)
        {
            var wordStart = Words.StartOfWordBefore(text, before);
            if (wordStart == before || !Opening.IsAdverb(text[wordStart..before])) break;
            start = wordStart;
            before = Words.BackOverSpaces(text, start);
        }

        return (Joins(text, before) || isStatement && FollowsCouncil(text[..before])) && Opening.TryRead(text, start, out var opening) && opening.Form != VerbForm.Base
            && !IsAside(text[..opening.End]) && (IsPlain(opening, text, before) || Governs(text, opening.End)) ? opening : null;
    }

    /// <summary>Later in a paragraph ", taking into account …" qualifies the act before it and is none itself.</summary>
    private static bool IsAside(ReadOnlySpan<char> upToEnd) =>
        upToEnd.EndsWith("account", StringComparison.Ordinal) || upToEnd.EndsWith("consideration", StringComparison.Ordinal) || upToEnd.EndsWith("mind", StringComparison.Ordinal);

    /// <summary>No noun has the form ("encourages", or "encouraging" after a comma), so that nothing need follow to tell it apart.</summary>
    private static bool IsPlain(Opening opening, ReadOnlySpan<char> text, int before) => opening.Form == VerbForm.ThirdPerson
        ? opening.Verb is not ("call" or "request" or "demand" or "note" or "stress" or "regret" or "appeal" or "echo" or "trust" or "resolve" or "praise" or "express")
        : before > 0 && text[before - 1] is (',' or ';');

    private static bool Joins(ReadOnlySpan<char> text, int end)
    {
        if (end == 0 || text[end - 1] is ',' or ';' or ':') return true;
        var before = text[..end];
        return before.EndsWith(" and", StringComparison.Ordinal) || before.EndsWith(" but", StringComparison.Ordinal) || before.EndsWith("in this regard", StringComparison.Ordinal)
            || before.EndsWith("in that regard", StringComparison.Ordinal) || before.EndsWith("in this context", StringComparison.Ordinal)
            || before.EndsWith("to this end", StringComparison.Ordinal);
    }

    /// <summary>In a statement of the President a further sentence says "The Council urges" or "It notes".</summary>
    private static bool FollowsCouncil(ReadOnlySpan<char> before) =>
        before.EndsWith("Council", StringComparison.Ordinal) || before.EndsWith(" It", StringComparison.Ordinal);

    private static bool Governs(ReadOnlySpan<char> text, int end)
    {
        if (end < text.Length && text[end] == ',' || ClosesOpening(text[Words.StartOfWordBefore(text, end)..end])) return true;
        var next = Words.SkipSpaces(text, end);
        if (next >= text.Length) return false;
        if (char.IsAsciiLetterUpper(text[next]) || char.IsDigit(text[next])) return true;
        var word = Words.WordAt(text, next);
        return Objects.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word);
    }

    /// <summary>"calling upon", "taking note", "paying tribute": no noun can be meant.</summary>
    private static bool ClosesOpening(ReadOnlySpan<char> lastWord) => lastWord is "upon" or "on" or "for" or "note" or "mind" or "tribute" or "forward";

    /// <summary>"I urge all parties": how a report of the Secretary-General asks.</summary>
    private static Opening? FirstPerson(ReadOnlySpan<char> text, int end)
    {
        var start = Words.SkipSpaces(text, end);
        return Opening.TryRead(text, start, out var opening) && opening.Form == VerbForm.Base && opening.Verb != "have" ? opening : null;
    }

    private static void Add(ref Mentions openings, Opening opening) =>
        openings.Add(new Mention(MentionKind.Verb, opening.Strength, opening.Start, opening.End));
}
