using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportActivities;

/// <summary>What the country knows of an activity and no source says: the fee of a fund's agent, and how likely pledges are.</summary>
[Requires(SupportRoom.Edit)]
public sealed class KnownPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty, Display(Name = "Fee of the fund’s agent, in per cent of each deposit"), Range(0.0, 99.9999)]
    public decimal? FeePercent { get; set; }

    [BindProperty, Display(Name = "How likely its pledges are, in per cent"), Range(0.0, 100.0)]
    public decimal? PledgePercent { get; set; }

    [BindProperty]
    public int Version { get; set; }

    public Activity Activity { get; private set; } = null!;

    public string Path => $"/{Country.ToLowerInvariant()}/support";

    public string Self => $"{Path}/{Activity.Id}";

    public string Title => Activity.Title?.In(T.Language.Code) ?? Activity.Identifier;

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        (FeePercent, PledgePercent, Version) = (Activity.FeeShare * 100m, Activity.PledgeProbability * 100m, Activity.Version);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await ReadAsync(id, ct))
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        if (Version != Activity.Version)
        {
            return Clash();
        }

        // As many digits as are kept.
        Activity.FeeShare = FeePercent is { } fee ? decimal.Round(fee / 100m, 6) : null;
        Activity.PledgeProbability = PledgePercent is { } pledge ? decimal.Round(pledge / 100m, 4) : null;
        Activity.Version++;
        if (await db.TrySaveAsync(new Act("support.know", Country, clock.GetUtcNow()), ct) is not SaveOutcome.Saved)
        {
            return await ReadAsync(id, ct) ? Clash() : NotFound();
        }

        this.Say(T["Saved."]);
        return Redirect(Self);
    }

    private IActionResult Clash()
    {
        Version = Activity.Version;
        return this.Overtaken(T["Somebody changed this activity while you were editing. Look at its history, then save again."], nameof(Version));
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct) =>
        (Activity = (await db.Activities.SingleOrDefaultAsync(a => a.Id == id && a.Country == Country, ct))!) is not null;
}
