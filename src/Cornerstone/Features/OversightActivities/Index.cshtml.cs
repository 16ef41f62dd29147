using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.OversightActivities;

/// <summary>What overseers did and what became of it, with the three numbers that say whether it matters.</summary>
[Requires(OversightActivitiesRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public OversightKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Institution { get; set; }

    [BindProperty(SupportsGet = true)]
    public Guid? Body { get; set; }

    /// <summary>Only activities with a recommendation past its day.</summary>
    [BindProperty(SupportsGet = true)]
    public bool Overdue { get; set; }

    public IReadOnlyList<OverseenActivity> Everything { get; private set; } = [];

    public IReadOnlyList<OverseenActivity> Shown { get; private set; } = [];

    /// <summary>Of the activities shown.</summary>
    public OversightFigures Figures { get; private set; } = null!;

    public Overseers Overseers { get; private set; } = null!;

    public bool MayEdit => current.May(OversightActivitiesRoom.Edit);

    public bool IsNarrow => Kind is not null || Institution is not null || Body is not null || Overdue;

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/oversight";

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<OversightKind>().Select(k => new SelectListItem(T.Of(k), k.ToString()));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        Overseers = await Overseers.ReadAsync(db, country, Today, T, ct);
        Everything = await db.OversightOfAsync(country, ct);
        Shown = [.. Everything.Where(o =>
            (Kind is null || o.Activity.Kind == Kind)
            && (Institution is null || o.Activity.InstitutionId == Institution)
            && (Body is null || o.Activity.BodyId == Body)
            && (!Overdue || o.Recommendations.Any(r => r.IsOverdue(Today))))];
        Figures = OversightFigures.Of(Shown.Select(o => o.Activity), Shown.SelectMany(o => o.Recommendations), Today);
    }
}
