using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorCatalogue;

/// <summary>The starter catalogue, with what of it the country has already.</summary>
[Requires(BenchmarksRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public string? Code { get; set; }

    public IReadOnlyDictionary<string, Guid> Present { get; private set; } = new Dictionary<string, Guid>();

    public bool MayAdd => current.May(BenchmarksRoom.Edit);

    public string Indicators => $"/{Country.ToLowerInvariant()}/indicators";

    private string Country => current.Workspace!.Code;

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnPostAddAsync(CancellationToken ct)
    {
        if (!MayAdd) return Forbid();
        if (CatalogueEntry.All.SingleOrDefault(e => e.Code == Code) is not { } entry) return NotFound();

        // Two clicks at once add it once.
        await db.TakeTurnAsync(Country, Guid.Empty, ct);
        await ReadAsync(ct);
        if (!Present.ContainsKey(entry.Code))
        {
            // The secretariat keeps it until the card names another custodian.
            var (indicator, card) = entry.ForCountry(Country, Classification.Public, T["National secretariat"], null, clock.GetUtcNow());
            db.Indicators.Add(indicator);
            db.IndicatorDefinitions.Add(card);
            if (await db.TrySaveAsync(new Act("catalogue.add", Country, clock.GetUtcNow()), ct) == SaveOutcome.CodeTaken)
            {
                await ReadAsync(ct);
                return this.Again("", T[SaveAttempt.CodeTaken]);
            }

            this.Say(T["{0} was added as a proposal.", entry.Code]);
        }

        return Redirect($"{Indicators}/catalogue");
    }

    private async Task ReadAsync(CancellationToken ct) => Present = await db.Indicators.AsNoTracking()
        .Where(i => i.Country == Country).Select(i => new { i.Code, i.Id }).ToDictionaryAsync(i => i.Code, i => i.Id, ct);
}
