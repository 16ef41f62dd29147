namespace Cornerstone.Texts;

/// <summary>The phrases looked for in a text, by its language. Numbers with years and symbols need no phrases in any language.</summary>
internal static class Books
{
    /// <summary>"resolution" in the official languages; what it stands before decides whose resolution it is.</summary>
    private static readonly string[] ResolutionWords =
    [
        "resolution", "resolutions", "résolution", "résolutions", "resolución", "resoluciones", "القرار", "القرارات", "قرار", "قراره", "قراراته", "قرارات", "резолюци*",
    ];

    private static readonly string[] StatementWords =
    [
        "statement by its President", "statements by its President", "statement of its President", "statements of its President", "statements of the President",
        "statement by the President", "statement of the President", "statements by the President", "Presidential statement*", "President's statement*",
        "statement issued by its President", "statements made by its President", "statement made by its President",
    ];

    private static readonly PhraseBook English = new(
    [
        .. CodedWords.Phrases(Themes.All, PhraseKind.Theme),
        .. CodedWords.Phrases(Addressees.All, PhraseKind.Addressee),
        .. CodedWords.Phrases(Conditions.All, PhraseKind.Condition),
        .. LeadVerb.LaterForms.Select(form => new Phrase(form, PhraseKind.Verb, 0)),
        .. Deadline.Beginnings.Select((words, code) => new Phrase(words, PhraseKind.Deadline, code)),
        .. ResolutionWords[..2].Select(word => new Phrase(word, PhraseKind.ResolutionWord, 0)),
        .. StatementWords.Select(words => new Phrase(words, PhraseKind.StatementWord, 0)),
    ]);

    private static readonly PhraseBook Other = new(ResolutionWords.Select(word => new Phrase(word, PhraseKind.ResolutionWord, 0)));

    internal static PhraseBook For(string language) => language == "en" ? English : Other;
}
