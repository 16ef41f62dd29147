using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Access.Factors;
using Cornerstone.Features.SealedDossiers;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SealedEmergencies;

/// <summary>One emergency from inside the group: why, what was read, and what somebody who had no part in it finds. It shows titles, so looking at it is a reading.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage, FreshlyProved(ToSend = true, ByPasskey = true)]
public sealed class ReviewPage(GroupDoor door, GroupPeople people, DossierStore store, Emergencies emergencies, CurrentReader current, Text T) : PageModel
{
    private Dictionary<Guid, string> titles = [];
    private Dictionary<Guid, string> names = [];

    [BindProperty]
    public EmergencyFinding? Finding { get; set; }

    [BindProperty, StringLength(EmergencyOpening.LongestWords)]
    public string? Words { get; set; }

    public Compartment Shown { get; private set; } = null!;

    public EmergencyOpening Opening { get; private set; } = null!;

    public string? Why { get; private set; }

    public string? Found { get; private set; }

    public IReadOnlyList<EmergencyReading> Readings { get; private set; } = [];

    public bool IsOpen => Opening.IsOpen(emergencies.Now);

    public bool IsOwn => Opening.Involves(current.Reader.Id);

    public bool IsOverdue => Opening.IsOverdue(DateOnly.FromDateTime(emergencies.Now.UtcDateTime));

    public string Person => NameOf(Opening.PersonId);

    public string LetInBy => NameOf(Opening.LetInBy);

    public string? LetInWith => Opening.LetInWith is { } with ? NameOf(with) : null;

    public string? Reviewer => Opening.ReviewedBy is { } by ? NameOf(by) : null;

    public IEnumerable<SelectListItem> Findings => Enum.GetValues<EmergencyFinding>().Select(f => new SelectListItem(T[EmergencyFindings.Of(f)], f.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid group, Guid opening, CancellationToken ct) => await ReadAsync(group, opening, ct) is not null ? Page() : await this.NotEnteredAsync(door, group, ct);

    public async Task<IActionResult> OnPostAsync(Guid group, Guid opening, CancellationToken ct)
    {
        if (await ReadAsync(group, opening, ct) is not { } entered)
        {
            return await this.NotEnteredAsync(door, group, ct);
        }

        if (Finding is not { } finding || !Enum.IsDefined(finding))
        {
            ModelState.AddModelError(nameof(Finding), T["Choose what you found."]);
        }

        if (string.IsNullOrWhiteSpace(Words))
        {
            ModelState.AddModelError(nameof(Words), T["Say in a few words why."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        return await DoneAsync(await emergencies.ReviewAsync(entered, Opening, Finding!.Value, Words!.Trim(), ct), T["The review is recorded."], group, opening, ct);
    }

    public async Task<IActionResult> OnPostEndAsync(Guid group, Guid opening, CancellationToken ct)
    {
        if (await ReadAsync(group, opening, ct) is not { } entered)
        {
            return await this.NotEnteredAsync(door, group, ct);
        }

        return await DoneAsync(await emergencies.EndAsync(entered.Group.Country, Opening, ct), T["Ended. The keys are destroyed."], group, opening, ct);
    }

    public string TitleOf(Guid dossier) => titles.GetValueOrDefault(dossier) ?? T["Erased dossier {0}", dossier];

    public string WordOf(EmergencyReading reading) => Rooms.HistoryWord(reading.Act) is { } word ? T[word] : reading.Act;

    private string NameOf(Guid person) => names.GetValueOrDefault(person, "–");

    private async Task<IActionResult> DoneAsync(Refusal? refusal, string said, Guid group, Guid opening, CancellationToken ct)
    {
        if (refusal is not null)
        {
            return await ReadAsync(group, opening, ct) is null ? NotFound() : this.Again("", T[refusal]);
        }

        this.Say(said);
        return RedirectToPage();
    }

    private async Task<EnteredGroup?> ReadAsync(Guid group, Guid id, CancellationToken ct)
    {
        if (await door.EnterAsync(group, ct) is not { } entered || await emergencies.FindAsync(group, id, ct) is not { } opening)
        {
            return null;
        }

        (Shown, Opening) = (entered.Group, opening);
        titles = (await store.ListAsync(entered, ct)).ToDictionary(l => l.Id, l => l.Title);
        (Why, Found) = await emergencies.WordsAsync(entered, opening, ct);
        Readings = await emergencies.ReadingsAsync(opening, ct);
        names = await people.NamesAsync([.. new[] { opening.PersonId, opening.LetInBy, opening.LetInWith, opening.ReviewedBy }.OfType<Guid>().Distinct()], ct);
        return entered;
    }
}
