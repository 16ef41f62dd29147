using System.Globalization;
using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.PlanViews;

/// <summary>Which of an institution's duties are listed.</summary>
public enum DutyList
{
    /// <summary>What is late, what falls due within a quarter, and the milestones ahead.</summary>
    Now,
    Owned,
    Contributing,
}

/// <summary>What the plan asks of an institution: the reader's own when they speak for one, else the one they choose.</summary>
[Requires(PlanRoom.Read)]
public sealed class DutiesPage(AppDb db, CurrentReader current, PlanReading reading, TimeProvider clock, Text T) : PageModel
{
    private const int PageSize = 50;

    [BindProperty(SupportsGet = true)]
    public Guid? Plan { get; set; }

    [BindProperty(SupportsGet = true)]
    public int? Version { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Institution { get; set; }

    [BindProperty(SupportsGet = true)]
    public DutyList Show { get; set; }

    [BindProperty(SupportsGet = true)]
    public int Skip { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool All { get; set; }

    public OpenPlan? Shown { get; private set; }

    /// <summary>Institutions this person speaks for.</summary>
    public IReadOnlyList<Guid> Own { get; private set; } = [];

    public InstitutionDuties Duties { get; private set; } = null!;

    public PlanAsked Asked => new(current.Workspace!.Code, Plan, Version);

    public IReadOnlyList<Guid> Chosen => Institution is { } one ? [one] : Own;

    public string ChosenNames => string.Join(T[", "], Chosen.Select(id => Shown!.Names.InstitutionIn(id, T)));

    /// <summary>The part of a list that this page shows.</summary>
    public IReadOnlyList<Duty> PartOf(IEnumerable<Duty> duties) => [.. All ? duties : duties.Skip(Part.Start).Take(PageSize)];

    public IEnumerable<Duty> Listed => Show == DutyList.Owned ? Duties.Owned : Duties.Contributing;

    public string? Previous => !All && Part.Before is { } skip ? Address(Show, skip) : null;

    public string? Next => !All && Part.After is { } skip ? Address(Show, skip) : null;

    public IEnumerable<SelectListItem> Institutions => Shown!.Tree.All.Select(b => b.Node.OwnerId).OfType<Guid>()
        .Concat(Shown.Tree.All.SelectMany(b => b.Node.ContributorIds)).Concat(Own).Distinct()
        .Select(id => new SelectListItem(Shown.Names.InstitutionIn(id, T), id.ToString())).OrderBy(o => o.Text, StringComparer.CurrentCulture);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Shown = await OpenPlan.ReadAsync(db, reading, Asked, PlanParts.Money | PlanParts.Progress, today, ct);
        if (Shown is null)
        {
            return Plan is null && Version is null ? Page() : NotFound();
        }

        Own = await db.InstitutionsOfAsync(current.Reader.Id, current.Workspace!.Code, today, ct);
        if (Institution is { } asked && !Shown.Names.Institutions.ContainsKey(asked))
        {
            return NotFound();
        }

        Duties = new(Shown.Tree, Chosen, today);
        return Page();
    }

    public string Address(DutyList show, int skip = 0) => Asked.Address("/duties",
        ("institution", Institution?.ToString()), ("show", show == DutyList.Now ? null : show.ToString()), ("skip", skip == 0 ? null : skip.ToString(CultureInfo.InvariantCulture)));

    private PageRows Part => PageRows.From(Skip, PageSize, Longest);

    private int Longest => Show == DutyList.Now
        ? new[] { Duties.Late.Count(), Duties.DueSoon.Count(), Duties.Milestones.Count() }.Max()
        : Listed.Count();
}


/// <summary>One list of duties as the page shows it.</summary>
/// <param name="Mark">Names the table in tests.</param>
public sealed record DutyTable(string Caption, IReadOnlyList<Duty> Duties, PlanAsked Asked, OpenPlan Plan, string Mark);
