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

/// <summary>The versions of the plan and what may be done with them: hand in, return, approve, begin the next one.</summary>
[Requires(PlanRoom.Read)]
public sealed class VersionsPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public Guid Id { get; set; }

    [BindProperty]
    public string? Authority { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public IReadOnlyList<NationalPlan> Plans { get; private set; } = [];

    public IReadOnlyList<PlanVersion> Versions { get; private set; } = [];

    public ILookup<Guid, Guid> Drafters { get; private set; } = null!;

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    public IReadOnlyDictionary<Guid, int> Counts { get; private set; } = new Dictionary<Guid, int>();

    public bool MayEdit => current.May(PlanRoom.Edit);

    public bool MayApprove => current.May(PlanRoom.Approve);

    public string Path => $"/{Country.ToLowerInvariant()}/plan";

    private string Country => current.Workspace!.Code;

    /// <summary>False where the reader had a hand in the version: another person approves it.</summary>
    public bool IsFreeToApprove(PlanVersion version) => version.SubmittedBy != current.Reader.Id && !Drafters[version.Id].Contains(current.Reader.Id);

    public bool HasDraft(NationalPlan plan) => Versions.Any(v => v.PlanId == plan.Id && v.State is PlanVersionState.Draft or PlanVersionState.Submitted);

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public Task<IActionResult> OnPostSubmitAsync(CancellationToken ct) => MoveAsync(
        PlanRoom.Edit, "plan.submit", v => v.Submit(current.Reader.Id, clock.GetUtcNow(), Counts.GetValueOrDefault(v.Id)), T["The version awaits approval by another person."], ct);

    public Task<IActionResult> OnPostReturnAsync(CancellationToken ct) => MoveAsync(
        PlanRoom.Approve, "plan.return", v => v.Return(Reason), T["The version is a draft again."], ct);

    public Task<IActionResult> OnPostApproveAsync(CancellationToken ct) => MoveAsync(
        PlanRoom.Approve, "plan.approve", v => v.Approve(current.Reader.Id, Drafters[v.Id], Authority, clock.GetUtcNow()), T["The version is approved. It does not change any more."], ct);

    public async Task<IActionResult> OnPostNextAsync(CancellationToken ct)
    {
        if (!MayEdit)
        {
            return Forbid();
        }

        await db.TakeTurnAsync(Country, Id, ct);
        await ReadAsync(ct);
        var approved = Versions.FirstOrDefault(v => v.Id == Id && v.State == PlanVersionState.Approved);
        if (approved is null)
        {
            return NotFound();
        }

        var family = Versions.Where(v => v.PlanId == approved.PlanId).ToList();
        if (family.Any(v => v.State is PlanVersionState.Draft or PlanVersionState.Submitted))
        {
            return this.Again("", T["The next version was begun already."]);
        }

        var next = await db.BeginNextVersionAsync(approved, family.Max(v => v.Number) + 1, new Act("plan.new-version", Country, clock.GetUtcNow()), ct);
        this.Say(T["Version {0} was begun as a copy of version {1}.", next.Number, approved.Number]);
        return Redirect(FormattableString.Invariant($"{Path}?plan={next.PlanId}&version={next.Number}"));
    }

    private async Task<IActionResult> MoveAsync(string permission, string act, Func<PlanVersion, Refusal?> move, string said, CancellationToken ct)
    {
        if (!current.May(permission))
        {
            return Forbid();
        }

        await db.TakeTurnAsync(Country, Id, ct);
        await ReadAsync(ct);
        if (Versions.FirstOrDefault(v => v.Id == Id) is not { } read)
        {
            return NotFound();
        }

        // Asked of a copy first: an approval is preceded by the earlier version's stepping back.
        if (move(read) is { } refusal)
        {
            ModelState.AddModelError("", T[refusal]);
            await ReadAsync(ct);
            return this.Again();
        }

        var now = clock.GetUtcNow();
        if (read.State == PlanVersionState.Approved)
        {
            await ReplaceEarlierAsync(read, now, ct);
        }

        var version = await db.PlanVersions.SingleAsync(v => v.Id == Id, ct);
        move(version);
        version.Version++;
        await db.SaveAsync(new Act(act, Country, now, string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim()), ct);
        this.Say(said);
        return Redirect($"{Path}/versions");
    }

    // One approved version at a time: the earlier one steps back in the same transaction, before the new one stands.
    private async Task ReplaceEarlierAsync(PlanVersion version, DateTimeOffset now, CancellationToken ct)
    {
        if (await db.PlanVersions.SingleOrDefaultAsync(v => v.PlanId == version.PlanId && v.State == PlanVersionState.Approved && v.Id != version.Id, ct) is { } earlier)
        {
            earlier.Replace();
            earlier.Version++;
            await db.RecordAsync(new Act("plan.replace", Country, now), ct);
        }
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        Plans = await db.Plans.AsNoTracking().Where(p => p.Country == Country).OrderBy(p => p.Id).ToListAsync(ct);
        Versions = await db.PlanVersions.AsNoTracking().Where(v => v.Country == Country).OrderByDescending(v => v.Number).ToListAsync(ct);
        var ids = Versions.Select(v => v.Id).ToList();
        Drafters = (await db.PlanDrafters.AsNoTracking().Where(d => ids.Contains(d.VersionId)).ToListAsync(ct)).ToLookup(d => d.VersionId, d => d.PersonId);
        Counts = await db.PlanNodes.Where(n => ids.Contains(n.VersionId) && n.RetiredBecause == null)
            .GroupBy(n => n.VersionId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var people = Versions.SelectMany(v => new[] { v.SubmittedBy, v.ApprovedBy }).OfType<Guid>().Concat(Drafters.SelectMany(d => d)).Distinct().ToList();
        People = await db.Users.AsNoTracking().Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
    }
}
