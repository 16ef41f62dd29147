using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Instruments;

/// <summary>Every instrument of the reform, and what they say together about national ownership.</summary>
[Requires(InstrumentsRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public InstrumentKind? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public InstrumentState? State { get; set; }

    [BindProperty(SupportsGet = true)]
    public bool InForce { get; set; }

    public IReadOnlyList<Instrument> Everything { get; private set; } = [];

    public IReadOnlyList<Instrument> Shown { get; private set; } = [];

    public IReadOnlyDictionary<Guid, ConsultationCoverage> Coverage { get; private set; } = new Dictionary<Guid, ConsultationCoverage>();

    public IReadOnlyList<OwnershipAnswer> Ownership { get; private set; } = [];

    public InstrumentChoices Choices { get; private set; } = null!;

    public bool MayEdit => current.May(InstrumentsRoom.Edit);

    public bool IsNarrow => Kind is not null || State is not null || InForce;

    public string Path => $"/{current.Workspace!.Code.ToLowerInvariant()}/instruments";

    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public IEnumerable<SelectListItem> Kinds => Enum.GetValues<InstrumentKind>().Select(k => new SelectListItem(T.Of(k), k.ToString()));

    public IEnumerable<SelectListItem> States => Enum.GetValues<InstrumentState>().Select(s => new SelectListItem(T.Of(s), s.ToString()));

    public int FindingsOf(Instrument instrument) => InstrumentFindings.Of(instrument, Coverage[instrument.Id], Today).Count();

    public async Task OnGetAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        Choices = await InstrumentChoices.ReadAsync(db, country, Today, T, ct);
        Everything = await db.InstrumentsOfAsync(country, ct);
        var (consultations, firstLevel) = (await db.ConsultationsByInstrumentAsync(country, ct), Choices.FirstLevel);
        Coverage = Everything.ToDictionary(i => i.Id, i => ConsultationCoverage.Of(consultations[i.Id], firstLevel));
        Ownership = Instruments.Ownership.Of(Everything, Coverage);
        Shown = [.. Everything
            .Where(i => (Kind is null || i.Kind == Kind) && (State is null || i.State == State) && (!InForce || InstrumentPath.IsInForce(i.State)))
            .OrderBy(i => i.Kind).ThenBy(i => i.Title.In(T.Language.Code), StringComparer.CurrentCulture)];
    }
}
