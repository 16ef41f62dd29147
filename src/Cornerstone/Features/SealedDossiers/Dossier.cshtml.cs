using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Vaults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>One dossier. A file is held in memory on its way in: nothing of it touches a disk before it is sealed.</summary>
[Requires(SealedDossiersRoom.Enter), SealedPage]
[RequestSizeLimit(MostBytes), RequestFormLimits(MultipartBodyLengthLimit = MostBytes, MemoryBufferThreshold = MostBytes)]
public sealed class DossierPage(GroupDoor door, DossierStore store, KeepOrErase keeping, GroupEmergencies emergencies, AppDb db, Text T) : PageModel
{
    private const int MostBytes = DossierStore.LargestFile + (64 * 1024);

    [BindProperty]
    public int Version { get; set; }

    [BindProperty, Required, StringLength(DossierLimits.Title)]
    public string Title { get; set; } = "";

    [BindProperty, StringLength(DossierLimits.Note)]
    public string? Note { get; set; }

    [BindProperty]
    public IFormFile? Attached { get; set; }

    public Compartment Shown { get; private set; } = null!;

    public OpenDossier Dossier { get; private set; } = null!;

    public bool IsHeld { get; private set; }

    public bool IsErasureAsked { get; private set; }

    /// <summary>Those who read this dossier now, from outside.</summary>
    public IReadOnlyList<EmergencyNews> Emergencies { get; private set; } = [];

    public IReadOnlyList<HistoryLine> Lines { get; private set; } = [];

    public bool MayWrite => door.MayWrite;

    public async Task<IActionResult> OnGetAsync(Guid group, Guid dossier, CancellationToken ct)
    {
        if (await OpenAsync(group, dossier, ct) is null)
        {
            return NotFound();
        }

        (Version, Title) = (Dossier.Version, Dossier.Title);
        return Page();
    }

    public async Task<IActionResult> OnGetFileAsync(Guid group, Guid dossier, Guid file, CancellationToken ct) =>
        await door.EnterAsync(group, ct) is { } entered && await store.DownloadAsync(entered, dossier, file, ct) is var (name, content)
            ? File(content, "application/octet-stream", name)
            : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid group, Guid dossier, CancellationToken ct)
    {
        if (!MayWrite || await OpenAsync(group, dossier, ct) is not { } entered)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(Note))
        {
            ModelState.AddModelError(nameof(Note), T["Write a note."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Dossier.Content.Write().Length + Note!.Length > DossierLimits.Content)
        {
            return this.Again(nameof(Note), T["This dossier is full: open another one and go on there."]);
        }

        var saved = await store.WriteAsync(entered, Dossier with { Version = Version }, Title.Trim(), door.Note(Note), ct);
        return saved ? Done() : Overtaken();
    }

    public async Task<IActionResult> OnPostAttachAsync(Guid group, Guid dossier, CancellationToken ct)
    {
        if (!MayWrite || await OpenAsync(group, dossier, ct) is not { } entered)
        {
            return NotFound();
        }

        ModelState.Remove(nameof(Title));
        Title = Dossier.Title;
        if (Attached is not { Length: > 0 and <= DossierStore.LargestFile })
        {
            return this.Again(nameof(Attached), T["Choose a file of 10 MB at most."]);
        }

        await using var content = Attached.OpenReadStream();
        return await store.AttachAsync(entered, Dossier with { Version = Version }, FileName.Clean(Attached.FileName), content, door.Note("").By, ct) ? Done() : Overtaken();
    }

    private RedirectToPageResult Done()
    {
        this.Say(T["Sealed and saved."]);
        return RedirectToPage();
    }

    private IActionResult Overtaken()
    {
        Version = Dossier.Version;
        return this.Overtaken(T["Somebody else wrote in this dossier while you were writing. What they wrote is above; your words are still in the form."], nameof(Version));
    }

    private async Task<EnteredGroup?> OpenAsync(Guid group, Guid dossier, CancellationToken ct)
    {
        if (await door.EnterAsync(group, ct) is not { } entered || await store.OpenAsync(entered, dossier, ct) is not { } opened)
        {
            return null;
        }

        (Shown, Dossier) = (entered.Group, opened);
        IsHeld = await keeping.HoldOfAsync(dossier, ct) is not null;
        IsErasureAsked = (await keeping.WaitingOfAsync(dossier, ct)).Any(r => r.Kind == DossierRequestKind.Erasure);
        Emergencies = [.. (await emergencies.NewsAsync([entered.Group], ct)).Where(n => n.Dossiers.Contains(dossier))];
        Lines = await db.HistoryOfAsync(dossier, ct);
        return entered;
    }
}
