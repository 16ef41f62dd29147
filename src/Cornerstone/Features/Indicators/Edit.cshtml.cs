using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Indicators;

/// <summary>Proposes an indicator, or changes its card: the old card stays, the new one says why.</summary>
[Requires(BenchmarksRoom.Edit)]
public sealed class EditPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public CardForm Form { get; set; } = new();

    [BindProperty, Display(Name = "Why the card changes"), StringLength(500)]
    public string? Reason { get; set; }

    [BindProperty]
    public int Version { get; set; }

    /// <summary>Null while a new indicator is proposed.</summary>
    public DefinedIndicator? Defined { get; private set; }

    /// <summary>Set when somebody else saved first.</summary>
    public HistoryLine? Conflict { get; private set; }

    public CardChoices Choices { get; private set; } = null!;

    public string Path => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    private Classification Clearance => current.Reader.ClearanceIn(Country) ?? Classification.Public;

    public async Task<IActionResult> OnGetAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        Form = Defined is null
            ? new CardForm { Name = WordingForm.Of(null, T.Language.Code), Meaning = WordingForm.Of(null, T.Language.Code), Classification = (Classification)Math.Min((int)Classification.Government, (int)Clearance) }
            : CardForm.Of(Defined.Indicator, Defined.Definition, T.Language.Code);
        Version = Defined?.Indicator.Version ?? 0;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid? id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        var indicator = Defined?.Indicator ?? new Indicator { Country = Country, Classification = Form.Classification, Code = Form.Code.Trim() };
        var card = Form.ToCard(indicator, (Defined?.Definition.Number ?? 0) + 1, clock.GetUtcNow(), Reason);
        await CheckAsync(indicator, card, ct);
        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Defined is not null && Version != Defined.Indicator.Version)
        {
            return await ConflictAsync(ct);
        }

        return await SaveAsync(indicator, card, ct);
    }

    private async Task CheckAsync(Indicator indicator, IndicatorDefinition card, CancellationToken ct)
    {
        void Add(string property, string message) => ModelState.AddModelError($"{nameof(Form)}.{property}", message);

        Form.Name.Check(ModelState, $"{nameof(Form)}.{nameof(Form.Name)}", T);
        Form.Meaning.Check(ModelState, $"{nameof(Form)}.{nameof(Form.Meaning)}", T);
        foreach (var (property, refusal) in DefinitionRules.Check(card).Where(r => r.Property is not (nameof(card.Name) or nameof(card.Meaning))))
        {
            Add(property, T[refusal]);
        }

        if (Form.Classification > Clearance)
        {
            Add(nameof(Form.Classification), T[new Refusal("benchmarks.above-clearance", T.Of(Form.Classification))]);
        }

        if (await db.Indicators.AsNoTracking().AnyAsync(i => i.Country == Country && i.Code == Form.Code.Trim() && i.Id != indicator.Id, ct))
        {
            Add(nameof(Form.Code), T["Another record has this code."]);
        }

        if (Defined is not null && DefinitionRules.MayFollow(Defined.Definition, card, await db.SeriesPoints.AnyAsync(p => p.IndicatorId == indicator.Id, ct)) is { } fixedUnit)
        {
            Add(nameof(Form.Unit), T[fixedUnit]);
        }

        if (Defined is not null && DefinitionRules.MayTurn(
            Defined.Definition, card, (await db.TargetsOfAsync(indicator.Id, ct)).Exists(t => t.Kind != TargetKind.Baseline)) is { } context)
        {
            Add(nameof(Form.IsContextOnly), T[context]);
        }

        if (Defined is not null && string.IsNullOrWhiteSpace(Reason))
        {
            ModelState.AddModelError(nameof(Reason), T["Say why the card changes."]);
        }
    }

    private async Task<IActionResult> SaveAsync(Indicator indicator, IndicatorDefinition card, CancellationToken ct)
    {
        (indicator.Code, indicator.Weight, indicator.PlanLineages) = (Form.Code.Trim(), Form.Weight, [.. Form.PlanLineages.Distinct()]);
        if (Defined is null)
        {
            db.Indicators.Add(indicator);
        }
        else
        {
            Defined.Definition.ReplacedAt = card.ValidFrom;
            indicator.Version++;
        }

        var outcome = await db.TryAsync(async () =>
        {
            // The old card gives way before the new one comes: only one is in force at a time.
            var act = new Act(Defined is null ? "benchmarks.propose" : "benchmarks.define", Country, card.ValidFrom, card.Reason);
            await db.RecordAsync(act, ct);
            db.IndicatorDefinitions.Add(card);
            await db.SaveAsync(new Act(act.Name, Country, card.ValidFrom, card.Reason), ct);
        }, ct);
        if (outcome is not SaveOutcome.Saved)
        {
            return !await ReadAsync(Defined?.Indicator.Id, ct) ? NotFound() : outcome is SaveOutcome.CodeTaken ? CodeTaken() : await ConflictAsync(ct);
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{indicator.Id}");
    }

    private IActionResult CodeTaken() => this.Again($"{nameof(Form)}.{nameof(Form.Code)}", T[SaveAttempt.CodeTaken]);

    // Two people pressed the button at once, or one after the other; the second one asks again.
    private async Task<IActionResult> ConflictAsync(CancellationToken ct)
    {
        Conflict = (await db.HistoryOfIndicatorAsync(Defined!.Indicator.Id, ct)).FirstOrDefault();
        Version = Defined.Indicator.Version;
        return this.Overtaken(T["Somebody changed this while you were editing. Look at both versions and save again, or leave."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid? id, CancellationToken ct)
    {
        Choices = await CardChoices.ReadAsync(db, Country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), T, ct);
        Defined = id is { } known ? await db.DefinedIndicatorAsync(Country, known, ct) : null;
        return id is null || Defined is not null;
    }
}
