using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.OversightActivities;

/// <summary>One oversight activity: findings, recommendations and how each was answered.</summary>
[Requires(OversightActivitiesRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    public RecommendationForm Recommendation { get; private set; } = new();

    public AnswerForm Answer { get; private set; } = new();

    public OversightActivity Activity { get; private set; } = null!;

    public IReadOnlyList<OversightRecommendation> Recommendations { get; private set; } = [];

    public ILookup<Guid, RecommendationStep> Steps { get; private set; } = Enumerable.Empty<RecommendationStep>().ToLookup(s => s.Id);

    public IReadOnlyDictionary<Guid, string> Recorders { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public Overseers Overseers { get; private set; } = null!;

    public bool MayEdit => current.May(OversightActivitiesRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/oversight";

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public IEnumerable<SelectListItem> Choices => Recommendations.Select(r => new SelectListItem(r.What.Length > 90 ? r.What[..90] + "…" : r.What, r.Id.ToString()));

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostRecommendAsync(Guid id, [FromForm(Name = nameof(Recommendation))] RecommendationForm recommendation, CancellationToken ct)
    {
        Recommendation = recommendation;
        return ActAsync(id, "oversight.recommend", () => db.OversightRecommendations.Add(new OversightRecommendation
        {
            ActivityId = id,
            Country = Country,
            Classification = Activity.Classification,
            Compartment = Activity.Compartment,
            What = recommendation.What.Trim(),
            DueOn = recommendation.DueOn,
        }), ct);
    }

    public Task<IActionResult> OnPostAnswerAsync(Guid id, [FromForm(Name = nameof(Answer))] AnswerForm answer, CancellationToken ct)
    {
        Answer = answer;
        return ActAsync(id, "oversight.answer", () => Record(answer), ct);
    }

    private void Record(AnswerForm answer)
    {
        var recommendation = Recommendations.FirstOrDefault(r => r.Id == answer.Recommendation);
        if (recommendation is null)
        {
            ModelState.AddModelError($"{nameof(Answer)}.{nameof(Answer.Recommendation)}", T["Choose a recommendation of this activity."]);
        }
        else if (recommendation.Answer(answer.To, answer.On!.Value, answer.Note, Today) is { } refusal)
        {
            ModelState.AddModelError($"{nameof(Answer)}.{(refusal.Code == "oversight.in-future" ? nameof(Answer.On) : nameof(Answer.Note))}", T[refusal]);
        }
        else
        {
            db.RecommendationSteps.Add(recommendation.Take(answer.To, answer.On!.Value, OversightForm.Said(answer.Note), current.Reader.Id, clock.GetUtcNow()));
        }
    }

    private async Task<IActionResult> ActAsync(Guid id, string act, Action change, CancellationToken ct)
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (ModelState.IsValid)
        {
            change();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (await db.TrySaveAsync(new Act(act, Country, clock.GetUtcNow(), OversightForm.Said(Answer.Note)), ct) is not SaveOutcome.Saved)
        {
            // Two people pressed the button at once; the second one looks again before anything is recorded.
            ModelState.AddModelError("", T["Somebody changed this meanwhile. Look at it again before you record."]);
            return await ReadAsync(id, ct) ? this.Again() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        Activity = (await db.OversightActivities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct))!;
        if (Activity is null)
        {
            return false;
        }

        Recommendations = await db.OversightRecommendations.Where(r => r.ActivityId == id).OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);
        var ids = Recommendations.Select(r => r.Id).ToList();
        var steps = await db.RecommendationSteps.AsNoTracking().Where(s => ids.Contains(s.RecommendationId)).OrderBy(s => s.RecordedAt).ToListAsync(ct);
        Steps = steps.ToLookup(s => s.RecommendationId);
        Recorders = await db.RecordersOfOversightAsync([.. steps.Select(s => s.RecordedBy).Distinct()], ct);
        Overseers = await Overseers.ReadAsync(db, Country, Today, T, ct);
        History = Tab == "history" ? await db.HistoryOfAllAsync([id, .. ids, .. steps.Select(s => s.Id)], ct) : [];
        return true;
    }
}
