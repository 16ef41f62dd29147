using System.ComponentModel.DataAnnotations;
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

namespace Cornerstone.Features.LibraryReader;

/// <summary>What is known about a document beside its text, to be read by all and corrected by some.</summary>
[Requires(LibraryRoom.Read)]
public sealed class AboutPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    public const string ActName = "library.edit";

    public sealed class Form
    {
        [Display(Name = "Symbol"), StringLength(80)]
        public string? Symbol { get; set; }

        [Display(Name = "Title"), StringLength(1000)]
        public string? Title { get; set; }

        [Display(Name = "Date")]
        public DateOnly? Date { get; set; }

        [Display(Name = "Kind")]
        public DocumentKind Kind { get; set; }

        [Display(Name = "Agenda item"), StringLength(500)]
        public string? AgendaItem { get; set; }

        [Display(Name = "Classification")]
        public Classification Classification { get; set; }

        [Display(Name = "Why is this changed?"), Required, StringLength(500)]
        public string? Reason { get; set; }

        public int Version { get; set; }
    }

    [BindProperty]
    public Form Input { get; set; } = new();

    public LibraryDocument Document { get; private set; } = null!;

    /// <summary>What somebody else saved while this form was open.</summary>
    public LibraryDocument? Conflict { get; private set; }

    public OriginalFileFacts? Original { get; private set; }

    public string Country => current.Workspace!.Code;

    public bool MayEdit => Document.Country == Country && current.May(LibraryRoom.Edit);

    public IEnumerable<SelectListItem> Kinds => FilterChoices.Kinds(T);

    public IEnumerable<SelectListItem> Levels => Enum.GetValues<Classification>()
        .Where(c => c <= current.Reader.ClearanceIn(Country))
        .Select(c => new SelectListItem(T.Of(c), c.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Input = new Form
        {
            Symbol = Document.Symbol,
            Title = Document.Title,
            Date = Document.Date,
            Kind = Document.Kind,
            AgendaItem = Document.AgendaItem,
            Classification = Document.Classification,
            Version = Document.Version,
        };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct) || !MayEdit)
        {
            return NotFound();
        }

        Check();
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Input.Version != Document.Version)
        {
            Conflict = Document;
            ModelState.AddModelError("", T["Somebody else changed this document in the meantime. Compare both, then save again."]);
            ModelState.Remove("Input.Version");
            Input.Version = Document.Version;
            return this.Again();
        }

        var correction = new CorrectDocument(Input.Symbol, Input.Title, Input.Date, Input.Kind, Input.AgendaItem, Input.Classification);
        await correction.SaveAsync(db, id, Country, new Act(ActName, Country, clock.GetUtcNow(), Input.Reason), ct);
        this.Say(T["The document was saved."]);
        return RedirectToPage();
    }

    private void Check()
    {
        if (!string.IsNullOrWhiteSpace(Input.Symbol) && !DocumentSymbol.TryParse(Input.Symbol, out _))
        {
            ModelState.AddModelError("Input.Symbol", DocumentSymbol.TryParseLenient(Input.Symbol, out var meant)
                ? T["“{0}” is not written as a symbol. Did you mean {1}?", Input.Symbol, meant.Value]
                : T["“{0}” is not written as a symbol, such as S/RES/2553 (2020).", Input.Symbol]);
        }

        if (Input.Classification > current.Reader.ClearanceIn(Country))
        {
            ModelState.AddModelError("Input.Classification", T["You may not give a level above your own."]);
        }
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.DocumentAsync(Country, id, ct) is not { } document)
        {
            return false;
        }

        Document = document;
        var holder = document.ParentId ?? id;
        Original = await db.LibraryFiles.AsNoTracking().Where(f => f.DocumentId == holder)
            .Select(f => new OriginalFileFacts(f.Name, f.MediaType, f.Length, f.Sha256))
            .SingleOrDefaultAsync(ct);
        return true;
    }
}

/// <summary>The original file without its bytes.</summary>
public sealed record OriginalFileFacts(string Name, string MediaType, int Length, byte[] Sha256);
