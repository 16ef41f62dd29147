namespace Cornerstone.Texts;

public enum DocumentKind
{
    Other,
    Resolution,
    DraftResolution,
    PresidentialStatement,
    Letter,
    Note,
    SecretaryGeneralReport,
    ConceptNote,
    MeetingRecord,
    GeneralAssemblyResolution,
}

/// <summary>What a provision is by position and number; never judged by its verb alone.</summary>
public enum ProvisionKind
{
    /// <summary>A preambular paragraph.</summary>
    PP,

    /// <summary>A numbered operative paragraph.</summary>
    OP,

    /// <summary>A lettered or numbered point inside a paragraph; points nest.</summary>
    Point,

    /// <summary>A numbered paragraph of a report, letter or note; or an unnumbered one of a statement or annex.</summary>
    Para,

    /// <summary>A boxed recommendation of a report, numbered apart from its paragraphs.</summary>
    Recommendation,
    Footnote,
    Heading,
    Summary,
}

public enum FindingSeverity
{
    Notice,
    Warning,
    Error,
}

/// <summary>One document as read: its own facts, its provisions in reading order, and what is odd about it.</summary>
public sealed record UnDocument
{
    /// <summary>Canonical symbol such as "S/RES/2553 (2020)"; null when the text does not print its own symbol.</summary>
    public string? Symbol { get; init; }

    /// <summary>Other symbols naming the same document: halves of a joint symbol, the draft's number.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];
    public DocumentKind Kind { get; init; }
    public string? Title { get; init; }
    public DateOnly? Date { get; init; }

    /// <summary>ISO 639-1 code: ar, en, es, fr, ru or zh.</summary>
    public string Language { get; init; } = "en";

    /// <summary>Sponsors of a draft, in the order of the text, as country names.</summary>
    public IReadOnlyList<string> Sponsors { get; init; } = [];
    public Vote? Vote { get; init; }
    public DocumentMetadata Metadata { get; init; } = DocumentMetadata.Empty;

    /// <summary>Documents inside this one, such as the resolution annexed to a letter.</summary>
    public IReadOnlyList<UnDocument> Parts { get; init; } = [];
    public IReadOnlyList<Provision> Provisions { get; init; } = [];
    public IReadOnlyList<Finding> Findings { get; init; } = [];
}

/// <summary>What the publisher's metadata says beside the text itself.</summary>
public sealed record DocumentMetadata
{
    public static readonly DocumentMetadata Empty = new();

    /// <summary>"General", "Limited" or "Restricted".</summary>
    public string? Distribution { get; init; }
    public string? JobNumber { get; init; }
    public string? AgendaItem { get; init; }
    public string? DraftSymbol { get; init; }
    public string? MeetingSymbol { get; init; }
    public string? OriginalLanguage { get; init; }
    public IReadOnlyList<string> Subjects { get; init; } = [];
}

/// <summary>A recorded vote; the lists hold member names as the source writes them.</summary>
public sealed record Vote
{
    public IReadOnlyList<string> For { get; init; } = [];
    public IReadOnlyList<string> Against { get; init; } = [];
    public IReadOnlyList<string> Abstain { get; init; } = [];
    public IReadOnlyList<string> Absent { get; init; } = [];
}

public sealed record Provision
{
    /// <summary>Stable address inside the document: "pp/1", "op/20/k", "op/1/a/ii", "para/35", "rec/10", "fn/11", "h/3", "summary/1".</summary>
    public required string Id { get; init; }
    public required ProvisionKind Kind { get; init; }

    /// <summary>The number as printed: "1", "20", "(k)"; null for headings and unnumbered summary text.</summary>
    public string? Number { get; init; }

    /// <summary>Id of the enclosing provision, null at the top.</summary>
    public string? Parent { get; init; }

    /// <summary>The text without its number; one line, spaces normalised, source spelling kept.</summary>
    public required string Text { get; init; }

    /// <summary>Lead verbs in order of appearance, as written: ["Stresses", "urges"].</summary>
    public IReadOnlyList<string> LeadVerbs { get; init; } = [];

    /// <summary>Indicative strength 0 to 5 of the strongest lead verb; null for housekeeping and for text that carries no act.</summary>
    public int? Strength { get; init; }

    /// <summary>True for "remain (actively) seized": listed, never tracked.</summary>
    public bool IsHousekeeping { get; init; }

    /// <summary>Who is addressed, as codes of <c>Addressees</c>.</summary>
    public IReadOnlyList<string> Addressees { get; init; } = [];

    /// <summary>Conditions as codes: "as appropriate", "where mandated", "upon request", "to consider".</summary>
    public IReadOnlyList<string> Conditions { get; init; } = [];
    public DueDate? Due { get; init; }

    /// <summary>How often it falls due again: "every 90 days", "every month"; null when it does not.</summary>
    public string? Recurrence { get; init; }

    /// <summary>Themes as codes of <c>Themes</c>.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];
    public IReadOnlyList<Reference> References { get; init; } = [];

    /// <summary>Footnotes this provision carries, as provision ids ("fn/11").</summary>
    public IReadOnlyList<string> Footnotes { get; init; } = [];

    /// <summary>Offset of the provision's first character in the source text, for showing the original; null when the source has none.</summary>
    public int? Offset { get; init; }
}

/// <summary>A day by which something is due: the stated day, or the last day of the stated month, quarter or year.</summary>
public sealed record DueDate(DateOnly Date, DatePrecision Precision, string Written);

/// <summary>How far a date is known; a month is due on its last day (domain handbook §0.3).</summary>
public enum DatePrecision
{
    Day,
    Month,
    Quarter,
    Year,
}

public enum ReferenceStatus
{
    /// <summary>The written form names one document by its full symbol.</summary>
    Resolved,

    /// <summary>The words point to a document whose symbol cannot be known from the text (a statement by date).</summary>
    Unresolved,

    /// <summary>More than one document fits.</summary>
    Ambiguous,

    /// <summary>The text says one type of document and the symbol is of another ("resolution A/70/1").</summary>
    TypeMismatch,
}

/// <summary>A mention of another document inside a provision.</summary>
/// <param name="Written">Exactly as the text has it: "2151 (2014)".</param>
/// <param name="Symbol">Canonical symbol, null when unresolved.</param>
/// <param name="Start">Offset of the written form in the provision's text.</param>
public sealed record Reference(string Written, string? Symbol, ReferenceStatus Status, int Start);

/// <summary>Something worth saying about a document; a finding never stops the reading.</summary>
/// <param name="Rule">Rule id of the handbook (D1, D2, D3 …) or of this library (see <c>docs/glossary.md</c>).</param>
/// <param name="At">Provision id, or "line 12" of the source; empty for the whole document.</param>
public sealed record Finding(string Rule, FindingSeverity Severity, string At, string Message);
