using System.ComponentModel.DataAnnotations;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.SupportPublishing;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Publications;

/// <summary>What shall be in the next edition. Sending it makes the rows; another person decides.</summary>
[Requires(PublicationsRoom.Propose)]
public sealed class ProposePage(AppDb db, CurrentReader current, ProposeEdition propose, TimeProvider clock, Text T) : PageModel
{
    // The licence that most national statistical offices choose for open data; the country writes its own.
    private const string UsualLicence = "CC BY 4.0";

    [BindProperty, Required(ErrorMessage = "Name the licence under which everybody may use it."), StringLength(Publication.LongestText), Display(Name = "Licence")]
    public string? Licence { get; set; }

    [BindProperty, Required(ErrorMessage = "Say who answers for it."), StringLength(Publication.LongestText), Display(Name = "Published by")]
    public string? Publisher { get; set; }

    [BindProperty, StringLength(Publication.LongestText), Display(Name = "What is new")]
    public string? Note { get; set; }

    [BindProperty, Display(Name = "Public from")]
    public DateOnly? PublicFrom { get; set; }

    [BindProperty]
    public List<string> Chosen { get; set; } = [];

    /// <summary>Codes of those published as recorded, because they count no people.</summary>
    [BindProperty]
    public List<string> AsRecorded { get; set; } = [];

    [BindProperty, Display(Name = "The approved plan: what it aims at, without activities and money")]
    public bool WithPlan { get; set; }

    [BindProperty, Display(Name = "Support: every public activity with its money, less what is withheld")]
    public bool WithSupport { get; set; }

    /// <summary>Activities that stay out of this edition.</summary>
    [BindProperty]
    public List<Guid> LeftOut { get; set; } = [];

    public IReadOnlyList<OfferedActivity> Support { get; private set; } = [];

    /// <summary>So many are listed to be left out; those behind are in, and are kept back where they are recorded.</summary>
    public const int MostListed = 300;

    [BindProperty, Display(Name = "Council benchmarks: the latest judgement of both parties, with its reason and obstacles")]
    public bool WithBenchmarks { get; set; }

    [BindProperty, Display(Name = "Commitments: what is to be done, by whom, until when, and whether public evidence shows it")]
    public bool WithCommitments { get; set; }

    public bool HasBenchmarks { get; private set; }

    public bool HasCommitments { get; private set; }

    /// <summary>Whether an approved plan is public.</summary>
    public bool HasPlan { get; private set; }

    public IReadOnlyList<IndicatorStanding> Offered { get; private set; } = [];

    public string Path => $"/{Country.ToLowerInvariant()}/publications";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        var last = await db.Editions.Where(e => e.Country == Country).OrderByDescending(e => e.Number).FirstOrDefaultAsync(ct);
        (Licence, Publisher) = (last?.Licence ?? UsualLicence, last?.Publisher);
        Chosen = [.. Offered.Where(s => s.Latest is not null).Select(s => s.Indicator.Code)];
        WithPlan = HasPlan;
        WithSupport = Support.Count > 0;
        (WithBenchmarks, WithCommitments) = (HasBenchmarks, HasCommitments);
        AsRecorded = [.. Offered.Where(s => !IndicatorRows.SeemsToCountPeople(s.Definition)).Select(s => s.Indicator.Code)];
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        await ReadAsync(ct);
        if (!WithPlan && !(WithBenchmarks && HasBenchmarks) && !(WithCommitments && HasCommitments) && !(WithSupport && Support.Any(s => !LeftOut.Contains(s.Id))) && !Offered.Any(s => Chosen.Contains(s.Indicator.Code)))
        {
            ModelState.AddModelError(nameof(Chosen), T["Choose something to publish."]);
        }

        if (PublicFrom <= DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
        {
            ModelState.AddModelError(nameof(PublicFrom), T["Choose a day to come, or none: then everybody reads it at once."]);
        }

        if (!ModelState.IsValid)
        {
            return this.Again();
        }

        var chosen = Offered.Select(s => s.Indicator.Code).Where(Chosen.Contains).Select(code => new ChosenIndicator(code, !AsRecorded.Contains(code)));
        var order = new EditionOrder(Licence!, Publisher!, Note, [.. chosen], WithPlan) { SupportWithout = WithSupport ? LeftOut : null, PublicFrom = PublicFrom, WithBenchmarks = WithBenchmarks, WithCommitments = WithCommitments };
        if (await propose.ProposeAsync(Country, order, ct) is not { } proposed)
        {
            return this.Again(nameof(Chosen), T["Choose something to publish."]);
        }

        this.Say(T["Proposed. Another person looks at the rows and publishes them."]);
        return Redirect($"{Path}/{proposed.Id}");
    }

    private async Task ReadAsync(CancellationToken ct)
    {
        var on = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Offered = [.. (await IndicatorRows.OfAsync(db, Country, on, T, ct)).Offered.OrderBy(s => s.Indicator.Code, StringComparer.Ordinal)];
        Support = await new SupportRows(db, Country).OfferedAsync(ct);
        var council = new CouncilRows(db, Country, T);
        (HasBenchmarks, HasCommitments) = (await council.BenchmarksAsync(ct) is not null, await council.CommitmentsAsync(clock.GetUtcNow(), ct) is not null);
        HasPlan = await PlanRows.OfAsync(db, Country, on, T, ct) is not null;
    }
}
