using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Ui.Tags;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LibraryRelations;

/// <summary>Two documents side by side: what stayed, what was strengthened or weakened, what is new or gone.</summary>
[Requires(LibraryRoom.Read)]
public sealed class ComparePage(AppDb db, CurrentReader current, Text T) : PageModel
{
    private const int MostChoices = 400;

    [BindProperty(SupportsGet = true)]
    public Guid? A { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? B { get; set; }

    /// <summary>Shows the differences only.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Differences { get; set; }

    public LibraryDocument? Earlier { get; private set; }

    public LibraryDocument? Later { get; private set; }

    public Comparison? Result { get; private set; }

    public IReadOnlyDictionary<string, LibraryProvision> Left { get; private set; } = new Dictionary<string, LibraryProvision>();

    public IReadOnlyDictionary<string, LibraryProvision> Right { get; private set; } = new Dictionary<string, LibraryProvision>();

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public string Country => current.Workspace!.Code;

    public IEnumerable<ProvisionLink> Shown => Differences ? Result!.Differences : Result!.Links;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Earlier = A is { } a ? await db.DocumentAsync(Country, a, ct) : null;
        Later = B is { } b ? await db.DocumentAsync(Country, b, ct) : null;
        if ((A is not null && Earlier is null) || (B is not null && Later is null))
        {
            return NotFound();
        }

        Choices = await ChoicesAsync(ct);
        if (Earlier is not null && Later is not null)
        {
            await CompareAsync(Earlier, Later, ct);
        }

        return Page();
    }

    public static Tone ToneOf(ProvisionRelation relation) => relation switch
    {
        ProvisionRelation.Same => Tone.Neutral,
        ProvisionRelation.Strengthened or ProvisionRelation.New => Tone.Good,
        ProvisionRelation.Weakened or ProvisionRelation.Dropped => Tone.Bad,
        ProvisionRelation.Changed => Tone.Warning,
        _ => Tone.Information,
    };

    public string Words(ProvisionRelation relation) => relation switch
    {
        ProvisionRelation.Same => T["Same words"],
        ProvisionRelation.Changed => T["Reworded"],
        ProvisionRelation.Strengthened => T["Strengthened"],
        ProvisionRelation.Weakened => T["Weakened"],
        ProvisionRelation.Split => T["Split"],
        ProvisionRelation.Merged => T["Merged"],
        ProvisionRelation.New => T["New"],
        _ => T["Dropped"],
    };

    private async Task CompareAsync(LibraryDocument earlier, LibraryDocument later, CancellationToken ct)
    {
        var left = await db.ProvisionsOfAsync(earlier.Id, ct);
        var right = await db.ProvisionsOfAsync(later.Id, ct);
        Left = left.ToDictionary(p => p.Path);
        Right = right.ToDictionary(p => p.Path);
        Result = DocumentComparison.Compare(earlier.AsRead(left), later.AsRead(right));
    }

    // Documents worth comparing: the newest, and whatever is already chosen.
    private async Task<IReadOnlyList<SelectListItem>> ChoicesAsync(CancellationToken ct)
    {
        var documents = await db.DocumentsIn(Country)
            .Where(d => d.ProvisionCount > 1 || d.Id == A || d.Id == B)
            .OrderByDescending(d => d.Id == A || d.Id == B)
            .ThenByDescending(d => d.Date ?? DateOnly.MinValue)
            .Take(MostChoices)
            .Select(d => new { d.Id, d.Symbol, d.Title, d.Language, d.Date })
            .ToListAsync(ct);
        return
        [
            .. documents
                .OrderBy(d => d.Symbol is null).ThenByDescending(d => d.Date).ThenBy(d => d.Symbol, StringComparer.Ordinal)
                .Select(d => new SelectListItem($"{d.Symbol ?? d.Title ?? T["Document without a symbol"]} · {LibraryWords.LanguageName(d.Language)}", d.Id.ToString())),
        ];
    }
}
