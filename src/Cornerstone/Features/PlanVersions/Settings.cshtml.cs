using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.PlanVersions;

/// <summary>Names the levels and sets the prices of a draft.</summary>
[Requires(PlanRoom.Edit)]
public sealed class SettingsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty]
    public PlanForm Form { get; set; } = new();

    [BindProperty]
    public int RowVersion { get; set; }

    public string Path => $"/{Country.ToLowerInvariant()}/plan";

    private NationalPlan plan = null!;
    private PlanVersion version = null!;

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct) || !version.IsOpen)
        {
            return NotFound();
        }

        (Form, RowVersion) = (PlanForm.Of(plan, version, T.Language.Code), version.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct))
        {
            return NotFound();
        }

        if (!version.IsOpen)
        {
            return Again(T[new Refusal("plan.locked-meanwhile", version.Number)]);
        }

        var inUse = (await db.PlanNodes.Where(n => n.VersionId == version.Id && n.RetiredBecause == null).Select(n => n.Level).Distinct().ToListAsync(ct)).ToHashSet();
        Form.Check(ModelState, nameof(Form), inUse, current.Reader.ClearanceIn(Country) ?? Classification.Public, T);
        await CheckYearsAsync(ct);
        if (ModelState.IsValid && RowVersion != version.Version)
        {
            ModelState.AddModelError("", T["Somebody changed this while you were editing. Look at it again."]);
        }

        return ModelState.IsValid ? await SaveAsync(ct) : this.Again();
    }

    // What a year means does not move under amounts that were handed in.
    private async Task CheckYearsAsync(CancellationToken ct)
    {
        var isMoved = (plan.FiscalYearStartMonth, plan.FiscalYearStartDay) != (Form.FiscalYearStartMonth, Form.FiscalYearStartDay);
        if (isMoved && await db.PlanVersions.AnyAsync(v => v.PlanId == plan.Id && v.State != PlanVersionState.Draft, ct))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.FiscalYearStartMonth)}", T["The fiscal year stays as it is once a version was handed in."]);
        }
    }

    private async Task<IActionResult> SaveAsync(CancellationToken ct)
    {
        (plan.Title, plan.Currency) = (Form.Title.ToWording()!, Currency.Parse(Form.Currency, null));
        (plan.FiscalYearStartMonth, plan.FiscalYearStartDay) = (Form.FiscalYearStartMonth, Form.FiscalYearStartDay);
        (version.Levels, version.PriceBasis, version.PriceYear, version.Classification) = (Form.ToLevels(), Form.PriceBasis, Form.PriceYear, Form.Classification);
        plan.Version++;
        version.Version++;
        return await db.TrySaveAsync(new Act("plan.settings", Country, clock.GetUtcNow()), ct) switch
        {
            SaveOutcome.Saved => Saved(),
            SaveOutcome.Locked => Again(T[new Refusal("plan.locked-meanwhile", version.Number)]),
            _ => Again(T["Somebody changed this while you were editing. Look at it again."]),
        };
    }

    private RedirectResult Saved()
    {
        this.Say(T["Saved."]);
        return Redirect(FormattableString.Invariant($"{Path}?plan={plan.Id}&version={version.Number}"));
    }

    private IActionResult Again(string sentence)
    {
        return this.Overtaken(sentence);
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        var shown = await db.PlanInForceAsync(Country, Plan, Version, ct);
        var id = shown?.Version.Id;
        version = (await db.PlanVersions.SingleOrDefaultAsync(v => v.Id == id, ct))!;
        plan = version is null ? null! : await db.Plans.SingleAsync(p => p.Id == version.PlanId, ct);
        Version = version?.Number;
        return version is not null;
    }
}
