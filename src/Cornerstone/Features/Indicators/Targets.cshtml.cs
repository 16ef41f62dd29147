using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Indicators;

/// <summary>
/// Sets baseline, milestones and target, for the whole country, one area or one part. What was set before for the same day, and what
/// is withdrawn, stays in the history.
/// </summary>
[Requires(BenchmarksRoom.Edit)]
public sealed class TargetsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public TargetForm Form { get; set; } = new();

    public DefinedIndicator Defined { get; private set; } = null!;

    public IReadOnlyList<IndicatorTarget> Targets { get; private set; } = [];

    public CountryDimensions Dimensions { get; private set; } = new([]);

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public IEnumerable<SelectListItem> Kinds => CardChoices.Of<TargetKind>(T).Where(k => !Defined.Definition.IsContextOnly || k.Value == nameof(TargetKind.Baseline));

    public PartFields Parts => new("Form.Parts", Dimensions.Asked(Defined.Definition, Form.Parts.Keys), Form.Parts);

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form.Kind = Defined.Definition.IsContextOnly ? TargetKind.Baseline : TargetKind.Target;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (Check() is not { } target || !ModelState.IsValid)
        {
            return this.Again();
        }

        var now = clock.GetUtcNow();
        foreach (var old in await db.IndicatorTargets.Where(t => t.IndicatorId == id && t.ReplacedAt == null && t.Area == target.Area && t.Dimensions == target.Dimensions
            && t.Kind == target.Kind && (t.Kind == TargetKind.Baseline || t.OnDay == target.OnDay)).ToListAsync(ct))
        {
            old.ReplacedAt = now;
        }

        // What was set before gives way before the new one comes: only one holds at a time.
        await db.RecordAsync(new Act("benchmarks.target", Country, now), ct);
        db.IndicatorTargets.Add(target);
        await db.SaveAsync(new Act("benchmarks.target", Country, now), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}/targets");
    }

    /// <summary>Takes one back with a reason: it stays in the history and counts no more.</summary>
    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid target, string? reason, CancellationToken ct)
    {
        if (await db.IndicatorTargets.SingleOrDefaultAsync(t => t.Id == target && t.IndicatorId == id && t.Country == Country && t.ReplacedAt == null, ct) is not { } old)
        {
            return NotFound();
        }

        if (string.IsNullOrWhiteSpace(reason))
        {
            ModelState.Clear();
            ModelState.AddModelError($"withdraw-{target}", T[new Refusal("benchmarks.target-reason")]);
            return await ReadAsync(id, ct) ? this.Again() : NotFound();
        }

        var now = clock.GetUtcNow();
        old.ReplacedAt = now;
        await db.SaveAsync(new Act("benchmarks.target-withdrawn", Country, now, reason.Trim()), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}/targets");
    }

    /// <summary>Whom a target is for: "The whole country", "North", "Women", "North, women".</summary>
    public string For(IndicatorTarget target) => (Areas.FirstOrDefault(a => a.Value == target.Area)?.Text ?? target.Area, Dimensions.NameOf(DimensionKey.Parse(target.Dimensions), T[", "])) switch
    {
        ("", "") => T["The whole country"],
        ("", var part) => part,
        (var area, "") => area,
        var (area, part) => T["{0}, {1}", area, part],
    };

    private IndicatorTarget? Check()
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

        if (!string.IsNullOrEmpty(Form.Area) && Areas.All(a => a.Value != Form.Area))
        {
            Add(nameof(Form.Area), T["the code of a region, or empty for the whole country"]);
        }

        if (Dimensions.Refuse(Defined.Definition, Form.Key) is { } part)
        {
            Add($"{nameof(Form.Parts)}[{Form.Key.Parts.Keys.First()}]", T[part]);
        }

        if (Form.OnDay is null)
        {
            return null;
        }

        var target = Form.ToTarget(Defined.Indicator, value);
        foreach (var (property, refusal) in DefinitionRules.Check(Defined.Definition, Targets.Where(t => t.Kind != Form.Kind || t.OnDay != Form.OnDay), target))
        {
            Add(property, refusal.Facts is [Figure figure] ? T[new Refusal(refusal.Code, T.Written(figure))] : T[refusal]);
        }

        return target;
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.DefinedIndicatorAsync(Country, id, ct) is not { } defined)
        {
            return false;
        }

        Defined = defined;
        Targets = await db.TargetsOfAsync(id, ct);
        Dimensions = await db.DimensionsAsync(Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), T, ct);
        Areas = [.. (await db.RegionsAsync(Country, ct)).Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code))];
        History = await db.HistoryOfTargetsAsync(id, ct);
        return true;
    }
}
