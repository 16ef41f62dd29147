using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Access.Factors;
using Cornerstone.Languages;
using Cornerstone.Sealing;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>A request as whoever decides sees it.</summary>
public sealed record ShownRequest(DossierRequest Request, string Words, string? Asker, bool IsMine, bool IsExpired);

/// <summary>Whether a dossier stays: its hold, and what two members decide. It shows the dossier's title, so that looking at it is a reading.</summary>
[Requires(SealedDossiersRoom.Write), SealedPage, FreshlyProved(ToSend = true, ByPasskey = true)]
public sealed class ErasurePage(GroupDoor door, DossierStore store, DossierDates dates, KeepOrErase keeping, GroupPeople people, CurrentReader current, Text T) : PageModel
{
    [BindProperty]
    public DossierGround? HoldGround { get; set; }

    [BindProperty]
    public DossierGround? Ground { get; set; }

    [BindProperty, StringLength(DossierRequest.LongestWords)]
    public string? Words { get; set; }

    [BindProperty]
    public bool IsSure { get; set; }

    [BindProperty]
    public DateOnly? KeepUntil { get; set; }

    [BindProperty]
    public KeepBasis? KeepBasis { get; set; }

    public Compartment Shown { get; private set; } = null!;

    public OpenDossier Dossier { get; private set; } = null!;

    public DossierHold? Hold { get; private set; }

    public string? Holder { get; private set; }

    public IReadOnlyList<ShownRequest> Waiting { get; private set; } = [];

    /// <summary>What can be asked for: a dossier under a hold is not erased, and only a hold is lifted.</summary>
    public DossierRequestKind Kind => Hold is null ? DossierRequestKind.Erasure : DossierRequestKind.Lifting;

    public bool MayAsk => Waiting.All(w => w.Request.Kind != Kind);

    public IEnumerable<SelectListItem> HoldGrounds => Choices(DossierGrounds.ToHold);

    public IEnumerable<SelectListItem> Grounds => Choices(DossierGrounds.For(Kind));

    public async Task<IActionResult> OnGetAsync(Guid group, Guid dossier, CancellationToken ct) => await ReadAsync(group, dossier, ct) is null ? NotFound() : Page();

    public async Task<IActionResult> OnPostHoldAsync(Guid group, Guid dossier, CancellationToken ct)
    {
        if (await ReadAsync(group, dossier, ct) is not { } entered)
        {
            return NotFound();
        }

        if (HoldGround is not { } ground || !DossierGrounds.ToHold.Contains(ground))
        {
            return this.Again(nameof(HoldGround), T["Choose a reason."]);
        }

        return await DoneAsync(await keeping.HoldAsync(entered, dossier, ground, ct), T["The dossier is under a hold: nobody can erase it."], group, dossier, ct);
    }

    public async Task<IActionResult> OnPostUntilAsync(Guid group, Guid dossier, CancellationToken ct)
    {
        if (await ReadAsync(group, dossier, ct) is not { } entered)
        {
            return NotFound();
        }

        if (!dates.IsPossible(KeepUntil))
        {
            ModelState.AddModelError(nameof(KeepUntil), T["Name a day to come."]);
        }

        if (KeepBasis is not { } basis || !Enum.IsDefined(basis))
        {
            ModelState.AddModelError(nameof(KeepBasis), T["Choose what sets the date."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var isSet = await dates.SetAsync(entered, Dossier, KeepUntil!.Value, KeepBasis!.Value, ct);
        return await DoneAsync(isSet ? null : new Refusal("sealed.decided"), T["The date is set."], group, dossier, ct);
    }

    public async Task<IActionResult> OnPostAskAsync(Guid group, Guid dossier, CancellationToken ct)
    {
        if (await ReadAsync(group, dossier, ct) is not { } entered)
        {
            return NotFound();
        }

        if (Ground is not { } ground || !DossierGrounds.For(Kind).Contains(ground))
        {
            ModelState.AddModelError(nameof(Ground), T["Choose a reason."]);
        }

        if (string.IsNullOrWhiteSpace(Words))
        {
            ModelState.AddModelError(nameof(Words), T["Say in a few words why."]);
        }

        return ModelState.IsValid
            ? await DoneAsync(await keeping.AskAsync(entered, dossier, Kind, Ground!.Value, Words!.Trim(), ct), T["Asked. Another member of the group decides."], group, dossier, ct)
            : this.Again();
    }

    public async Task<IActionResult> OnPostDecideAsync(Guid group, Guid dossier, Guid id, bool approve, int version, CancellationToken ct)
    {
        if (await ReadAsync(group, dossier, ct) is not { } entered || await keeping.FindAsync(dossier, id, ct) is not { } request)
        {
            return NotFound();
        }

        if (!approve)
        {
            return await DoneAsync(await keeping.CloseAsync(entered, request, ct), T["The request is closed."], group, dossier, ct);
        }

        if (request.Kind == DossierRequestKind.Lifting)
        {
            return await DoneAsync(await keeping.ApproveAsync(entered, request, ct), T["The hold is lifted."], group, dossier, ct);
        }

        if (!IsSure)
        {
            return this.Again(nameof(IsSure), T["Say that you know it, or go back."]);
        }

        var refusal = version != Dossier.Version ? new Refusal("sealed.changed") : await keeping.ApproveAsync(entered, request, ct);
        if (refusal is not null)
        {
            return await DoneAsync(refusal, "", group, dossier, ct);
        }

        this.Say(T["Erased. Its keys are destroyed, and no backup brings it back."]);
        return RedirectToPage("Group", new { country = RouteData.Values["country"], group });
    }

    private IEnumerable<SelectListItem> Choices(IEnumerable<DossierGround> grounds) => grounds.Select(g => new SelectListItem(T[DossierGrounds.Of(g)], g.ToString()));

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string said, Guid group, Guid dossier, CancellationToken ct)
    {
        if (refusal is not null)
        {
            return await ReadAsync(group, dossier, ct) is null ? NotFound() : this.Again("", T[refusal]);
        }

        this.Say(said);
        return RedirectToPage();
    }

    private async Task<EnteredGroup?> ReadAsync(Guid group, Guid dossier, CancellationToken ct)
    {
        if (await door.EnterAsync(group, ct) is not { } entered || await store.OpenAsync(entered, dossier, ct) is not { } opened)
        {
            return null;
        }

        (Shown, Dossier, Hold) = (entered.Group, opened, await keeping.HoldOfAsync(dossier, ct));
        var waiting = await keeping.WaitingOfAsync(dossier, ct);
        var names = await people.NamesAsync([.. waiting.Select(w => w.AskedBy), .. Hold is null ? Array.Empty<Guid>() : [Hold.PlacedBy]], ct);
        Holder = Hold is null ? null : names.GetValueOrDefault(Hold.PlacedBy);
        var shown = new List<ShownRequest>();
        foreach (var request in waiting)
        {
            var words = request.Words ?? throw new SealBrokenException("The words of a request that waits are not there.");
            shown.Add(new(request, await store.WordsOfAsync(entered, dossier, request.WordsPlace, words, ct), names.GetValueOrDefault(request.AskedBy), request.AskedBy == current.Reader.Id, keeping.Today > request.LastDay));
        }

        Waiting = shown;
        return entered;
    }
}
