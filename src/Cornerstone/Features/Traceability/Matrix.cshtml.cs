using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Features.ServedProvisions;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Traceability;

/// <summary>Every paragraph of a document: what it calls for, what is followed from it, and what serves it. None is left out.</summary>
[Requires(CommitmentsRoom.Read)]
public sealed class MatrixPage(AppDb db, CurrentReader current, ServingRecords serving, Text T) : PageModel
{
    private static readonly ProvisionKind[] Traced = [ProvisionKind.PP, ProvisionKind.OP, ProvisionKind.Point, ProvisionKind.Para, ProvisionKind.Recommendation];

    /// <summary>One paragraph of the document.</summary>
    /// <param name="IsOpen">It asks for something, and nobody has decided yet whether that is followed here.</param>
    public sealed record Row(LibraryProvision Provision, CapabilityLine? Line, IReadOnlyList<Obligation> Obligations, IReadOnlyList<ServingLink> Serving, int Unnamed, bool IsOpen);

    [BindProperty(SupportsGet = true)]
    public Guid? Document { get; set; }

    public LibraryDocument? Source { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Documents { get; private set; } = [];

    public bool HasReference => TraceabilityMatrix.Knows(Source?.Symbol);

    public int Open => Rows.Count(r => r.IsOpen);

    public bool MayEdit => current.May(CommitmentsRoom.Edit);

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/commitments";

    public string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct) =>
        await OnGetAsync(ct) is PageResult && Source is not null ? this.Export(MatrixExport.Of(Rows, Source, T), format) : NotFound();

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var country = Country;
        Documents = [.. (await db.TraceableDocumentsAsync(country, ct)).Select(d => new SelectListItem(d.Symbol ?? d.Title ?? T["Untitled document"], d.Id.ToString()))];
        if (Document is not { } id)
        {
            return Page();
        }

        Source = await db.DocumentAsync(country, id, ct);
        if (Source is null)
        {
            return NotFound();
        }

        var obligations = await db.ObligationsOfWorkAsync(country, Source, ct);
        var address = LibraryAddress.Permanent(Source.Symbol, Source.Kind);
        var links = address is null ? [] : (await db.RecordsServingAsync(country, address, ct)).SelectMany(l => l).ToList();
        var serves = (await serving.OfAsync(country, links, ct)).ToLookup(r => r.Link.Provision);
        var unnamed = links.Where(l => !serving.Knows(l.RecordType)).ToLookup(l => l.Provision);
        Rows = [.. (await db.ProvisionsOfAsync(id, ct)).Where(p => Traced.Contains(p.Kind)).Select(p => new Row(
            p,
            TraceabilityMatrix.Of(Source.Symbol, p.Path),
            [.. obligations[p.Path]],
            [.. serves[$"{address}/{p.Path}"]],
            unnamed[$"{address}/{p.Path}"].Count(),
            Proposal.Asks(p) && obligations[p.Path].All(o => o.State == ObligationState.Proposed)))];
        return Page();
    }
}
