using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportPublishing;

/// <summary>What the public does not read of one activity: parts and single amounts, each with the ground that is told in its place.</summary>
[Requires(SupportPublishingRoom.Withhold)]
public sealed class WithheldPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private static readonly PublicPart[] Parts = [PublicPart.Everything, PublicPart.Title, PublicPart.Description, PublicPart.Parties, PublicPart.Places, PublicPart.Money];

    /// <summary>A part by its name, or a line by its id.</summary>
    [BindProperty, Required(ErrorMessage = "Choose what is kept back."), Display(Name = "What")]
    public string? What { get; set; }

    [BindProperty, Required(ErrorMessage = "Choose the ground."), Display(Name = "Ground")]
    public PublicGround? Ground { get; set; }

    public Activity Activity { get; private set; } = null!;

    public IReadOnlyList<SupportWithholding> Withheld { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Lines { get; private set; } = new Dictionary<Guid, string>();

    public IEnumerable<SelectListItem> Choices =>
    [
        .. Parts.Where(p => !Withheld.Any(w => w.Part == p)).Select(p => new SelectListItem(T.Of(p), p.ToString())),
        .. Lines.Where(l => !Withheld.Any(w => w.LineId == l.Key)).Select(l => new SelectListItem(l.Value, l.Key.ToString())),
    ];

    public IEnumerable<SelectListItem> Grounds => Enum.GetValues<PublicGround>().Where(g => g != PublicGround.WouldTellAnother).Select(g => new SelectListItem(T.Sentence(g), g.ToString()));

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public string Self => $"{Path}/{Activity.Id}";

    public string Title => Activity.Title?.In(T.Language.Code) ?? Activity.Identifier;

    private string Country => current.Workspace!.Code;

    public string NameOf(SupportWithholding w) => w.LineId is { } line ? Lines.GetValueOrDefault(line) ?? T["an amount that is no longer there"] : T.Of(w.Part);

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var line = Guid.TryParse(What, out var known) && Lines.ContainsKey(known) ? known : (Guid?)null;
        var isPart = Enum.TryParse<PublicPart>(What, out var part) && Parts.Contains(part);
        if (ModelState.IsValid && line is null && !isPart)
        {
            ModelState.AddModelError(nameof(What), T["Choose what is kept back."]);
        }

        if (!ModelState.IsValid || Ground is null or PublicGround.WouldTellAnother)
        {
            return this.Again();
        }

        if (Withheld.Any(w => line is null ? w.Part == part : w.LineId == line))
        {
            return this.Again(nameof(What), T[new Refusal("support.withheld-already")]);
        }

        db.SupportWithholdings.Add(new SupportWithholding
        {
            ActivityId = id,
            Country = Country,
            Classification = Activity.Classification,
            Compartment = Activity.Compartment,
            Part = line is null ? part : PublicPart.Amounts,
            LineId = line,
            Ground = Ground.Value,
            DecidedBy = current.Reader.Id,
            DecidedAt = clock.GetUtcNow(),
        });
        await db.SaveAsync(new Act("support.withhold", Country, clock.GetUtcNow()), ct);
        this.Say(T["No new edition tells it. What is public already stays public until it is withdrawn."]);
        return Redirect($"{Self}/withheld");
    }

    public async Task<IActionResult> OnPostTellAsync(Guid id, Guid withholding, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct) || await db.SupportWithholdings.SingleOrDefaultAsync(w => w.ActivityId == id && w.Id == withholding, ct) is not { } found)
        {
            return NotFound();
        }

        if (found.End(current.Reader.Id, clock.GetUtcNow()) is { } refusal)
        {
            return this.Again("", T[refusal]);
        }

        await db.SaveAsync(new Act("support.tell", Country, clock.GetUtcNow()), ct);
        this.Say(T["The next edition tells it."]);
        return Redirect($"{Self}/withheld");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Activity = (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct))!;
        if (Activity is null)
        {
            return false;
        }

        Withheld = await db.SupportWithholdings.AsNoTracking().Where(w => w.ActivityId == id && w.EndedAt == null).OrderBy(w => w.Part).ThenBy(w => w.Id).ToListAsync(ct);
        var moved = await db.Transactions.AsNoTracking().Where(t => t.ActivityId == id).OrderBy(t => t.Date).ThenBy(t => t.Number).ToListAsync(ct);
        var planned = await db.PlannedAmounts.AsNoTracking().Where(p => p.ActivityId == id).OrderBy(p => p.Kind).ThenBy(p => p.FromDay).ThenBy(p => p.Number).ToListAsync(ct);
        Lines = moved.Where(t => t.Amount is not null).Select(t => (t.Id, Text: Written(T.Of(t.Type), t.Date, t.Amount!.Value, t.Currency)))
            .Concat(planned.Where(p => p.Amount is not null).Select(p => (p.Id, Text: Written(T.Of(p), p.FromDay, p.Amount!.Value, p.Currency))))
            .ToDictionary(l => l.Id, l => l.Text);
        return true;
    }

    private string Written(string stage, DateOnly? day, decimal amount, string? currency) =>
        T["{0}, {1}: {2}", stage, day?.ToString("d MMM yyyy", T.Language.Culture) ?? T["not said"], T.AmountOf(amount, currency)];
}
