using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Indicators;

/// <summary>Sets baseline, milestones and target. What was set before for the same day stays in the history.</summary>
[Requires(BenchmarksRoom.Edit)]
public sealed class TargetsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public TargetForm Form { get; set; } = new();

    public DefinedIndicator Defined { get; private set; } = null!;

    public IReadOnlyList<IndicatorTarget> Targets { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var value = Check();
        if (value is null || !ModelState.IsValid)
        {
            return this.Again();
        }

        var now = clock.GetUtcNow();
        foreach (var old in await db.IndicatorTargets.Where(t => t.IndicatorId == id && t.ReplacedAt == null && t.Area == "" && t.Dimensions == "" && t.Kind == Form.Kind
            && (t.Kind == TargetKind.Baseline || t.OnDay == Form.OnDay)).ToListAsync(ct))
        {
            old.ReplacedAt = now;
        }

        // What was set before gives way before the new one comes: only one holds at a time.
        await db.RecordAsync(new Act("benchmarks.target", Country, now), ct);
        db.IndicatorTargets.Add(new IndicatorTarget
        {
            IndicatorId = id,
            Country = Country,
            Classification = Defined.Indicator.Classification,
            Kind = Form.Kind,
            OnDay = Form.OnDay!.Value,
            Value = value,
            SetBy = TargetForm.Said(Form.SetBy),
            ApprovedIn = TargetForm.Said(Form.ApprovedIn),
            Source = TargetForm.Said(Form.Source),
            Note = TargetForm.Said(Form.Note),
        });
        await db.SaveAsync(new Act("benchmarks.target", Country, now), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}/targets");
    }

    private Figure? Check()
    {
        void Add(string property, string message) => ModelState.AddModelError($"{nameof(Form)}.{property}", message);

        if (!Figure.TryParse(Form.Value, T.Language.Culture, out var value) && !Figure.TryParse(Form.Value, out value))
        {
            Add(nameof(Form.Value), T["Write a number, 3–6 for an interval, ~50 for about, <10 for a bound."]);
            return null;
        }

        if (!value.IsKnown)
        {
            Add(nameof(Form.Value), T["A baseline or target is a number."]);
            return null;
        }

        var baseline = Targets.FirstOrDefault(t => t is { Kind: TargetKind.Baseline, Area: "", Dimensions: "" });
        if (Form.Kind == TargetKind.Target && baseline?.Value.Number is { } start && value.Number is { } target
            && !DefinitionRules.IsOnRightSide(Defined.Definition.Direction, start, target))
        {
            Add(nameof(Form.Value), T[new Refusal("benchmarks.wrong-side", T.Written(baseline.Value))]);
        }

        if (Form.Kind != TargetKind.Baseline && baseline?.OnDay >= Form.OnDay)
        {
            Add(nameof(Form.OnDay), T["A target lies after the baseline."]);
        }

        return value;
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Defined = (await db.DefinedIndicatorAsync(Country, id, ct))!;
        Targets = await db.TargetsOfAsync(id, ct);
        return Defined is not null;
    }
}
