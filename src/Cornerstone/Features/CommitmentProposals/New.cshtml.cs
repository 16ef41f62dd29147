using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.CommitmentEditing;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.CommitmentProposals;

/// <summary>Opens an obligation from one paragraph, in a person's own words; the only way from a paragraph that asks for nothing.</summary>
[Requires(CommitmentsRoom.Edit)]
public sealed class NewPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid Provision { get; set; }

    [BindProperty]
    public ObligationForm Form { get; set; } = new();

    [BindProperty, Display(Name = "Why it is followed all the same"), StringLength(500)]
    public string? Reason { get; set; }

    public LibraryProvision Paragraph { get; private set; } = null!;

    public LibraryDocument Source { get; private set; } = null!;

    public bool Asks => Proposal.Asks(Paragraph);

    public string Path => $"/{Country.ToLowerInvariant()}/commitments";

    private string Country => current.Workspace!.Code;

    private Classification Clearance => current.Reader.ClearanceIn(Country) ?? Classification.Public;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        Form = ObligationForm.Of(Draft());
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        Form.Check(ModelState, nameof(Form), T["Give the first date: what falls due again is counted from it."]);
        var obligation = Draft();
        Say(nameof(Form) + "." + nameof(Form.Classification), Form.MayTravel(Source.Classification, Clearance));
        Say(nameof(Reason), obligation.Accept(Asks, Reason));
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        Form.CopyTo(obligation);
        db.Obligations.Add(obligation);
        await db.SaveAsync(new Act("commitments.accept", Country, clock.GetUtcNow(), Reason), ct);
        this.Say(T["The obligation is now followed."]);
        return Redirect($"{Path}/{obligation.Id}");
    }

    private Obligation Draft() => Proposal.Draft(Paragraph, Source, Country, Proposal.LevelFor(Source.Classification, Clearance));

    private void Say(string field, Refusal? refusal)
    {
        if (refusal is not null)
        {
            ModelState.AddModelError(field, T[refusal]);
        }
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        Paragraph = (await db.LibraryProvisions.AsNoTracking().SingleOrDefaultAsync(p => p.Id == Provision, ct))!;
        Source = Paragraph is null ? null! : (await db.DocumentAsync(Country, Paragraph.DocumentId, ct))!;
        return Source is not null;
    }
}
