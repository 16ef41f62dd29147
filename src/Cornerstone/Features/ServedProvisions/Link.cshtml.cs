using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ServedProvisions;

/// <summary>
/// Says which paragraphs a law, an instrument or an objective serves: the document is chosen, then one of its paragraphs. Where
/// its room says so, a document the library does not hold yet may be cited instead.
/// </summary>
[Requires(CommitmentsRoom.Read)]
public sealed class LinkPage(AppDb db, CurrentReader current, ServingRecords serving, ProvisionPicker picker, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true), StringLength(120)]
    public string? Symbol { get; set; }

    [BindProperty, StringLength(60)]
    public string? Paragraph { get; set; }

    [BindProperty]
    public ServiceRelation Relation { get; set; }

    /// <summary>A document cited by its symbol, held or not.</summary>
    [BindProperty, StringLength(120)]
    public string? CitedSymbol { get; set; }

    [BindProperty, StringLength(60)]
    public string? CitedParagraph { get; set; }

    [BindProperty]
    public ServiceRelation CitedRelation { get; set; }

    [BindProperty]
    public Guid? Link { get; set; }

    public IServing Room { get; private set; } = null!;

    public ServingRecord Record { get; private set; } = null!;

    public IReadOnlyList<ServedParagraph> Served { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Documents { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Paragraphs { get; private set; } = [];

    public IEnumerable<SelectListItem> Relations => Enum.GetValues<ServiceRelation>().Select(r => new SelectListItem(T.Of(r), r.ToString()));

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(string word, Guid id, CancellationToken ct) => await ReadAsync(word, id, ct) ?? Page();

    public async Task<IActionResult> OnPostAddAsync(string word, Guid id, CancellationToken ct) => await ReadAsync(word, id, ct)
        ?? await AddAsync(await picker.PickAsync(Country, Symbol, Paragraph, ct), Relation, nameof(Symbol), nameof(Paragraph), ct);

    public async Task<IActionResult> OnPostCiteAsync(string word, Guid id, CancellationToken ct) => await ReadAsync(word, id, ct)
        ?? (Room.MayCiteUnheld
            ? await AddAsync(await picker.PickAsync(Country, CitedSymbol, CitedParagraph, ct, mayBeMissing: true), CitedRelation, nameof(CitedSymbol), nameof(CitedParagraph), ct)
            : NotFound());

    public async Task<IActionResult> OnPostRemoveAsync(string word, Guid id, CancellationToken ct)
    {
        if (await ReadAsync(word, id, ct) is { } refused)
        {
            return refused;
        }

        var link = await db.ProvisionsServed.SingleOrDefaultAsync(l => l.Id == Link && l.RecordId == id && l.Country == Country, ct);
        if (link is null)
        {
            return NotFound();
        }

        db.Remove(link);
        return await SaveAsync("provisions.unserve", T["The link was removed."], ct);
    }

    private async Task<IActionResult> AddAsync(PickedProvision picked, ServiceRelation relation, string documentField, string paragraphField, CancellationToken ct)
    {
        if (picked.Why is { } why)
        {
            ModelState.AddModelError(picked.Document is null ? paragraphField : documentField, T[why]);
        }
        else if (Served.Any(s => s.Link.Provision == picked.Provision && s.Link.Relation == relation))
        {
            ModelState.AddModelError(paragraphField, T["This paragraph is linked already."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        db.ProvisionsServed.Add(new ProvisionServed
        {
            Country = Country,
            Classification = Record.Classification,
            Compartment = Record.Compartment,
            RecordType = Room.RecordType,
            RecordId = Record.Id,
            Provision = picked.Provision!,
            Relation = relation,
        });
        return await SaveAsync("provisions.serve", T["The paragraph was linked."], ct);
    }

    private async Task<IActionResult> SaveAsync(string act, string said, CancellationToken ct)
    {
        await db.SaveAsync(new Act(act, Country, clock.GetUtcNow()), ct);
        this.Say(said);
        return Redirect(ServingRecords.ChangeAddress(Country, Room.Word!, Record.Id, mayLink: true)!);
    }

    private async Task<IActionResult?> ReadAsync(string word, Guid id, CancellationToken ct)
    {
        if (serving.RoomOf(word) is not { } room || (await room.FindAsync(Country, [id], ct)).SingleOrDefault() is not { } record)
        {
            return NotFound();
        }

        if (!record.MayLink)
        {
            return Forbid();
        }

        (Room, Record) = (room, record);
        Served = await db.ServedParagraphsAsync(Country, id, T.Language.Code, ct);
        Documents = await picker.DocumentsAsync(Country, Symbol, ct);
        Paragraphs = await picker.ParagraphsAsync(Country, Symbol, ct);
        return null;
    }
}
