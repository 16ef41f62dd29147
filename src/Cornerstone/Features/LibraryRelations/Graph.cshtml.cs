using Cornerstone.Access;
using Cornerstone.Charts;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.LibraryRelations;

/// <summary>Who cites whom: the neighbourhood of one document, or the most cited of the whole library.</summary>
[Requires(LibraryRoom.Read)]
public sealed class GraphPage(AppDb db, CurrentReader current, Text T) : PageModel
{
    // More arrows than this no drawing keeps apart; the table beneath has them all.
    private const int MostDrawn = 14;

    [BindProperty(SupportsGet = true, Name = "document")]
    public Guid? Id { get; set; }

    public LibraryDocument? Document { get; private set; }

    public IReadOnlyList<CitedSymbol> Cited { get; private set; } = [];

    public IReadOnlyList<CitingDocument> Citing { get; private set; } = [];

    public IReadOnlyList<CitationPair> Pairs { get; private set; } = [];

    public string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (Id is not { } id)
        {
            Cited = await db.MostCitedAsync(Country, T.Language.Code, take: 100, ct);
            Pairs = await db.PairsAmongAsync(Country, [.. Cited.Take(MostDrawn).Select(c => c.Symbol)], ct);
            return Page();
        }

        if (await db.DocumentAsync(Country, id, ct) is not { } document)
        {
            return NotFound();
        }

        Document = document;
        Cited = await db.CitedByAsync(document, Country, ct);
        Citing = await db.CitingAsync(document, Country, ct);
        return Page();
    }

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) =>
        await OnGetAsync(ct) is PageResult ? this.Export(CitationsExport.Of(Cited, Citing, Document, T), format) : NotFound();

    public RelationGraph Drawing() => Document is { } document ? Neighbourhood(document) : Whole();

    private RelationGraph Neighbourhood(LibraryDocument document)
    {
        var name = T.NameOf(document);
        var cited = Cited.OrderByDescending(c => c.Mentions).Take(MostDrawn).ToList();
        var citing = Citing.OrderByDescending(c => c.Mentions).Take(MostDrawn).ToList();
        var nodes = new List<RelationNode> { new("here", name, State: RelationNodeState.Focus) };
        nodes.AddRange(citing.Select(c => new RelationNode($"in-{c.Document.Id}", T.NameOf(c.Document), LibraryAddress.Document(Country, c.Document.Id))));
        nodes.AddRange(cited.Select(c => new RelationNode($"out-{c.Symbol}", c.Symbol, Href(c), c.Target is null ? RelationNodeState.Missing : RelationNodeState.Present)));
        var edges = citing.Select(c => new RelationEdge($"in-{c.Document.Id}", "here", Times(c.Mentions)))
            .Concat(cited.Select(c => new RelationEdge("here", $"out-{c.Symbol}", Times(c.Mentions))));
        return new(
            new ChartText(T["References of {0}", name], T["Documents that cite it, and documents that it cites."], T["Document"]),
            Headings(), nodes, [.. edges]);
    }

    private RelationGraph Whole() => new(
        new ChartText(T["The most cited documents"], T["How the most cited documents cite each other."], T["Document"]),
        Headings(),
        [.. Cited.Take(MostDrawn).Select(c => new RelationNode(c.Symbol, c.Symbol, Href(c), c.Target is null ? RelationNodeState.Missing : RelationNodeState.Present))],
        [.. Pairs.Select(p => new RelationEdge(p.From, p.To, Times(p.Mentions)))]);

    public string? Href(CitedSymbol cited) => cited.Target is { } target
        ? $"{LibraryAddress.Of(Country)}/graph?document={target.Id}"
        : LibraryAddress.Official(cited.Symbol, T.Language.Code);

    private RelationHeadings Headings() => new(T["Document"], T["cites"], T["Times"]);

    private string Times(int mentions) => T.Count(mentions);
}
