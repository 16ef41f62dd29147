using Cornerstone.Features.Library;
using Cornerstone.Texts;

namespace Cornerstone.Features.LibraryReader;

/// <summary>A provision in the reader with what stands below it and beside it.</summary>
public sealed record ReadingNode(LibraryProvision Provision, IReadOnlyList<ReadingNode> Children, ReadingView View);

/// <summary>One document as the reader shows it: provisions nested as they are numbered, footnotes apart, links both ways.</summary>
public sealed class ReadingView
{
    private readonly ILookup<Guid, Citation> citations;
    private readonly ILookup<Guid, ProvisionNote> notes;
    private readonly ILookup<string, LibraryProvision> carriers;

    public ReadingView(LibraryDocument document, string country, IReadOnlyList<LibraryProvision> provisions, ILookup<Guid, Citation> citations, ILookup<Guid, ProvisionNote> notes)
    {
        Document = document;
        Country = country;
        Provisions = provisions;
        this.citations = citations;
        this.notes = notes;
        carriers = provisions.SelectMany(p => p.Footnotes, (p, f) => (p, f)).ToLookup(x => x.f, x => x.p);
        var body = provisions.Where(p => p.Kind != ProvisionKind.Footnote).ToList();
        var known = body.Select(p => p.Path).ToHashSet(StringComparer.Ordinal);
        var children = body.Where(p => IsBelow(p, known)).ToLookup(p => p.ParentPath!);
        Roots = [.. body.Where(p => !IsBelow(p, known)).Select(p => Node(p, children))];
        Footnotes = [.. provisions.Where(p => p.Kind == ProvisionKind.Footnote)];
        Demands = [.. provisions.Where(p => p.Strength >= LeastDemand && !p.IsHousekeeping)];
    }

    /// <summary>From here on somebody is asked for something (domain handbook §1.6).</summary>
    public const int LeastDemand = 2;

    public LibraryDocument Document { get; }

    public string Country { get; }

    public IReadOnlyList<LibraryProvision> Provisions { get; }

    public IReadOnlyList<ReadingNode> Roots { get; }

    public IReadOnlyList<LibraryProvision> Footnotes { get; }

    public IReadOnlyList<LibraryProvision> Demands { get; }

    public IEnumerable<LibraryProvision> Preamble => Provisions.Where(p => p.Kind == ProvisionKind.PP);

    /// <summary>What the outline lists: headings and recommendations where there are headings, else numbered paragraphs.</summary>
    public IEnumerable<LibraryProvision> Outline => Provisions.Any(p => p.Kind == ProvisionKind.Heading)
        ? Provisions.Where(p => p.Kind is ProvisionKind.Heading or ProvisionKind.Recommendation or ProvisionKind.Summary)
        : Provisions.Where(p => p.Kind is ProvisionKind.OP or ProvisionKind.Para or ProvisionKind.Recommendation && p.ParentPath is null);

    public IEnumerable<Citation> CitationsOf(LibraryProvision provision) => citations[provision.Id];

    public IEnumerable<ProvisionNote> NotesOf(LibraryProvision provision) => notes[provision.Id];

    public IEnumerable<LibraryProvision> CarriersOf(LibraryProvision footnote) => carriers[footnote.Path];

    public string? PermanentAddress(LibraryProvision provision) => LibraryAddress.Permanent(Document.Symbol, Document.Kind, provision.Path);

    private static bool IsBelow(LibraryProvision p, HashSet<string> known) => p.ParentPath is { } parent && known.Contains(parent) && parent != p.Path;

    // A parent always stands before its points, so the depth is that of the numbering: four levels in real documents.
    private ReadingNode Node(LibraryProvision provision, ILookup<string, LibraryProvision> children) =>
        new(provision, [.. children[provision.Path].Where(c => c.Ordinal > provision.Ordinal).Select(c => Node(c, children))], this);
}
