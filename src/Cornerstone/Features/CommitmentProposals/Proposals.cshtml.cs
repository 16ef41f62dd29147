using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CommitmentProposals;

/// <summary>Paragraphs that ask for something and await a decision, one document at a time, several in one go.</summary>
[Requires(CommitmentsRoom.Read)]
public sealed class ProposalsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Document { get; set; }

    [BindProperty]
    public List<Guid> Chosen { get; set; } = [];

    // Asked for when dismissing only, so the rule and not the form says when it is missing.
    [BindProperty]
    public string Reason { get; set; } = "";

    public LibraryDocument? Source { get; private set; }

    public IReadOnlyList<LibraryProvision> Waiting { get; private set; } = [];

    public IReadOnlyList<ProposingDocument> Documents { get; private set; } = [];

    public bool MayEdit => current.May(CommitmentsRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/commitments";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct) => await ReadAsync(ct) ? Page() : NotFound();

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        return Source is null ? this.Export(ProposalsExport.Of(Documents, T), format) : this.Export(ProposalsExport.Of(Waiting, Source, T), format);
    }

    public Task<IActionResult> OnPostAcceptAsync(CancellationToken ct) => DecideAsync(
        "commitments.accept", obligation => obligation.Accept(asks: true, reason: null),
        count => T.Plural(count, "{0} obligation is now followed.", "{0} obligations are now followed."), ct);

    public Task<IActionResult> OnPostDismissAsync(CancellationToken ct) => DecideAsync(
        "commitments.dismiss", obligation => obligation.Dismiss(Reason),
        count => T.Plural(count, "{0} proposal was dismissed.", "{0} proposals were dismissed."), ct);

    private async Task<IActionResult> DecideAsync(string act, Func<Obligation, Refusal?> decide, Func<int, string> said, CancellationToken ct)
    {
        ModelState.Remove(nameof(Reason));
        if (!MayEdit)
        {
            return Forbid();
        }

        // Two people, or one who clicks twice, decide one after the other.
        await db.TakeTurnAsync(Country, Document ?? Guid.Empty, ct);
        if (!await ReadAsync(ct) || Source is null)
        {
            return NotFound();
        }

        var chosen = Waiting.Where(p => Chosen.Contains(p.Id)).ToList();
        if (chosen.Count == 0)
        {
            return this.Again(nameof(Chosen), T["Choose at least one paragraph."]);
        }

        var level = Proposal.LevelFor(Source.Classification, current.Reader.ClearanceIn(Country) ?? Classification.Public);
        var reopened = await db.Obligations.Where(o => o.Country == Country && o.DocumentId == Source.Id && o.State == ObligationState.Proposed).ToListAsync(ct);
        foreach (var provision in chosen)
        {
            var known = reopened.FirstOrDefault(o => o.ProvisionId == provision.Id);
            var obligation = known ?? Proposal.Draft(provision, Source, Country, level);
            if (decide(obligation) is { } refusal)
            {
                return this.Again(nameof(Reason), T[refusal]);
            }

            if (known is null)
            {
                db.Obligations.Add(obligation);
            }
            else
            {
                known.Version++;
            }
        }

        await db.SaveAsync(new Act(act, Country, clock.GetUtcNow(), string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim()), ct);
        this.Say(said(chosen.Count));
        return RedirectToPage(new { document = Document });
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        if (Document is not { } id)
        {
            Documents = await db.DocumentsWithProposalsAsync(Country, ct);
            return true;
        }

        Source = await db.DocumentAsync(Country, id, ct);
        if (Source is not null)
        {
            var decided = await db.ObligationsOfWorkAsync(Country, Source, ct);
            Waiting = [.. (await db.ProvisionsOfAsync(id, ct)).Where(p => Proposal.Asks(p) && decided[p.Path].All(o => o.State == ObligationState.Proposed))];
        }

        return Source is not null;
    }
}
