using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>How far the reader has come into a group.</summary>
public enum GroupState
{
    NoKey,
    NotLetIn,
    NoReason,
    Entered,
}

/// <summary>A member whom somebody has to let in, with the words of their key when they have a vault.</summary>
public sealed record WaitingMember(Guid Id, string Name, string? Fingerprint);

/// <summary>A request of the group that waits for a second member.</summary>
public sealed record WaitingRequest(Guid Dossier, string Title, DossierRequestKind Kind, string? Asker, DateOnly LastDay);

/// <summary>A sealed group from inside: its key, its members at the door, its dossiers.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage]
public sealed class GroupPage(GroupDoor door, GroupKeys keys, GroupPeople people, DossierStore store, DossierDates dates, KeepOrErase keeping, GroupEmergencies emergencies, Text T) : PageModel
{
    private const int LongestWords = 100;

    [BindProperty]
    public ReadReason? Reason { get; set; }

    [BindProperty, StringLength(LongestWords)]
    public string? Words { get; set; }

    public Compartment Shown { get; private set; } = null!;

    public GroupState State { get; private set; }

    /// <summary>The recovery key that waits for this group: for its first key, or for a member to agree to others than before.</summary>
    public StoredRecovery? Recovery { get; private set; }

    public IReadOnlyList<string> Officers { get; private set; } = [];

    public string? MyFingerprint { get; private set; }

    public IReadOnlyList<DossierLine> Lines { get; private set; } = [];

    /// <summary>Past the date until which they are kept, or without one: two members erase them, or one sets a date.</summary>
    public IEnumerable<DossierLine> DueDossiers => Lines.Where(l => l.KeepUntil is null || l.KeepUntil < dates.Today).OrderBy(l => l.KeepUntil ?? DateOnly.MaxValue);

    public IReadOnlyList<WaitingMember> Waiting { get; private set; } = [];

    public IReadOnlyList<WaitingRequest> Requests { get; private set; } = [];

    public IReadOnlyList<ErasedDossier> Erased { get; private set; } = [];

    public IReadOnlyList<EmergencyNews> Emergencies { get; private set; } = [];

    public bool EndedEarly { get; private set; }

    public ChangeDue Due { get; private set; }

    public bool IsSearch => Words is not null;

    public bool MayWrite => door.MayWrite;

    public string Here => $"{Request.PathBase}{Request.Path}".TrimEnd('/');

