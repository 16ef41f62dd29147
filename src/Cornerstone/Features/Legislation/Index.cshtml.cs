using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Legislation;

/// <summary>The law tracker: every law with its state, its assessments and what it still lacks; or those in force on a day.</summary>
[Requires(LegislationRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public LawState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Component { get; set; }

    /// <summary>Only laws in force on this day.</summary>
    [BindProperty(SupportsGet = true)]
    public DateOnly? On { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool Pending { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<TrackedLaw> Everything { get; private set; } = [];

    public IReadOnlyList<TrackedLaw> Shown { get; private set; } = [];

    public LawChoices Choices { get; private set; } = null!;

    public bool MayEdit => current.May(LegislationRoom.Edit);

    public bool IsNarrow => State is not null || Component is not null || On is not null || Pending || !string.IsNullOrWhiteSpace(Q);

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/laws";

    public IEnumerable<SelectListItem> States => Enum.GetValues<LawState>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public async Task OnGetAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        Choices = await LawChoices.ReadAsync(db, country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), T, ct);
        Everything = await db.TrackedLawsAsync(country, ct);
        var inForce = On is { } day ? await db.LawsInForceAsync(country, day, null, ct) : null;
        Shown = [.. Everything
            .Where(l => (State is null || l.Law.State == State)
                && (Component is null || l.Law.Components.Contains(Component))
                && (!Pending || LawPath.IsPending(l.Law.State))
                && inForce?.Contains(l.Law.Id) != false
                && Says(l.Law))
            .OrderBy(l => l.Law.Title.In(T.Language.Code), StringComparer.CurrentCulture)];
    }

    private bool Says(Law law) => string.IsNullOrWhiteSpace(Q)
        || law.Title.Texts.Values.Append(law.Number).Append(law.Subject).Any(t => t?.Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase) == true);
}
