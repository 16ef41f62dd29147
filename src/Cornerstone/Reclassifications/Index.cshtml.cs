using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Reclassifications;

/// <summary>A request as the page shows it: the record, where it stands, and who would read it.</summary>
public sealed record ShownReclassification(ReclassificationLine Line, string Kind, string Name, string? Address, int? Version, IReadOnlyList<NewReaders> Readers)
{
    public Reclassification Request => Line.Request;
}

/// <summary>What waits for a second person before more may read it, and what was decided.</summary>
[Requires(ReclassificationsRoom.Read)]
public sealed class IndexPage(AppDb db, Reclassify reclassify, CurrentReader current, IEnumerable<RecordPage> pages, TimeProvider clock, Text T) : PageModel
{
    private const int Longest = 200;

    public IReadOnlyList<ShownReclassification> Waiting { get; private set; } = [];

    public IReadOnlyList<ShownReclassification> Decided { get; private set; } = [];

    public bool MayDecide => current.May(ReclassificationsRoom.Decide);

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        var (now, shown) = (clock.GetUtcNow(), new List<ShownReclassification>());
        foreach (var line in await db.ReclassificationsAsync(Country, Longest, ct))
        {
            // A request about a record the reader does not read tells nothing, not even that it is there.
            if (await db.RecordOfAsync(line.Request, ct) is { } record)
            {
                shown.Add(await ShowAsync(line, record, line.Request.IsOpen(now), ct));
            }
        }

        db.ChangeTracker.Clear();
        Waiting = [.. shown.Where(s => s.Request.IsOpen(now)).OrderBy(s => s.Request.AskedAt)];
        Decided = [.. shown.Where(s => !s.Request.IsOpen(now))];
    }

    public async Task<IActionResult> OnPostAsync(Guid id, bool approve, int? version, CancellationToken ct)
    {
        var request = await db.Set<Reclassification>().SingleOrDefaultAsync(r => r.Id == id && r.Country == Country, ct);
        if (request is null || await db.RecordOfAsync(request, ct) is null)
        {
            return NotFound();
        }

        if (!MayDecide && (approve || !IsMine(request)))
        {
            return Forbid();
        }

        var refusal = approve ? await reclassify.ApproveAsync(request, version, ct) : await reclassify.RefuseAsync(request, ct);
        if (refusal is not null)
        {
            db.ChangeTracker.Clear();
            await OnGetAsync(ct);
            return this.Again("", T[refusal]);
        }

        this.Say(approve ? T["Done: more people may read it now."] : T["The request is closed. Nobody else reads the record."]);
        return RedirectToPage();
    }

    public bool IsMine(Reclassification request) => request.AskedBy == current.Reader.Id;

    /// <summary>The public level of the shared layer is read by every member of any country.</summary>
    public bool IsForEverybody(Reclassification request) => request is { Country: Workspace.Shared, ToClassification: Classification.Public, ToCompartment: null };

    public string Outcome(Reclassification request) => request.State switch
    {
        ReclassificationState.Approved => T["Approved"],
        ReclassificationState.Refused => T["Refused"],
        ReclassificationState.Withdrawn => T["Withdrawn"],
        _ => T["Expired"],
    };

    public Tone ToneOf(Reclassification request) => request.State == ReclassificationState.Approved ? Tone.Good : Tone.Neutral;

    private async Task<ShownReclassification> ShowAsync(ReclassificationLine line, IRecord record, bool isOpen, CancellationToken ct)
    {
        var (request, page) = (line.Request, pages.FirstOrDefault(p => p.Record == record.GetType()));
        return new(
            line,
            page is null ? T["Record"] : T[page.Kind],
            page?.NameOf(record, T.Language.Code) ?? request.RecordId.ToString(),
            page is null ? null : $"/{Country.ToLowerInvariant()}/{page.AddressOf(record)}",
            (record as IVersioned)?.Version,
            isOpen ? await db.NewReadersAsync(Country, request.Classification, request.ToClassification, ct) : []);
    }
}
