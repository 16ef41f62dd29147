using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Ui;
using Cornerstone.Workbooks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Instruments;

/// <summary>Every instrument of the reform, and what they say together about national ownership.</summary>
[Requires(InstrumentsRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, IEnumerable<IOwnResources> resources, TimeProvider clock, Text T) : PageModel
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

    public Task OnGetAsync(CancellationToken ct) => ReadAsync(ct);

    public async Task<IActionResult> OnGetExportAsync(string? format, CancellationToken ct)
    {
        await ReadAsync(ct);
        decimal? Part(decimal? percent) => percent / 100m;
        return this.Export(new ListExport<Instrument>("instruments", T["Instruments"], Shown)
        {
            Columns =
            [
                new(T["Code"], i => i.Code, Width: 14),
                new(T["Title"], i => i.Title.In(T.Language.Code), Width: 48),
                new(T["Kind"], i => T.Of(i.Kind), Width: 24),
                new(T["State (code)"], i => i.State.ToString(), Width: 16),
                new(T["State"], i => T.Of(i.State)),
                new(T["Since"], i => i.StateSince, CellKind.Date, 14),
                new(T["Work began on"], i => i.StartedOn, CellKind.Date, 14),
                new(T["Adopted on"], i => i.AdoptedOn, CellKind.Date, 14),
                new(T["Adopting authority"], i => i.AdoptingAuthority, Width: 30),
                new(T["Valid until"], i => i.ValidUntil, CellKind.Date, 14),
                new(T["Lead institution"], i => i.LeadInstitutionId is { } lead ? Choices.Institutions.GetValueOrDefault(lead)?.In(T.Language.Code) : null, Width: 34),
                new(T["Regions heard"], i => Coverage[i.Id].Heard.Count, CellKind.Number, 12),
                new(T["First-level regions"], i => Coverage[i.Id].Regions, CellKind.Number, 12),
                new(T["Drafted by nationals"], i => Part(i.NationalShare), CellKind.Percentage, 14),
                new(T["Gender analysis"], i => T.YesNo(i.HasGenderAnalysis), Width: 16),
                new(T["Conflict analysis"], i => T.YesNo(i.HasConflictAnalysis), Width: 16),
                new(T["Cost"], i => i.CostAmount, CellKind.Number, 16),
                new(T["Currency"], i => i.CostCurrency, Width: 10),
                new(T["Funded"], i => Part(i.FundedShare), CellKind.Percentage, 12),
                new(T["Findings"], i => string.Join(" ", InstrumentFindings.Of(i, Coverage[i.Id], Today).Select(f => T[f])), Width: 60),
                new(T["Classification"], i => T.Of(i.Classification), Width: 16),
            ],
            Filters = [.. Filters],
        }, format);
    }

    private IEnumerable<string> Filters => new[]
    {
        Kind is { } kind ? T["Kind: {0}", T.Of(kind)] : null,
        State is { } state ? T["State: {0}", T.Of(state)] : null,
        InForce ? T["Only those in force"] : null,
    }.OfType<string>();

    private async Task<IReadOnlyList<OwnMoney>> MoneyAsync(string country, CancellationToken ct) =>
        resources.FirstOrDefault(r => current.May(r.Needs)) is { } known ? await known.OfAsync(country, ct) : [];

    private async Task ReadAsync(CancellationToken ct)
    {
        var country = current.Workspace!.Code;
        Choices = await InstrumentChoices.ReadAsync(db, country, Today, T, ct);
        Everything = await db.InstrumentsOfAsync(country, ct);
        var (consultations, firstLevel) = (await db.ConsultationsByInstrumentAsync(country, ct), Choices.FirstLevel);
        Coverage = Everything.ToDictionary(i => i.Id, i => ConsultationCoverage.Of(consultations[i.Id], firstLevel));
        Ownership = Instruments.Ownership.Of(Everything, Coverage, await MoneyAsync(country, ct));
        Shown = [.. Everything
            .Where(i => (Kind is null || i.Kind == Kind) && (State is null || i.State == State) && (!InForce || InstrumentPath.IsInForce(i.State)))
            .OrderBy(i => i.Kind).ThenBy(i => i.Title.In(T.Language.Code), StringComparer.CurrentCulture)];
    }
}
