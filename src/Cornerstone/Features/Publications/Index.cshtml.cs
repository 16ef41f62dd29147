using Cornerstone.Access;
using Cornerstone.Data;
using Cornerstone.Published;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Publications;

/// <summary>What waits, what everybody reads now, and every edition there was.</summary>
[Requires(PublicationsRoom.Read)]
public sealed class IndexPage(AppDb db, CurrentReader current, TimeProvider clock) : PageModel
{
    public IReadOnlyList<Publication> Publications { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> People { get; private set; } = new Dictionary<Guid, string>();

    /// <summary>What was ever published, by what it is: its line in the newest edition, and the numbers of all.</summary>
    public IReadOnlyList<PublishedThing> Things { get; private set; } = [];

    public IEnumerable<Publication> Waiting => Publications.Where(p => p.State == PublicationState.Proposed);

    public IEnumerable<Publication> Decided => Publications.Where(p => p.State != PublicationState.Proposed);

    public bool MayPropose => current.May(PublicationsRoom.Propose);

    public bool MayWithdraw => current.May(PublicationsRoom.Approve);

    public string Path => $"/{Country.ToLowerInvariant()}/publications";

    /// <summary>Where everybody reads what is published.</summary>
    public string Public => $"/{Country.ToLowerInvariant()}/public";

    private string Country => current.Workspace!.Code;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Publications = await db.Publications.AsNoTracking().Where(p => p.Country == Country).OrderByDescending(p => p.ProposedAt).ThenByDescending(p => p.Id).ToListAsync(ct);
        var ids = Publications.SelectMany(p => new[] { p.ProposedBy, p.DecidedBy ?? p.ProposedBy }).Distinct().ToList();
        People = await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.Name, ct);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var lines = await (
            from subject in db.PublishedSubjects
            join edition in db.Editions on subject.EditionId equals edition.Id
            where subject.Country == Country
            orderby edition.Number descending, subject.Position
            select new { subject, edition.Number, edition.PublicFrom }).ToListAsync(ct);
        Things = [.. lines.GroupBy(l => (l.subject.Kind, l.subject.Key)).Select(g => new PublishedThing(g.First().subject, [.. g.Select(l => l.Number)], g.All(l => l.PublicFrom > today) ? g.Min(l => l.PublicFrom) : null))
            .OrderBy(t => t.Newest.Kind).ThenBy(t => t.Newest.Key, StringComparer.Ordinal)];
    }
}

/// <param name="Newest">Its line in the newest edition that has it; withdrawn where nothing of it is public any more.</param>
/// <param name="NotBefore">Where no edition that has it is open yet: the day on which the first is.</param>
/// <param name="Editions">Numbers of all editions that had it, newest first.</param>
public sealed record PublishedThing(Subject Newest, IReadOnlyList<int> Editions, DateOnly? NotBefore);
