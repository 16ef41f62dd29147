using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Features.IndicatorDimensions;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.IndicatorValues;

/// <summary>One value: where it comes from, who stands behind it, and the next step of those who may take it.</summary>
[Requires(IndicatorValuesRoom.Read)]
[RequestFormLimits(MultipartBodyLengthLimit = MostBytes)]
[RequestSizeLimit(MostBytes)]
public sealed class DetailPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    private const long MostBytes = 11_000_000;

    private Dictionary<Guid, string> names = [];
    private Framework framework = null!;

    [BindProperty(SupportsGet = true)]
    public string? Tab { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public QualityForm Quality { get; set; } = new();

    [BindProperty]
    public IFormFile? Upload { get; set; }

    [BindProperty]
    public string? FileTitle { get; set; }

    [BindProperty]
    public Guid? Rival { get; set; }

    public SeriesPoint Point { get; private set; } = null!;

    public DefinedIndicator Defined { get; private set; } = null!;

    public PlaceNames Places { get; private set; } = null!;

    public IReadOnlyList<ListedEvidence> Evidence { get; private set; } = [];

    public IReadOnlyList<RivalValue> Rivals { get; private set; } = [];

    public IReadOnlyList<SeriesPoint> Versions { get; private set; } = [];

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool MayEnter { get; private set; }

    public bool IsOwn { get; private set; }

    /// <summary>Which form comes back with faults.</summary>
    public string? Posted { get; private set; }

    public bool IsWorking => current.May(BenchmarksRoom.Working);

    public bool MayVerify => current.May(IndicatorValuesRoom.Verify) && !IsOwn;

    public bool MayPublish => current.May(IndicatorValuesRoom.Publish) && !IsOwn;

    public Percentage LowestQuality => framework.MinimumQuality;

    public string Country => $"/{Code.ToLowerInvariant()}";

    public string Path => $"{Country}/values";

    private string Code => current.Workspace!.Code;

    public string NameOf(Guid person) => names.GetValueOrDefault(person, "–");

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostSubmitAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Submit", () => MayEnter, () => Point.Submit(current.Reader.Id), "", ct);

    public Task<IActionResult> OnPostVerifyAsync(Guid id, CancellationToken ct) => ActAsync(id, "Verify", () => current.May(IndicatorValuesRoom.Verify), Verify, "", ct, nameof(Quality));

    public Task<IActionResult> OnPostReturnAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Return", () => current.May(IndicatorValuesRoom.Verify), () => Point.Return(current.Reader.Id, Reason), nameof(Reason), ct);

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) => ActAsync(id, "Publish", () => current.May(IndicatorValuesRoom.Publish), Publish, "", ct);

    public Task<IActionResult> OnPostRetractAsync(Guid id, CancellationToken ct) =>
        ActAsync(id, "Retract", () => current.May(IndicatorValuesRoom.Publish), () => Point.Retract(Reason, clock.GetUtcNow()), nameof(Reason), ct);

    public Task<IActionResult> OnPostEvidenceAsync(Guid id, CancellationToken ct) => ActAsync(id, "Evidence", () => MayEnter, AddEvidence, nameof(Upload), ct);

    public Task<IActionResult> OnPostTakeRivalAsync(Guid id, CancellationToken ct) => ActAsync(id, "Rival-taken", () => current.May(IndicatorValuesRoom.Verify), () => Decide(true), "", ct);

    public Task<IActionResult> OnPostSetRivalAsideAsync(Guid id, CancellationToken ct) => ActAsync(id, "Rival-set-aside", () => current.May(IndicatorValuesRoom.Verify), () => Decide(false), "", ct);

    private Refusal? Verify()
    {
        if (IsOwn) return new Refusal("values.own");
        if (Rivals.Count > 0) return new Refusal("values.rivals-waiting");
        if (Point.Verify(current.Reader.Id, clock.GetUtcNow(), Evidence.Count > 0) is { } refusal) return refusal;

        (Point.Quality, Point.Verification) = (Quality.Marks, Quality.Verification);
        return null;
    }

    // Nobody publishes their own either; who verified may publish (decision record 0012).
    private Refusal? Publish() => IsOwn ? new Refusal("values.own") : Point.Publish(clock.GetUtcNow(), LowestQuality, corrected);

    private SeriesPoint? corrected;

    private Refusal? Decide(bool take) => Rivals.SingleOrDefault(r => r.Id == Rival) is { } rival
        ? rival.Decide(Point, take, current.Reader.Id, Reason)
        : new Refusal("values.rival-decided");

    private Refusal? AddEvidence()
    {
        if (Upload is not { Length: > 0 } || string.IsNullOrWhiteSpace(FileTitle))
        {
            ModelState.AddModelError(nameof(FileTitle), T["Choose a file and say what it is."]);
            return null;
        }

        using var memory = new MemoryStream();
        Upload.CopyTo(memory);
        var bytes = memory.ToArray();
        if (ValueEvidence.MayTake(bytes) is { } refusal) return refusal;

        var evidence = ValueEvidence.Of(Point, FileTitle, bytes, current.Reader.Id, clock.GetUtcNow());
        if (db.ValueEvidence.Any(e => e.PointId == Point.Id && e.Sha256 == evidence.Sha256)) return new Refusal("values.file-twice");

        db.ValueEvidence.Add(evidence);
        return null;
    }

    /// <summary>One step: only its own form is looked at, the rule is asked, what it did is saved under the step's name.</summary>
    private async Task<IActionResult> ActAsync(Guid id, string form, Func<bool> may, Func<Refusal?> rule, string field, CancellationToken ct, string? prefix = null)
    {
        Posted = form;
        await db.TakeTurnAsync(Code, id, ct);
        if (!await ReadAsync(id, ct)) return NotFound();
        if (!may()) return Forbid();

        foreach (var key in ModelState.Keys.Where(k => prefix is null || !k.StartsWith(prefix + ".", StringComparison.Ordinal)).ToList())
        {
            ModelState.Remove(key);
        }

        if (ModelState.IsValid && rule() is { } refusal) ModelState.AddModelError(field, T[refusal]);
        if (!ModelState.IsValid) return this.Again();

        Point.Version++;
        var reason = string.IsNullOrWhiteSpace(Reason) ? null : Reason.Trim();
        await db.SaveAsync(new Act($"values.{form.ToLowerInvariant()}", Code, clock.GetUtcNow(), reason), ct);
        this.Say(T["Saved."]);
        return Redirect($"{Path}/{id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        Point = (await db.SeriesPoints.SingleOrDefaultAsync(p => p.Id == id && p.Country == Code, ct))!;
        Defined = Point is null ? null! : (await db.DefinedIndicatorAsync(Code, Point.IndicatorId, ct))!;
        if (Defined is null || !(await db.SeenByAsync(current, today, ct))(Point!, Defined.Definition.CustodianId)) return false;

        framework = await db.FrameworkAsync(Code, ct);
        Places = await PlaceNames.OfAsync(db, Code, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), T, ct);
        MayEnter = current.May(IndicatorValuesRoom.Enter) && (await db.MayEnterAsync(current, today, ct))(Defined) is null;
        IsOwn = Point!.EnteredBy == current.Reader.Id || Point.SubmittedBy == current.Reader.Id || await db.HadAHandAsync(id, current.Reader.Id, ct);
        corrected = Point.Corrects is { } before ? await db.SeriesPoints.SingleOrDefaultAsync(p => p.Id == before, ct) : null;
        if (IsWorking)
        {
            Evidence = await db.EvidenceOfValueAsync(id, ct);
            Rivals = await db.WaitingRivalsAsync(id, ct);
        }

        Versions = await db.VersionsOfAsync(Point, ct);
        names = await db.PersonNamesAsync([Point.EnteredBy, Point.VerifiedBy ?? Point.EnteredBy, .. Evidence.Select(e => e.AddedBy), .. Rivals.Select(r => r.EnteredBy)], ct);
        if (Tab == "history") History = await db.HistoryOfAsync(id, ct);
        return true;
    }
}
