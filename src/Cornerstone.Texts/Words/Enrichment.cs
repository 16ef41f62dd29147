namespace Cornerstone.Texts;

/// <summary>What a provision's words mean beyond its place: verbs, strength, addressees, conditions, due date, themes, references.</summary>
internal static class Enrichment
{
    /// <summary>From here up a verb asks something of somebody, so that a date in the sentence can be a due date; a recommendation does by its kind.</summary>
    private const int AskingStrength = 2;
    private const int UsualMentions = 96;

    /// <param name="chapeau">The already enriched paragraph that governs a point ("Requests the Secretary-General to consider: (a) …").</param>
    internal static Provision Enrich(Provision bare, DocumentContext context, Provision? chapeau = null)
    {
        var text = bare.Text.AsSpan();
        Span<Mention> room = stackalloc Mention[UsualMentions];
        var scan = new WordScan(text, Books.For(context.Language), new Mentions(room));
        scan.Run();
        var references = new ReferenceReader(text, context).Read(scan.Mentions.All);
        var known = bare with { Themes = CodedWords.Marked(Themes.All, scan.Themes), References = references };
        var result = CarriesActs(bare.Kind, context.Kind) && context.Language == "en" ? WithActs(known, context, scan, chapeau) : known;
        scan.Mentions.Release();
        return result;
    }

    /// <summary>"D3" for what does not resolve, "D7" for a number of another year, "type-mismatch" for a document of another kind.</summary>
    internal static IEnumerable<Finding> ReferenceFindings(Provision provision) => References.Findings(provision);

    /// <summary>The points of a letter are results of a vote: "Abstaining: None." asks nothing.</summary>
    private static bool CarriesActs(ProvisionKind kind, DocumentKind document) =>
        kind is not (ProvisionKind.Heading or ProvisionKind.Footnote) && (document != DocumentKind.Letter || kind != ProvisionKind.Point);

    private static Provision WithActs(Provision provision, DocumentContext context, WordScan scan, Provision? chapeau)
    {
        var text = provision.Text.AsSpan();
        var mentions = scan.Mentions.All;
        Span<Mention> room = stackalloc Mention[16];
        var openings = new Mentions(room);
        VerbReader.Read(text, provision.Kind, context.Kind, mentions, ref openings);
        var isHousekeeping = IsSeized(text) && (provision.Kind == ProvisionKind.OP || context.Kind == DocumentKind.PresidentialStatement);
        int? strength = isHousekeeping ? null : chapeau?.Strength ?? Strongest(openings.All) ?? (provision.Kind == ProvisionKind.Recommendation ? AskingStrength : null);
        var enriched = provision with
        {
            LeadVerbs = Written(text, openings.All),
            Strength = strength,
            IsHousekeeping = isHousekeeping,
            Conditions = Joined(CodedWords.Marked(Conditions.All, scan.Conditions), chapeau?.Conditions),
            Addressees = Joined(CodedWords.Marked(Addressees.All, AddresseeReader.Read(text, provision.Kind, mentions, openings.All)), chapeau?.Addressees),
            Due = strength >= AskingStrength ? Deadline.Read(text, mentions, context.Date) : null,
            Recurrence = strength >= AskingStrength ? Deadline.Recurrence(text, mentions) : null,
        };
        openings.Release();
        return enriched;
    }

    private static int? Strongest(ReadOnlySpan<Mention> openings)
    {
        int? strongest = null;
        foreach (var opening in openings) strongest = strongest > opening.Code ? strongest : opening.Code;
        return strongest;
    }

    private static string[] Written(ReadOnlySpan<char> text, ReadOnlySpan<Mention> openings)
    {
        if (openings.IsEmpty) return [];
        var verbs = new string[openings.Length];
        for (var i = 0; i < verbs.Length; i++) verbs[i] = UsualWords.Shared(text[openings[i].Start..openings[i].End]);
        return verbs;
    }

    private static IReadOnlyList<string> Joined(IReadOnlyList<string> own, IReadOnlyList<string>? governing) =>
        governing is not { Count: > 0 } ? own : own.Count == 0 ? governing : [.. own.Union(governing)];

    /// <summary>"Decides to remain actively seized of the matter" closes a resolution and asks nothing.</summary>
    private static bool IsSeized(ReadOnlySpan<char> text) =>
        text.Length < 160 && text.Contains("seized", StringComparison.OrdinalIgnoreCase) && text.Contains("remain", StringComparison.OrdinalIgnoreCase);
}