    public IEnumerable<SelectListItem> Reasons => Enum.GetValues<ReadReason>().Select(r => new SelectListItem(T[ReadReasons.Of(r)], r.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid group, CancellationToken ct) => await ReadAsync(group, ct) ? await ShowAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostMakeAsync(Guid group, CancellationToken ct)
    {
        if (!await ReadAsync(group, ct) || State != GroupState.NoKey || Recovery is null || !MayWrite || await people.MyHolderAsync(ct) is not { } me)
        {
            return NotFound();
        }

        var isFirst = await keys.MakeAsync(Shown, me, Recovery, door.Vault.Ring, ct);
        this.Say(isFirst ? T["The key is made. Let the other members in."] : T["Another member made it in this moment: they let you in."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostAdmitAsync(Guid group, Guid person, CancellationToken ct)
    {
        if (!await ReadAsync(group, ct) || State is GroupState.NoKey or GroupState.NotLetIn || !MayWrite || Waiting.All(w => w.Id != person))
        {
            return NotFound();
        }

        if (await keys.AdmitAsync(Shown, person, door.Vault.Ring, ct) is { } refusal)
        {
            return this.Again("", T[refusal]);
        }

        this.Say(T["Let in: with their own vault they open what is here."]);
        return RedirectToPage();
    }

    /// <param name="recovery">The key whose words stood on the page: no other one is agreed to.</param>
    public async Task<IActionResult> OnPostTrustAsync(Guid group, Guid recovery, CancellationToken ct)
    {
        if (!await ReadAsync(group, ct) || State == GroupState.NoKey || Recovery?.Id != recovery)
        {
            return NotFound();
        }

        var isDone = await keys.TrustAsync(Shown, Recovery, door.Vault.Ring, ct);
        this.Say(isDone ? T["Two of these three can open the group from now on."] : T["Another member is changing the key in this moment."]);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostChangeAsync(Guid group, [FromServices] ChangeGroupKey change, CancellationToken ct)
    {
        if (!await ReadAsync(group, ct) || Due == ChangeDue.None)
        {
            return NotFound();
        }

        var changed = await change.RunAsync(Shown, door.Vault.Ring, ct);
        this.Say(changed switch
        {
            KeyChange.Overtaken => T["Another member is changing the key in this moment."],
            KeyChange.Partly => T["The key is changed. Some dossiers still wait for their own new key: go on when you see the button again."],
            _ when Due == ChangeDue.Known => T["The keys are changed: a copy of the old ones opens nothing that is stored here from now on."],
            _ => T["The key is changed: whoever left can open nothing that is stored here."],
        });
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostReasonAsync(Guid group, CancellationToken ct)
    {
        if (!await ReadAsync(group, ct) || State is GroupState.NoKey or GroupState.NotLetIn)
        {
            return NotFound();
        }

        if (Reason is not { } reason || !Enum.IsDefined(reason))
        {
            return this.Again(nameof(Reason), T["Choose a reason."]);
        }

        door.Vault.ReadsFor(group, reason);
        return RedirectToPage();
    }

    public async Task<IActionResult> OnPostSearchAsync(Guid group, CancellationToken ct)
    {
        if (await door.EnterAsync(group, ct) is not { } entered)
        {
            return RedirectToPage();
        }

        (Shown, State) = (entered.Group, GroupState.Entered);
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(Words))
        {
            Words = null;
            await ShowAsync(ct);
            return this.Again(nameof(Words), T["Write what to look for, {0} characters at most.", LongestWords]);
        }

        (Lines, EndedEarly) = await store.SearchAsync(entered, Words.Trim(), ct);
        return Page();
    }

    private async Task<bool> ReadAsync(Guid group, CancellationToken ct)
    {
        if (await door.FindAsync(group, ct) is not { } found)
        {
            return false;
        }

        Shown = found;
        State = !await keys.IsMadeAsync(group, ct) ? GroupState.NoKey
            : !await door.HasKeyAsync(group, ct) ? GroupState.NotLetIn
            : door.Vault.ReasonIn(group) is null ? GroupState.NoReason
            : GroupState.Entered;
        if (State == GroupState.NoKey)
        {
            (Recovery, Officers) = await people.OfficersAsync(found.Country, ct);
        }

        else if (State != GroupState.NotLetIn && MayWrite && await keys.UntrustedAsync(found, ct) is { } others)
        {
            (Recovery, Officers) = (others, await people.OfficersAsync(others, ct));
        }

        Emergencies = await emergencies.NewsAsync([found], ct);
        MyFingerprint = State == GroupState.NotLetIn ? (await people.MyHolderAsync(ct))?.Key.Fingerprint : null;
        Due = (State is GroupState.NoReason or GroupState.Entered) && MayWrite ? await people.ChangeDueAsync(group, ct) : ChangeDue.None;
        Waiting = (State is GroupState.NoReason or GroupState.Entered) && MayWrite ? await people.WaitingAsync(group, ct) : [];
        return true;
    }

    private async Task<IActionResult> ShowAsync(CancellationToken ct)
    {
        if (await door.EnterAsync(Shown.Id, ct) is { } entered)
        {
            Lines = await store.ListAsync(entered, ct);
            Erased = await people.ErasedAsync(Shown.Id, ct);
            var (asked, titles) = (await keeping.WaitingInAsync(Shown.Id, ct), Lines.ToDictionary(l => l.Id, l => l.Title));
            var names = await people.NamesAsync([.. asked.Select(r => r.AskedBy).Distinct()], ct);
            Requests = [.. asked.Where(r => titles.ContainsKey(r.DossierId)).Select(r => new WaitingRequest(r.DossierId, titles[r.DossierId], r.Kind, names.GetValueOrDefault(r.AskedBy), r.LastDay))];
        }

        return Page();
    }
}
