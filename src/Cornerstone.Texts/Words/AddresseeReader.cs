namespace Cornerstone.Texts;

/// <summary>Who is asked: the ones named between a verb that asks and what they are to do, or before "shall" and "should".</summary>
internal static class AddresseeReader
{
    /// <summary>From here up a verb asks something of somebody (domain handbook §1.6).</summary>
    private const int AskingStrength = 2;

    /// <summary>An addressee is named within the first words after the verb.</summary>
    private const int Reach = 240;

    /// <summary>After "that" only the subject counts: "Requests that the Secretary-General report …".</summary>
    private const int ReachOfThat = 40;

    internal static ulong Read(ReadOnlySpan<char> text, ProvisionKind kind, ReadOnlySpan<Mention> mentions, ReadOnlySpan<Mention> openings)
    {
        ulong marks = 0;
        foreach (var opening in openings)
        {
            if (opening.Code >= AskingStrength) marks |= After(text, mentions, opening.End);
        }

        return marks | BeforeDuty(text, kind, mentions);
    }

    private static ulong After(ReadOnlySpan<char> text, ReadOnlySpan<Mention> mentions, int from)
    {
        var window = text[from..Math.Min(text.Length, from + Reach)];
        var trimmed = window.TrimStart();

        // "Decides to extend", "Resolves to include": the Council asks itself.
        if (trimmed.StartsWith("to ", StringComparison.Ordinal)) return 1UL << Addressees.Council;
        if (trimmed.StartsWith("that ", StringComparison.Ordinal)) return Between(mentions, from, from + ReachOfThat);
        var action = window.IndexOf(" to ", StringComparison.Ordinal);
        return Between(mentions, from, from + (action < 0 ? window.Length : action));
    }

    private static ulong Between(ReadOnlySpan<Mention> mentions, int from, int until)
    {
        ulong marks = 0;
        foreach (var mention in mentions)
        {
            if (mention.Kind == MentionKind.Addressee && mention.Start >= from && mention.End <= until) marks |= 1UL << mention.Code;
        }

        return marks;
    }

    /// <summary>"Decides that Member States shall …", "The Secretary-General should …"; a recommendation also says "The United Nations will …".</summary>
    private static ulong BeforeDuty(ReadOnlySpan<char> text, ProvisionKind kind, ReadOnlySpan<Mention> mentions)
    {
        ulong marks = 0;
        foreach (var mention in mentions)
        {
            if (mention.Kind != MentionKind.Addressee) continue;
            var next = Words.SkipSpaces(text, mention.End);
            if (IsDuty(text, next) || kind == ProvisionKind.Recommendation && Words.GoesOnWith(text, next, "will")) marks |= 1UL << mention.Code;
        }

        return marks;
    }

    private static bool IsDuty(ReadOnlySpan<char> text, int place) =>
        Words.GoesOnWith(text, place, "shall") || Words.GoesOnWith(text, place, "should") || Words.GoesOnWith(text, place, "must");
}
