using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>Where a person answers what the table of assistance asks of a line of money, and says who told it (decision 58).</summary>
[Requires(SupportRoom.Edit)]
public sealed class AnswersPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    /// <summary>Which line; without it the first that is not decided.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Line { get; set; }

    [BindProperty, Display(Name = "Who receives it")]
    public OdaRecipient? Recipient { get; set; }

    [BindProperty, Display(Name = "What exactly it does")]
    public OdaSupport? Support { get; set; }

    [BindProperty, Display(Name = "The equipment is lethal")]
    public bool? Lethal { get; set; }

    [BindProperty, Display(Name = "Under civilian oversight")]
    public bool? Oversight { get; set; }

    [BindProperty, Display(Name = "Technical cooperation for civilian purposes")]
    public bool? Civilian { get; set; }

    [BindProperty, Display(Name = "Only the cost beyond the normal is meant")]
    public bool? Excess { get; set; }

    [BindProperty, Display(Name = "Led by the partner, without coercion, for development")]
    public bool? Developmental { get; set; }

    [BindProperty, Display(Name = "Part of it that counts, in per cent"), Range(0.0, 100.0)]
    public decimal? SharePercent { get; set; }

    [BindProperty, Required, StringLength(OdaAnswer.LongestBecause), Display(Name = "Who says so, or which document")]
    public string Because { get; set; } = "";

    [BindProperty, Display(Name = "It holds for every line of this sector")]
    public bool OfSector { get; set; }

    /// <summary>What the form was filled with.</summary>
    [BindProperty]
    public Guid? Answered { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public OdaLines Verdicts { get; private set; } = null!;

    public OdaLine? Chosen { get; private set; }

    public Activity Activity => Verdicts.Activity;

    public IEnumerable<SelectListItem> Recipients => Enum.GetValues<OdaRecipient>().Select(r => new SelectListItem(T.Of(r), r.ToString()));

    public IEnumerable<SelectListItem> Supports => Enum.GetValues<OdaSupport>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public IEnumerable<SelectListItem> YesOrNo => [new(T["Yes"], bool.TrueString), new(T["No"], bool.FalseString)];

    /// <summary>What would have to be known first, and what was answered.</summary>
    public IEnumerable<OdaQuestion> First => Open.Where(q => Chosen!.Judgement.Decision.FirstMissing.Contains(q) || Chosen.Answer?.Facts.Answer(q) is not null);

    public IEnumerable<OdaQuestion> Others => Open.Except(First);

    public bool AsksShare => Chosen!.Judgement.Decision.LeavesShare;

    /// <summary>Whether further questions stand open.</summary>
    public bool IsOpen => !First.Any() || Others.Select(q => q.ToString()).Append(AsksShare ? "" : nameof(SharePercent)).Any(f => ModelState[f]?.Errors.Count > 0);

    /// <summary>Whether the sector has other lines, or had when it was answered for.</summary>
    public bool HasSiblings => Chosen!.Answer is { IsOfSector: true } || Verdicts.Lines().Any(l => l.Key != Chosen.Key && (l.Component, l.Sector) == (Chosen.Component, Chosen.Sector));

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public string Self => $"{Path}/{Activity.Id}";

    public string Title => Activity.Title?.In(T.Language.Code) ?? Activity.Identifier;

    // What the form of support or its receiver says already is not asked.
    private IEnumerable<OdaQuestion> Open => Enum.GetValues<OdaQuestion>().Where(q => Chosen!.Told.Answer(q) is null);

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct)) return NotFound();

        Remember();
        if (Chosen?.Answer is { } answer)
        {
            (Recipient, Support, Lethal, Oversight, Civilian, Excess, Developmental) = answer.Facts;
            (SharePercent, Because, OfSector) = (answer.Share * 100m, answer.Because, answer.IsOfSector);
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct) || Chosen is not { } line) return NotFound();

        if (!ModelState.IsValid) return this.Again();

        var said = OdaAnswer.To(Activity, line.Key, OfSector && HasSiblings).Say(Facts(line), SharePercent / 100m, Because.Trim(), current.Reader.Id, clock.GetUtcNow());
        Check(said);
        if (!ModelState.IsValid) return this.Again();
        if ((Answered, Version) != (line.Answer?.Id, line.Answer?.Version ?? 0)) return Clash();

        var stored = await db.OdaAnswers.Where(a => a.ActivityId == id).ToListAsync(ct);
        if (stored.Find(a => IsSame(a, said)) is { } there)
        {
            there.Say(said.Facts, said.Share, said.Because, said.AnsweredBy, said.AnsweredAt);
        }
        else
        {
            db.Add(said);
        }

        // The sector's word holds for this line from here on.
        if (said.IsOfSector && stored.Find(a => !a.IsOfSector && a.Key == line.Key) is { } own) db.Remove(own);
        return await SaveAsync("support.oda", line.Key.Word, ct);
    }

    public async Task<IActionResult> OnPostWithdrawAsync(Guid id, Guid answer, CancellationToken ct)
    {
        Line = null;
        if (!await ReadAsync(id, ct) || await db.OdaAnswers.SingleOrDefaultAsync(a => a.ActivityId == id && a.Id == answer, ct) is not { } found) return NotFound();

        ModelState.Clear();
        db.Remove(found);
        return await SaveAsync("support.oda-withdraw", null, ct);
    }

    /// <summary>Whether any line is still like this.</summary>
    public bool Holds(OdaAnswer answer) => Verdicts.Lines().Any(l => OdaAnswer.Holding([answer], l.Key) is not null);

    private OdaFacts Facts(OdaLine line) => new(
        line.Told.Recipient is null ? Recipient : null, line.Told.Support is null ? Support : null, Lethal, Oversight, Civilian, Excess, Developmental);

    private void Check(OdaAnswer said)
    {
        if (said.Facts == new OdaFacts() && said.Share is null)
        {
            ModelState.AddModelError(Open.First().ToString(), T["Answer at least one question."]);
        }

        var held = Verdicts.Lines([.. Verdicts.Answers.Where(a => a.Id != Chosen!.Answer?.Id && !IsSame(a, said)), said]).Where(l => l.Answer == said);
        if (said.Share is not null && !held.Any(l => l.Judgement.Decision.LeavesShare))
        {
            ModelState.AddModelError(nameof(SharePercent), T["By these answers the rules count no part that would have to be stated: leave it empty."]);
        }
    }

    private static bool IsSame(OdaAnswer one, OdaAnswer other) => (one.Key, one.IsOfSector) == (other.Key, other.IsOfSector);

    private async Task<IActionResult> SaveAsync(string act, string? line, CancellationToken ct)
    {
        if (await db.TrySaveAsync(new Act(act, Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(Activity.Id, ct) ? Clash() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect(line is null ? $"{Self}/oda" : $"{Self}/oda?line={Uri.EscapeDataString(line)}");
    }

    private IActionResult Clash()
    {
        Remember();
        ModelState.Remove(nameof(Answered));
        return this.Overtaken(T["Somebody answered meanwhile: look at it, then save again."], nameof(Version));
    }

    private void Remember() => (Answered, Version) = (Chosen?.Answer?.Id, Chosen?.Answer?.Version ?? 0);

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct) is not { } activity) return false;

        var transactions = await db.Transactions.AsNoTracking().Where(t => t.ActivityId == id).OrderBy(t => t.Date).ThenBy(t => t.Number).ToListAsync(ct);
        var units = await db.InstitutionNamesAsync(Country, transactions.Max(t => t.Date) ?? DateOnly.MaxValue, ct);
        Verdicts = await db.OdaLinesAsync(activity, transactions, units, $"{Path}/{id}/oda", ct);
        var lines = Verdicts.Lines();
        Chosen = lines.Where(l => Line is null || l.Key.Word == Line).OrderBy(l => l.Judgement.Decision.Verdict != OdaVerdict.Undetermined).FirstOrDefault();
        return Line is null || Chosen is not null;
    }
}
