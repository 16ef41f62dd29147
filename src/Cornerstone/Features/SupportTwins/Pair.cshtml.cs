using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Partners;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportTwins;

/// <summary>Two records side by side, with each source's figures; whoever may decide says whether they are one.</summary>
[Requires(SupportRoom.Read)]
public sealed class PairPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    public sealed record Side(Activity Activity, SupportSource Source, IReadOnlyList<StageSum> Sums, DateOnly? LastPayment);

    [BindProperty]
    public Guid Standing { get; set; }

    public Side One { get; private set; } = null!;

    public Side Other { get; private set; } = null!;

    public Likeness Likeness { get; private set; } = null!;

    /// <summary>What holds of the two; null while nobody decided.</summary>
    public SameActivity? Decision { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool MayDecide => current.May(SupportRoom.Edit);

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public IEnumerable<TransactionType?> Stages => One.Sums.Concat(Other.Sums).Select(s => s.Type).Distinct().Order();

    public IEnumerable<SelectListItem> Choices => new[] { One, Other }.Select(s => new SelectListItem($"{s.Activity.Identifier} – {TitleOf(s)}", s.Activity.Id.ToString()));

    private string Country => current.Workspace!.Code;

    private PartnerIndex partners = null!;

    public async Task<IActionResult> OnGetAsync(Guid one, Guid other, CancellationToken ct)
    {
        Standing = one;
        return await ReadAsync(one, other, ct) ? Page() : NotFound();
    }

    public Task<IActionResult> OnPostSameAsync(Guid one, Guid other, CancellationToken ct) => DecideAsync(one, other, isSame: true, "support.join", ct);

    public Task<IActionResult> OnPostTwoAsync(Guid one, Guid other, CancellationToken ct) => DecideAsync(one, other, isSame: false, "support.part", ct);

    public async Task<IActionResult> OnPostEndAsync(Guid one, Guid other, CancellationToken ct)
    {
        if (!await ReadAsync(one, other, ct)) return NotFound();
        if (!MayDecide) return Forbid();
        var decision = Decision is { } there ? await db.SameActivities.SingleOrDefaultAsync(s => s.Id == there.Id, ct) : null;
        return await SaveAsync(one, other, decision is null ? new Refusal("support.same-ended") : decision.End(current.Reader.Id, clock.GetUtcNow()), "support.unjoin", ct);
    }

    public string TitleOf(Side side) => side.Activity.Title?.In(T.Language.Code) ?? side.Activity.Identifier;

    public string Organisations(Side side) => string.Join(T["; "], side.Activity.Parties.Select(p => p.PartnerId).Prepend(side.Activity.ReporterId)
        .Select(p => partners.Of(p)?.Names.In(T.Language.Code)).OfType<string>().Distinct());

    private async Task<IActionResult> DecideAsync(Guid one, Guid other, bool isSame, string act, CancellationToken ct)
    {
        if (!await ReadAsync(one, other, ct)) return NotFound();
        if (!MayDecide) return Forbid();
        var (standing, leaving) = Standing == other ? (Other, One) : (One, Other);
        return await SaveAsync(one, other, await new JoinActivities(db).DecideAsync(leaving.Activity, standing.Activity, isSame, Likeness.Reasons, current.Reader.Id, clock.GetUtcNow(), ct), act, ct);
    }

    private async Task<IActionResult> SaveAsync(Guid one, Guid other, Refusal? refusal, string act, CancellationToken ct)
    {
        // Of two who decide at once the second finds the first one's decision.
        if ((refusal ?? (await db.TrySaveAsync(new Act(act, Country, clock.GetUtcNow()), ct) is SaveOutcome.Saved ? null : new Refusal("support.same-decided"))) is { } no)
        {
            ModelState.AddModelError(nameof(Standing), T[no]);
            return this.Again();
        }

        this.Say(T["Saved."]);
        return Redirect($"{Path}/twins/{one}/{other}");
    }

    private async Task<bool> ReadAsync(Guid one, Guid other, CancellationToken ct)
    {
        if (one == other || await SideAsync(one, ct) is not { } first || await SideAsync(other, ct) is not { } second)
        {
            return false;
        }

        (One, Other, partners) = (first, second, await db.PartnerIndexAsync(Country, ct));
        var told = (await db.ToldActivitiesAsync(Country, ct)).ToDictionary(t => t.Id);
        Likeness = Likeness.Of(told[one], told[other], new TitleWords(told.Values.Select(t => t.Title)));
        var decisions = await db.SameActivities.AsNoTracking().Where(s => s.Country == Country && ((s.ActivityId == one && s.StandingId == other) || (s.ActivityId == other && s.StandingId == one))).ToListAsync(ct);
        Decision = decisions.SingleOrDefault(d => d.IsInForce);
        History = await db.HistoryOfAllAsync([.. decisions.Select(d => d.Id)], ct);
        return true;
    }

    private async Task<Side?> SideAsync(Guid id, CancellationToken ct) =>
        await db.Activities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct) is { } activity
        && await db.SupportSources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == activity.SourceId, ct) is { } source
            ? new(activity, source, [.. (await db.StageSumsAsync([id], ct))[id]], await db.Transactions.Where(t => t.ActivityId == id).MaxAsync(t => t.Date, ct))
            : null;
}
