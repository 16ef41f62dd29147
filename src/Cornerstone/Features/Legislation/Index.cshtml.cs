using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Institutions;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Cornerstone.Workbooks;
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

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        string? Result(TrackedLaw law, AssessmentKind kind) => law.ResultOf(kind) is { } result ? T.Of(result) : T["Not assessed"];
        return this.Export(new ListExport<TrackedLaw>("laws", T["Laws"], Shown)
        {
            Columns =
            [
                new(T["Code"], l => l.Law.Code, Width: 14),
                new(T["Title"], l => l.Law.Title.In(T.Language.Code), Width: 48),
                new(T["Number"], l => l.Law.Number),
                new(T["State (code)"], l => l.Law.State.ToString(), Width: 16),
                new(T["State"], l => T.Of(l.Law.State)),
                new(T["Since"], l => l.Law.StateSince, CellKind.Date, 14),
                new(T["Published on"], l => l.Law.PublishedOn, CellKind.Date, 14),
                new(T["Takes effect on"], l => l.Law.EffectiveOn, CellKind.Date, 14),
                new(T["Components (codes)"], l => string.Join("; ", l.Law.Components)),
                new(T["Components"], l => Choices.ComponentNames(l.Law.Components, T), Width: 30),
                new(T["Lead institution"], l => l.Law.LeadInstitutionId is { } lead ? Choices.Institutions.GetValueOrDefault(lead)?.In(T.Language.Code) : null, Width: 34),
                .. Enum.GetValues<AssessmentKind>().Select(k => new ExportColumn<TrackedLaw>(T.Of(k), l => Result(l, k))),
                new(T["Missing by-laws"], l => l.Missing.Count, CellKind.Number, 12),
                new(T["Classification"], l => T.Of(l.Law.Classification), Width: 16),
            ],
            Filters = [.. Filters],
        }, format);
    }

    private IEnumerable<string> Filters => new[]
    {
        State is { } state ? T["State: {0}", T.Of(state)] : null,
        Component is { } component ? T["Component: {0}", component] : null,
        On is { } day ? T["In force on {0}", day] : null,
        Pending ? T["Pending only"] : null,
        string.IsNullOrWhiteSpace(Q) ? null : T["Words: {0}", Q],
    }.OfType<string>();

    private async Task ReadAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        Choices = await LawChoices.ReadAsync(db, country, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), T, ct);
        Everything = await db.TrackedLawsAsync(country, ct);
        var inForce = On is { } day ? await db.LawsInForceAsync(country, day, null, ct) : null;
        var families = new ComponentFamilies(await db.ComponentsAsync(country, ct));
        Shown = [.. Everything
            .Where(l => (State is null || l.Law.State == State)
                && (Component is null || families.Any(l.Law.Components, Component))
                && (!Pending || LawPath.IsPending(l.Law.State))
                && inForce?.Contains(l.Law.Id) != false
                && Says(l.Law))
            .OrderBy(l => l.Law.Title.In(T.Language.Code), StringComparer.CurrentCulture)];
    }

    private bool Says(Law law) => string.IsNullOrWhiteSpace(Q)
        || law.Title.Texts.Values.Append(law.Number).Append(law.Subject).Any(t => t?.Contains(Q.Trim(), StringComparison.CurrentCultureIgnoreCase) == true);
}
