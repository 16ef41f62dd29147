using System.ComponentModel.DataAnnotations;
using System.Text.RegularExpressions;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanNodes;

/// <summary>The paragraphs an objective serves. They are linked to its lineage, so they hold through all versions of the plan.</summary>
[Requires(PlanRoom.Contribute)]
public sealed partial class ProvisionsPage(AppDb db, NodeDesk desk, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty, StringLength(120)]
    public string? Symbol { get; set; }

    [BindProperty, StringLength(60)]
    public string? Paragraph { get; set; }

    [BindProperty]
    public ServiceRelation Relation { get; set; }

    [BindProperty]
    public Guid? Link { get; set; }

    public NodeInVersion Found { get; private set; } = null!;

    public IReadOnlyList<ServedParagraph> Served { get; private set; } = [];

    public NodeDesk Desk => desk;

    public IEnumerable<SelectListItem> Relations => Enum.GetValues<ServiceRelation>().Select(r => new SelectListItem(T.Of(r), r.ToString()));

    public async Task<IActionResult> OnGetAsync(Guid lineage, CancellationToken ct) => await ReadAsync(lineage, ct) ?? Page();

    public async Task<IActionResult> OnPostAddAsync(Guid lineage, CancellationToken ct)
    {
        if (await ReadAsync(lineage, ct) is { } refused)
        {
            return refused;
        }

        var provision = Provision();
        if (!ModelState.IsValid || provision is null)
        {
            return this.Again();
        }

        if (Served.Any(s => s.Link.Provision == provision && s.Link.Relation == Relation))
        {
            ModelState.AddModelError(nameof(Paragraph), T["This paragraph is linked already."]);
            return this.Again();
        }

        db.ProvisionsServed.Add(new ProvisionServed
        {
            Country = desk.Country,
            Classification = Found.Node.Classification,
            Compartment = Found.Node.Compartment,
            RecordType = nameof(PlanNode),
            RecordId = Found.Node.Lineage,
            Provision = provision,
            Relation = Relation,
        });
        return await SaveAsync("plan.serve", T["The paragraph was linked."], ct);
    }

    public async Task<IActionResult> OnPostRemoveAsync(Guid lineage, CancellationToken ct)
    {
        if (await ReadAsync(lineage, ct) is { } refused)
        {
            return refused;
        }

        var link = await db.ProvisionsServed.SingleOrDefaultAsync(l => l.Id == Link && l.RecordId == lineage && l.Country == desk.Country, ct);
        if (link is null)
        {
            return NotFound();
        }

        db.Remove(link);
        return await SaveAsync("plan.unserve", T["The link was removed."], ct);
    }

    private async Task<IActionResult> SaveAsync(string act, string said, CancellationToken ct)
    {
        await db.SaveAsync(new Act(act, desk.Country, desk.Now), ct);
        this.Say(said);
        return Redirect(desk.AddressOf(Found, "provisions"));
    }

    // "S/RES/2553 (2020)" and "20 (k)" become "/un/sc/res/2553/2020/op/20/k", whether the document is in the library or not.
    private string? Provision()
    {
        if (!DocumentSymbol.TryParse(Symbol, out var symbol))
        {
            ModelState.AddModelError(nameof(Symbol), T["Write the document's symbol, such as S/RES/2553 (2020)."]);
            return null;
        }

        var path = Paragraph?.Trim().ToLowerInvariant() ?? "";
        if (Numbered().Match(path) is { Success: true } number)
        {
            path = "op/" + number.Groups[1].Value + string.Concat(number.Groups[2].Captures.Select(c => "/" + c.Value.Trim('(', ')', ' ')));
        }

        if (!Path().IsMatch(path))
        {
            ModelState.AddModelError(nameof(Paragraph), T["Write the paragraph as 20 (k), or with its kind: op/20/k, pp/8, rec/3, para/44."]);
            return null;
        }

        return $"{symbol.PlatformId}/{path}";
    }

    private async Task<IActionResult?> ReadAsync(Guid lineage, CancellationToken ct)
    {
        if (await desk.FindAsync(lineage, Version, ct) is not { } found)
        {
            return NotFound();
        }

        if (!(await desk.RightsAsync(ct)).Covers(found.Node))
        {
            return Forbid();
        }

        Found = found;
        Served = await db.ServedParagraphsAsync(desk.Country, lineage, T.Language.Code, ct);
        return null;
    }

    [GeneratedRegex(@"^(\d{1,3})(?:\s*(\([a-z]{1,4}\)))*$", RegexOptions.None, 1000)]
    private static partial Regex Numbered();

    [GeneratedRegex(@"^(op|pp|rec|para|fn)/\d{1,3}(/[a-z]{1,4})*$|^summary$", RegexOptions.None, 1000)]
    private static partial Regex Path();
}
