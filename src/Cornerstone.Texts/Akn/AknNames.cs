namespace Cornerstone.Texts;

/// <summary>What Akoma Ntoso calls our kinds, languages and organs (AKN4UN guidelines; domain handbook §1.3).</summary>
internal static class AknNames
{
    private static readonly (DocumentKind Kind, string Name)[] Kinds =
    [
        (DocumentKind.Resolution, "resolution"),
        (DocumentKind.GeneralAssemblyResolution, "resolution"),
        (DocumentKind.DraftResolution, "draftResolution"),
        (DocumentKind.PresidentialStatement, "presidentialStatement"),
        (DocumentKind.Letter, "letter"),
        (DocumentKind.Note, "note"),
        (DocumentKind.SecretaryGeneralReport, "secretaryGeneralReport"),
        (DocumentKind.ConceptNote, "conceptNote"),
        (DocumentKind.MeetingRecord, "meetingRecord"),
        (DocumentKind.Other, "other"),
    ];

    private static readonly (string Two, string Three, string Formula)[] Languages =
    [
        ("en", "eng", "The Security Council,"),
        ("fr", "fra", "Le Conseil de sécurité,"),
        ("es", "spa", "El Consejo de Seguridad,"),
        ("ru", "rus", "Совет Безопасности,"),
        ("ar", "ara", "إن مجلس الأمن،"),
        ("zh", "zho", "安全理事会，"),
        ("de", "deu", "Der Sicherheitsrat,"),
    ];

    internal static bool IsResolution(DocumentKind kind) =>
        kind is DocumentKind.Resolution or DocumentKind.DraftResolution or DocumentKind.GeneralAssemblyResolution;

    /// <summary>Deliberations are statements; what merely circulates is a doc.</summary>
    internal static string Element(DocumentKind kind) => IsResolution(kind) || kind == DocumentKind.PresidentialStatement ? "statement" : "doc";

    internal static string Name(DocumentKind kind) => Array.Find(Kinds, pair => pair.Kind == kind).Name;

    /// <summary>"resolutionDraft" is the name of the guidelines, "draftResolution" that of the published files.</summary>
    internal static DocumentKind Kind(string? name, string? symbol)
    {
        if (name == "resolutionDraft") return DocumentKind.DraftResolution;
        if (name == "resolution" && symbol?.StartsWith("A/", StringComparison.Ordinal) == true) return DocumentKind.GeneralAssemblyResolution;
        return Array.Find(Kinds, pair => pair.Name == name) is { Name: not null } known ? known.Kind : DocumentKind.Other;
    }

    internal static string ThreeLetters(string language) => Array.Find(Languages, pair => pair.Two == language).Three ?? "eng";

    internal static string TwoLetters(string? language) => language switch
    {
        null => "en",
        "fre" => "fr",
        "chi" => "zh",
        "ger" => "de",
        _ => Array.Find(Languages, pair => pair.Three == language || pair.Two == language).Two ?? "en",
    };

    /// <summary>The words that open a resolution; ours to write because the text engine keeps provisions only.</summary>
    internal static string Formula(UnDocument document) => document.Kind == DocumentKind.GeneralAssemblyResolution
        ? "The General Assembly,"
        : Array.Find(Languages, pair => pair.Two == document.Language).Formula ?? Languages[0].Formula;
}
