using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Features.Regions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>
/// Enters a value, changes a draft, or begins the correction of a published value. Whoever comes second to a period sees both
/// values and loses neither.
/// </summary>
[Requires(IndicatorValuesRoom.Enter)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[RequestSizeLimit(MostBytes)]
public sealed class EnterPage(AppDb db, CurrentReader current, TimeProvider clock, Text T, SaveValue save) : PageModel
{
    private const long MostBytes = 11_000_000;

    [BindProperty(SupportsGet = true)]
    public Guid? Indicator { get; set; }

    /// <summary>The draft that is changed.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Point { get; set; }

    /// <summary>The published value that is corrected.</summary>
    [BindProperty(SupportsGet = true)]
    public Guid? Corrects { get; set; }

    [BindProperty]
    public ValueForm Form { get; set; } = new();

    /// <summary>The version of the draft the person read.</summary>
    [BindProperty]
    public int Version { get; set; }

    [BindProperty]
    public string? Then { get; set; }

    public DefinedIndicator? Defined { get; private set; }

    public SeriesPoint? Edited { get; private set; }

    public SeriesPoint? Corrected { get; private set; }

    public SeriesPoint? Latest { get; private set; }

    /// <summary>What somebody else saved for the same period, area and part.</summary>
    public SeriesPoint? Rival { get; private set; }

    public string RivalName { get; private set; } = "";

    public bool MayReplace => Rival is { IsOpen: true };

    public bool IsFixed => Edited is not null || Corrected is not null;

    public IReadOnlyList<EntryFinding> Doubts { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Choices { get; private set; } = [];

    public IReadOnlyList<SelectListItem> Areas { get; private set; } = [];

    public CountryDimensions Dimensions { get; private set; } = new([]);

    public PartFields Parts => new("Form.Parts", Dimensions.Asked(Defined!.Definition, Form.Parts.Keys), Form.Parts);

    public IEnumerable<SelectListItem> KnownChoices =>
        Enum.GetValues<FigureState>().Select(s => new SelectListItem(s == FigureState.Known ? T["A value is known"] : T.WordOf(s), s.ToString()));

    public string Path => $"/{Country.ToLowerInvariant()}/values";

    private string Country => current.Workspace!.Code;

    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<IActionResult> OnGetAsync(string? period, CancellationToken ct)
    {
        if (Indicator is null && Point is null && Corrects is null)
        {
            Choices = await ValueChoices.IndicatorsAsync(db, current, Today, T, ct);
            return Page();
        }

        if (!await ReadAsync(ct)) return NotFound();

        Form = (Edited ?? Corrected) is { } point ? ValueForm.Of(point, T.Language.Culture) : new() { Period = period ?? "", Source = Defined!.Definition.Source };
        (Form.Card, Version) = (Defined!.Definition.Number, Edited?.Version ?? 0);
        if (Corrected is not null) Form.Note = null;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!await ReadAsync(ct)) return NotFound();

        var period = Form.ReadPeriod(ModelState, nameof(Form), T);
        var figure = Form.ReadFigure(Defined!.Definition, ModelState, nameof(Form), T);
        var file = await CheckedFileAsync(ct);
        CheckPlace();
        if (Corrected is not null && string.IsNullOrWhiteSpace(Form.Note))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Note)}", T["Say why the published value is corrected; the reason stands in the revision list."]);
        }

        if (!ModelState.IsValid || period is null || figure is null) return this.Again();

        // From here on nobody else saves a value of this indicator until this one is saved or shown beside theirs.
        await db.TakeTurnAsync(Country, Defined.Indicator.Id, ct);
        Rival = await save.RivalAsync(Defined.Indicator.Id, Form, period, Edited, Version, ct);
        if (Rival is not null && Then is not ("KeepBoth" or "Replace")) return await ConflictAsync(ct);
        if (await FindingsAsync(period, figure, ct)) return this.Again();

        var id = await save.SaveAsync(new(Defined, Form, period, figure, Edited, Corrects, Rival, Then, file), ct);
        this.Say(Then == "Submit" ? T["The value was submitted."] : T["Saved."]);
        return Redirect($"{Path}/{id}");
    }

    /// <summary>True when a rule says no, or doubts and nobody has confirmed.</summary>
    private async Task<bool> FindingsAsync(Period period, Figure figure, CancellationToken ct)
    {
        var findings = EntryRules.Check(await save.FactsAsync(Defined!, Form, period, figure, Rival ?? Edited, Today, ct));
        foreach (var fault in findings.Where(f => !f.MayBeConfirmed))
        {
            ModelState.AddModelError($"{nameof(Form)}.{fault.Field}", T[fault.Says]);
        }

        Doubts = Form.Confirmed ? [] : [.. findings.Where(f => f.MayBeConfirmed)];
        if (Doubts.Count > 0) ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Confirmed)}", T["Confirm, or change the value."]);

        return !ModelState.IsValid;
    }

    // What a form offers is not all that can be sent: a region or a part nobody knows would be a series nobody finds.
    private void CheckPlace()
    {
        if (!string.IsNullOrEmpty(Form.Area) && Areas.All(a => a.Value != Form.Area))
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Area)}", T["the code of a region, or empty for the whole country"]);
        }

        if (Dimensions.Refuse(Defined!.Definition, Form.Key) is { } refusal)
        {
            ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.Parts)}[{Form.Key.Parts.Keys.First()}]", T[refusal]);
        }
    }

    private async Task<byte[]?> CheckedFileAsync(CancellationToken ct)
    {
        if (Form.File is not { Length: > 0 } sent) return null;

        var bytes = await sent.BytesAsync(ct);
        if (ValueEvidence.MayTake(bytes) is { } refusal) ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.File)}", T[refusal]);
        if (string.IsNullOrWhiteSpace(Form.FileTitle)) ModelState.AddModelError($"{nameof(Form)}.{nameof(Form.FileTitle)}", T["Say what the file is."]);
        return bytes;
    }

    private async Task<IActionResult> ConflictAsync(CancellationToken ct)
    {
        RivalName = (await db.PersonNamesAsync([Rival!.EnteredBy], ct)).GetValueOrDefault(Rival.EnteredBy, "–");
        Version = Rival.Version;
        return this.Overtaken(null, nameof(Version));
    }

    private async Task<bool> ReadAsync(CancellationToken ct)
    {
        Edited = Point is { } id ? await db.SeriesPoints.SingleOrDefaultAsync(p => p.Id == id && p.Country == Country, ct) : null;
        Corrected = Corrects is { } published
            ? await db.SeriesPoints.AsNoTracking().SingleOrDefaultAsync(p => p.Id == published && p.Country == Country && p.State == PointState.Published, ct)
            : null;
        if ((Point is not null && Edited is not { IsOpen: true }) || (Corrects is not null && Corrected is null)) return false;

        var indicator = Edited?.IndicatorId ?? Corrected?.IndicatorId ?? Indicator;
        Defined = indicator is { } asked ? await db.DefinedIndicatorAsync(Country, asked, ct) : null;
        if (Defined is null || (await db.MayEnterAsync(current, Today, ct))(Defined) is not null) return false;

        Latest = await db.SeriesPoints.AsNoTracking()
            .Where(p => p.IndicatorId == Defined.Indicator.Id && p.Area == "" && p.Dimensions == "" && p.State == PointState.Published)
            .OrderByDescending(p => p.UntilDay).FirstOrDefaultAsync(ct);
        Areas = [.. (await db.RegionsAsync(Country, ct)).Select(r => new SelectListItem(r.Names.In(T.Language.Code), r.Code))];
        Dimensions = await db.DimensionsAsync(Country, Today, T, ct);
        return true;
    }
}
