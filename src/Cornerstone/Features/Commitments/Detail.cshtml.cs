using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Commitments;

/// <summary>One obligation: its paragraph, its date, its evidence, its history.</summary>
[Requires(CommitmentsRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty]
    public EvidenceForm Evidence { get; set; } = new();

    // Asked for when dismissing and overriding only, so the rule and not the form says when it is missing.
    [BindProperty]
    public string Reason { get; set; } = "";

    public Obligation Obligation { get; private set; } = null!;

    public LibraryDocument Source { get; private set; } = null!;

    public LibraryProvision Paragraph { get; private set; } = null!;

    public Deadline Deadline { get; private set; } = null!;

    public Obligation? Successor { get; private set; }

    public IReadOnlyList<ShownEvidence> Shown { get; private set; } = [];

    public IReadOnlyList<ProvisionServed> Served { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Documents { get; private set; } = [];

    public bool MayEdit => current.May(CommitmentsRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/commitments";

    public string? PlatformId => LibraryAddress.Permanent(Source.Symbol, Source.Kind, Obligation.ProvisionPath);

    public string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostEvidenceAsync(Guid id, CancellationToken ct)
    {
        ModelState.Remove(nameof(Reason));
        if (!MayEdit)
        {
            return Forbid();
        }

        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var document = await EvidenceDocumentAsync(ct);
        Evidence.Check(ModelState, nameof(Evidence), document is not null, Deadline.CouncilDay(clock.GetUtcNow()), T);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.Evidence.Add(Evidence.For(Obligation, document, clock.GetUtcNow()));
        return await SaveAsync("commitments.evidence", T["The evidence was added."], ct);
    }

    public Task<IActionResult> OnPostDismissAsync(Guid id, CancellationToken ct) =>
        MoveAsync(id, "commitments.dismiss", o => o.Dismiss(Reason), T["The obligation was dismissed."], ct);

    public Task<IActionResult> OnPostReopenAsync(Guid id, CancellationToken ct) =>
        MoveAsync(id, "commitments.reopen", o => o.Reopen(), T["It is a proposal again."], ct);

    public Task<IActionResult> OnPostAcceptAsync(Guid id, CancellationToken ct) =>
        MoveAsync(id, "commitments.accept", o => o.Accept(Proposal.Asks(Paragraph), Reason), T["The obligation is now followed."], ct);

    private async Task<IActionResult> MoveAsync(Guid id, string act, Func<Obligation, Refusal?> move, string said, CancellationToken ct)
    {
        ModelState.Remove(nameof(Reason));
        if (!MayEdit)
        {
            return Forbid();
        }

        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (move(Obligation) is { } refusal)
        {
            return this.Again(nameof(Reason), T[refusal]);
        }

        Obligation.Version++;
        return await SaveAsync(act, said, ct);
    }

    private async Task<IActionResult> SaveAsync(string act, string said, CancellationToken ct)
    {
        await db.SaveAsync(new Act(act, Country, clock.GetUtcNow(), string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim()), ct);
        this.Say(said);
        return Redirect($"{Path}/{Obligation.Id}");
    }

    private async Task<NamedDocument?> EvidenceDocumentAsync(CancellationToken ct)
    {
        if (Evidence.Document is { } chosen)
        {
            return await db.DocumentsIn(Country).Where(d => d.Id == chosen)
                .Select(d => new NamedDocument(d.Id, d.Country, d.Language, d.Symbol, d.Title, d.Date)).SingleOrDefaultAsync(ct);
        }

        return DocumentSymbol.TryParse(Evidence.Symbol, out var symbol)
            ? (await db.DocumentsNamedAsync([DocumentNames.Sought(symbol.Value)], Country, T.Language.Code, ct)).Values.FirstOrDefault()
            : null;
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Obligation = (await db.Obligations.SingleOrDefaultAsync(o => o.Id == id && o.Country == Country, ct))!;
        Source = Obligation is null ? null! : (await db.DocumentAsync(Country, Obligation.DocumentId, ct))!;
        if (Source is null)
        {
            return false;
        }

        Paragraph = await db.LibraryProvisions.AsNoTracking().SingleAsync(p => p.Id == Obligation!.ProvisionId, ct);
        Shown = await db.EvidenceOfAsync(id, Country, ct);
        Served = await db.ProvisionsServedByAsync(id, ct);
        Deadline = Deadline.Of(Obligation!, Shown.Select(s => s.Evidence.DeliveredOn).OfType<DateOnly>(), Deadline.CouncilDay(clock.GetUtcNow()));
        Successor = Obligation!.SupersededBy is { } successor
            ? await db.Obligations.AsNoTracking().SingleOrDefaultAsync(o => o.Id == successor && o.Country == Country, ct)
            : null;
        if (Tab == "history")
        {
            History = await db.HistoryOfObligationAsync(id, Shown.Select(s => s.Evidence.Id), ct);
        }

        Documents = [.. (await db.LaterDocumentsAsync(Country, Source.Date, ct)).Select(d => new SelectListItem(d.Symbol ?? d.Title ?? T["Untitled document"], d.Id.ToString()))];
        return true;
    }
}
