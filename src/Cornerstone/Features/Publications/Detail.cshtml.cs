using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Ui;
using Cornerstone.Values;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Publications;

/// <summary>One proposal: what is in it, what is withheld, and the decision of a second person about exactly these rows.</summary>
[Requires(PublicationsRoom.Read)]
public sealed class DetailPage(AppDb db, CurrentReader current, TimeProvider clock, Text T) : PageModel
{
    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    public Publication Publication { get; private set; } = null!;

    public IReadOnlyList<SubjectLine> Subjects { get; private set; } = [];

    public string Hash { get; private set; } = "";

    /// <summary>Rows whose record is no longer public.</summary>
    public int Unpublishable { get; private set; }

    public string Proposer { get; private set; } = "";

    public string? Decider { get; private set; }

    public IReadOnlyList<HistoryLine> History { get; private set; } = [];

    public bool IsOpen => Publication.State == PublicationState.Proposed;

    public bool IsMine => Publication.ProposedBy == current.Reader.Id;

    public bool MayDecide => IsOpen && !IsMine && current.May(PublicationsRoom.Approve);

    /// <summary>Its day has not come.</summary>
    public bool IsNotYetPublic => Publication.PublicFrom > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public string Path => $"/{Country.ToLowerInvariant()}/publications";

    private string Country => current.Workspace!.Code;

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken ct) => await ReadAsync(id, ct) ? Page() : NotFound();

    public Task<IActionResult> OnPostPublishAsync(Guid id, CancellationToken ct) => DecideAsync(id, PublicationsRoom.Approve, "publications.publish", async p =>
        await db.UnpublishableAsync(id, ct) is > 0 and var rows ? new Refusal("publications.no-longer-public", rows)
        : p.Publish(current.Reader.Id, clock.GetUtcNow(), Seen, await db.HashAsync(id, ct), await db.LastEditionAsync(Country, ct)), T["Published. Everybody reads it, from the day that was set for it."], ct);

    public Task<IActionResult> OnPostRefuseAsync(Guid id, CancellationToken ct) => DecideAsync(
        id, PublicationsRoom.Approve, "publications.refuse", p => Task.FromResult(p.Refuse(current.Reader.Id, clock.GetUtcNow(), Reason)), T["Refused. Nothing of it reached the public."], ct);

    public Task<IActionResult> OnPostTakeBackAsync(Guid id, CancellationToken ct) => DecideAsync(
        id, PublicationsRoom.Propose, "publications.take-back", p => Task.FromResult(p.TakeBack(current.Reader.Id, clock.GetUtcNow())), T["Taken back."], ct);

    private async Task<IActionResult> DecideAsync(Guid id, string permission, string act, Func<Publication, Task<Refusal?>> decide, string said, CancellationToken ct)
    {
        if (!current.May(permission))
        {
            return Forbid();
        }

        await db.TakeTurnAsync(Country, id, ct);
        if (await db.Publications.SingleOrDefaultAsync(p => p.Id == id && p.Country == Country, ct) is not { } publication)
        {
            return NotFound();
        }

        if (await decide(publication) is { } refusal)
        {
            await ReadAsync(id, ct);
            return this.Again("", T[refusal]);
        }

        await db.SaveAsync(new Act(act, Country, clock.GetUtcNow(), publication.Reason), ct);
        this.Say(said);
        return Redirect($"{Path}/{id}");
    }

    private async Task<bool> ReadAsync(Guid id, CancellationToken ct)
    {
        if (await db.Publications.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id && p.Country == Country, ct) is not { } publication)
        {
            return false;
        }

        Publication = publication;
        Hash = await db.HashAsync(id, ct);
        Unpublishable = IsOpen ? await db.UnpublishableAsync(id, ct) : 0;
        var names = await db.Users.AsNoTracking().Where(u => u.Id == publication.ProposedBy || u.Id == publication.DecidedBy).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        Proposer = names.GetValueOrDefault(publication.ProposedBy, "");
        Decider = publication.DecidedBy is { } decider ? names.GetValueOrDefault(decider) : null;
        History = await db.HistoryOfAsync(id, ct);
        Subjects = await SubjectsAsync(id, ct);
        return true;
    }

    private async Task<IReadOnlyList<SubjectLine>> SubjectsAsync(Guid id, CancellationToken ct)
    {
        var counts = (await db.PublicationRows.AsNoTracking().Where(r => r.PublicationId == id && r.IntoTable != "subject")
            .GroupBy(r => new { r.Kind, r.Key, r.Telling, r.IntoTable })
            .Select(g => new { g.Key.Kind, g.Key.Key, g.Key.Telling, g.Key.IntoTable, Rows = g.Count() })
            .ToListAsync(ct)).ToLookup(c => (c.Kind, c.Key));
        var lines = await db.PublicationRows.AsNoTracking().Where(r => r.PublicationId == id && r.IntoTable == "subject").OrderBy(r => r.Position).ToListAsync(ct);
        var isProtected = (await db.PublicationRows.AsNoTracking().Where(r => r.PublicationId == id && r.IntoTable == "indicator").ToListAsync(ct))
            .ToDictionary(r => r.Key, r => RowForm.Read<PublishedIndicator>(r.Row).CountsPeople);
        return lines.ConvertAll(l => new SubjectLine(
            l.Kind, l.Key, RowForm.Read<Subject>(l.Row).Title, counts[(l.Kind, l.Key)].Sum(c => c.Rows), counts[(l.Kind, l.Key)].Where(c => c.Telling != RowTelling.Told).Sum(c => c.Rows), l.Kind == SubjectKind.Indicator && isProtected.GetValueOrDefault(l.Key)));
    }
}

/// <summary>One thing of a proposal.</summary>
/// <param name="IsProtected">Its numbers count people: rounded, and the small ones withheld.</param>
public sealed record SubjectLine(SubjectKind Kind, string Key, Wording Title, int Rows, int Withheld, bool IsProtected);
