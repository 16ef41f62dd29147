using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Access.Factors;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>Somebody outside asks to be let in, and sees what became of it. The answer tells nothing of which groups there are.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage(AlsoLocked = true), FreshlyProved(ToSend = true, ByPasskey = true)]
public sealed class AskPage(EmergencyCalls calls, UnlockVault vault, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, Required, StringLength(Compartment.LongestName)]
    public string GroupName { get; set; } = "";

    [BindProperty]
    public EmergencyGround? Ground { get; set; }

    public string? Fingerprint { get; private set; }

    public IReadOnlyList<MyCall> Mine { get; private set; } = [];

    public DateTimeOffset Now { get; } = clock.GetUtcNow();

    public bool MayAsk => !Mine.Any(m => m.Opening is null && m.Call.Stands(Now));

    public IEnumerable<SelectListItem> Grounds => Enum.GetValues<EmergencyGround>().Select(g => new SelectListItem(T[EmergencyGrounds.Of(g)], g.ToString()));

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Fingerprint = (await vault.PublicKeyAsync(ct))?.Fingerprint;
        Mine = await calls.MineAsync(Country, ct);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await OnGetAsync(ct);
        if (Fingerprint is null)
        {
            return NotFound();
        }

        if (Ground is not { } ground || !Enum.IsDefined(ground))
        {
            ModelState.AddModelError(nameof(Ground), T["Choose a reason."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await DoneAsync(await calls.AskAsync(Country, GroupName.Trim(), Ground!.Value, ct), T["Asked. If there is such a group, its members see it now: telephone one of them."], ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        return await DoneAsync(await calls.WithdrawAsync(Country, id, ct), T["Withdrawn."], ct);
    }

    public IHtmlContent StateOf(EmergencyCall call, EmergencyOpening? opening) =>
        opening is not null && opening.IsOpen(Now) ? T.Html("You are let in until {0}", DateTag.Moment(opening.UntilAt, T))
        : opening?.Finding is { } finding ? Plain(T["Over and reviewed: {0}", T[EmergencyFindings.Of(finding)]])
        : opening is not null ? T.Html("Over since {0}; it is being reviewed", DateTag.Moment(opening.EndedAt ?? opening.UntilAt, T))
        : call.WithdrawnAt is not null ? Plain(T["Withdrawn."])
        : call.Stands(Now) ? T.Html("Nobody has let you in yet. The call stands until {0}", DateTag.Moment(call.AskedAt + EmergencyCall.Lasts, T))
        : Plain(T["Nobody has let you in within a day."]);

    private static HtmlContentBuilder Plain(string sentence)
    {
        var html = new HtmlContentBuilder();
        html.Append(sentence);
        return html;
    }

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string said, CancellationToken ct)
    {
        if (refusal is not null)
        {
            await OnGetAsync(ct);
            return this.Again("", T[refusal]);
        }

        this.Say(said);
        return RedirectToPage();
    }
}
