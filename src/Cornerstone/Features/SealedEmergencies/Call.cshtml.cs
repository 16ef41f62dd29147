using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Access.Factors;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Languages;
using Cornerstone.Sealing.Keys;
using Cornerstone.Ui;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>A call as a member sees it: who asks and why, the words of their key, and what to lend them for how long. It shows titles, so looking at it is a reading.</summary>
[Requires(SealedDossiersRoom.Write), SealedPage, FreshlyProved(ToSend = true, ByPasskey = true)]
public sealed class CallPage(GroupDoor door, GroupPeople people, DossierStore store, Emergencies emergencies, Text T) : PageModel
{
    [BindProperty]
    public List<Guid> Dossiers { get; set; } = [];

    [BindProperty]
    public short Hours { get; set; } = 1;

    [BindProperty]
    public bool IsHeard { get; set; }

    /// <summary>The words that were shown: what is lent goes to the key they belong to, and to no other.</summary>
    [BindProperty]
    public string? Words { get; set; }

    public Compartment Shown { get; private set; } = null!;

    public EmergencyCall Call { get; private set; } = null!;

    public string Asker { get; private set; } = "";

    public string? Fingerprint { get; private set; }

    public IReadOnlyList<DossierLine> Lines { get; private set; } = [];

    public IEnumerable<SelectListItem> Choices => Lines.Select(l => new SelectListItem(l.Title, l.Id.ToString()));

    public IEnumerable<SelectListItem> Terms => Enumerable.Range(1, EmergencyOpening.MostHours).Select(h => new SelectListItem(T.Plural(h, "{0} hour", "{0} hours"), $"{h}"));

    public async Task<IActionResult> OnGetAsync(Guid group, Guid call, CancellationToken ct) =>
        await ReadAsync(group, call, ct) is not null ? Page() : await this.NotEnteredAsync(door, group, ct);

    public async Task<IActionResult> OnPostAsync(Guid group, Guid call, CancellationToken ct)
    {
        if (await ReadAsync(group, call, ct) is not var (entered, holder))
        {
            return await this.NotEnteredAsync(door, group, ct);
        }

        if (holder is null || Fingerprint != Words)
        {
            return this.Again(nameof(IsHeard), T["The key has changed in this moment: let them read you the new words."]);
        }

        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (await emergencies.LetInAsync(entered, Call, holder, [.. Dossiers.Distinct()], Hours, ct) is { } refusal)
        {
            return this.Again("", T[refusal]);
        }

        this.Say(T["Let in. The time runs, and every member of the group is told."]);
        return RedirectToPage("Index", new { country = RouteData.Values["country"], group });
    }

    private void Check()
    {
        if (!IsHeard)
        {
            ModelState.AddModelError(nameof(IsHeard), T["Speak with them first: a stranger may sit at their desk."]);
        }

        if (Dossiers.Count == 0 || Dossiers.Exists(d => Lines.All(l => l.Id != d)))
        {
            ModelState.AddModelError(nameof(Dossiers), T["Choose at least one dossier."]);
        }

        if (Hours is < 1 or > EmergencyOpening.MostHours)
        {
            ModelState.AddModelError(nameof(Hours), T["Choose from the list."]);
        }
    }

    private async Task<(EnteredGroup Entered, KeyHolder? Holder)?> ReadAsync(Guid group, Guid id, CancellationToken ct)
    {
        if (await door.EnterAsync(group, ct) is not { } entered || await emergencies.CallAsync(entered.Group, id, ct) is not { } call)
        {
            return null;
        }

        (Shown, Call) = (entered.Group, call);
        Asker = (await people.NamesAsync([call.AskedBy], ct)).GetValueOrDefault(call.AskedBy, "–");
        var holder = await emergencies.HolderAsync(call.AskedBy, ct);
        Fingerprint = holder?.Key.Fingerprint;
        Lines = holder is null ? [] : await store.ListAsync(entered, ct);
        return (entered, holder);
    }
}
