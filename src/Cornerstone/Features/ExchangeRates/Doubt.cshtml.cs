using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.ExchangeRates;

public enum RateDecision
{
    Accept,
    Refuse,
}

/// <summary>One doubted rate beside what its source says of other periods and what other sources say of this one; and the decision.</summary>
[Requires(ExchangeRatesRoom.Read)]
public sealed class DoubtPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    public const string ActName = "rates.decide";

    // Enough before and after to see in which unit its neighbours stand.
    private const int Neighbours = 3;

    [BindProperty, Required]
    public RateDecision? Decision { get; set; }

    [BindProperty, Required, StringLength(1000)]
    public string? Reason { get; set; }

    public ExchangeRate Rate { get; private set; } = null!;

    public RateSource Source { get; private set; } = null!;

    /// <summary>The same source's rates just before and after, the doubted one among them.</summary>
    public IReadOnlyList<ExchangeRate> Around { get; private set; } = [];

    /// <summary>Units by other sources, of the same period; null when none says.</summary>
    public decimal? Others { get; private set; }

    public string? DecidedBy { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    /// <summary>A rate of the shared layer is decided on there, for all countries.</summary>
    public bool MayDecide => current.May(ExchangeRatesRoom.Edit) && Rate.Country == Country && Rate.EndedAt is null;

    public string Path => $"/{Country.ToLowerInvariant()}/rates/doubted";

    public IEnumerable<SelectListItem> Decisions =>
    [
        new(T["It is right: use it"], nameof(RateDecision.Accept)),
        new(T["It is wrong: keep it, and never use it"], nameof(RateDecision.Refuse)),
    ];

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await FindAsync(id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken ct)
    {
        if (!await FindAsync(id, ct) || !MayDecide)
        {
            return NotFound();
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var now = clock.GetUtcNow();
        var (person, because) = (current.Reader.Id, Reason!.Trim());
        if ((Decision == RateDecision.Accept ? Rate.Accept(person, now, because) : Rate.Refuse(person, now, because)) is { } refusal)
        {
            return this.Again("", T[refusal]);
        }

        await db.SaveAsync(new Act(ActName, Country, now, because), ct);
        this.Say(Decision == RateDecision.Accept ? T["The rate is used from now on."] : T["The rate stays unused."]);
        return Redirect(Path);
    }

    private async Task<bool> FindAsync(Guid id, CancellationToken ct)
    {
        if (await db.ExchangeRates.SingleOrDefaultAsync(r => r.Id == id && (r.Country == Country || r.Country == Workspace.Shared) && r.Doubt != null, ct) is not { } rate
            || await db.RateSources.AsNoTracking().SingleOrDefaultAsync(s => s.Id == rate.SourceId, ct) is not { } source)
        {
            return false;
        }

        (Rate, Source) = (rate, source);
        var same = db.RatesInForce(Country).Where(r => r.SourceId == source.Id && r.Currency == rate.Currency && r.Precision == rate.Precision);
        var before = await same.Where(r => r.FromDay < rate.FromDay).OrderByDescending(r => r.FromDay).Take(Neighbours).ToListAsync(ct);
        var after = await same.Where(r => r.FromDay > rate.FromDay).OrderBy(r => r.FromDay).Take(Neighbours).ToListAsync(ct);
        Around = [.. before.AsEnumerable().Reverse(), rate, .. after];
        var others = new RateBook([.. (await db.RateSourcesAsync(Country, ct)).Where(s => s.Id != source.Id)], (await db.UsableQuotesAsync(Country, ct)).Where(q => q.Source.Id != source.Id));
        Others = RateChecks.Other(new(source, rate.Currency, rate.Period, rate.Units), others);
        var by = rate.AcceptedBy ?? rate.RefusedBy;
        DecidedBy = by is null ? null : await db.Users.Where(u => u.Id == by).Select(u => u.Name).SingleOrDefaultAsync(ct);
        History = await db.HistoryOfAsync(id, ct);
        return true;
    }
}
