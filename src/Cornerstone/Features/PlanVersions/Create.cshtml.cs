using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Cornerstone.Features.PlanVersions;

/// <summary>Opens a plan with its first draft.</summary>
[Requires(PlanRoom.Edit)]
public sealed class CreatePage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public PlanForm Form { get; set; } = new();

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/plan";

    public void OnGet() => Form = PlanForm.Empty(T.Language.Code);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        Form.Check(ModelState, nameof(Form), new HashSet<PlanLevel>(), current.Reader.ClearanceIn(country) ?? Classification.Public, T);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var plan = new NationalPlan
        {
            Country = country,
            Classification = Form.Classification,
            Title = Form.Title.ToWording()!,
            Currency = Currency.Parse(Form.Currency, null),
            FiscalYearStartMonth = Form.FiscalYearStartMonth,
            FiscalYearStartDay = Form.FiscalYearStartDay,
        };
        db.AddRange(plan, new PlanVersion
        {
            Country = country,
            Classification = Form.Classification,
            PlanId = plan.Id,
            Number = 1,
            Levels = Form.ToLevels(),
            PriceBasis = Form.PriceBasis,
            PriceYear = Form.PriceYear,
        });
        await db.SaveAsync(new Act("plan.create", country, clock.GetUtcNow()), ct);
        this.Say(T["The plan was created. Write its first nodes, or bring them in as a workbook."]);
        return Redirect($"{Path}?plan={plan.Id}");
    }
}
