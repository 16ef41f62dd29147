using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Portfolio;

/// <summary>One act of the journal in the words of its room.</summary>
/// <param name="Words">An English sentence, translated when shown.</param>
/// <param name="About">The record's own code or title, where the act says it.</param>
public sealed record RecentChange(string Words, string Person, DateTimeOffset At, string? Reason, string? About, int Records);

/// <summary>What people did lately in a country. The database shows an act only to those who may see one of its changes.</summary>
public static class RecentChanges
{
    private const int Shown = 8;

    // Acts of a name nobody explains are passed over; enough are read that eight remain.
    private const int Read = 40;
    private const int LongestAbout = 80;
    private const int MostCounted = 10_000;

    private static readonly string[] Telling = ["Code", "Title", "Names", "Name", "What", "Symbol"];

    public static async Task<IReadOnlyList<RecentChange>> RecentChangesAsync(this AppDb db, string country, CancellationToken ct)
    {
        // Keys of acts carry their moment, so the newest stand at the end of the key.
        var acts = await (
            from act in db.Acts.AsNoTracking()
            join person in db.Users on act.PersonId equals person.Id
            where act.Country == country
            orderby act.Id descending
            select new { act.Id, act.Name, act.At, act.Reason, Person = person.Name }).Take(Read).ToListAsync(ct);
        var told = acts.Select(a => (Act: a, Words: Rooms.HistoryWord(a.Name))).Where(a => a.Words is not null).Take(Shown).ToList();
        var ids = told.Select(t => t.Act.Id).ToList();
        var changes = db.Changes.AsNoTracking();
        var records = await db.Acts.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            Count = changes.Where(c => c.ActId == a.Id).Take(MostCounted).Count(),
            First = changes.Where(c => c.ActId == a.Id).OrderBy(c => c.Id).Select(c => c.Fields).FirstOrDefault(),
        }).ToDictionaryAsync(a => a.Id, ct);
        return [.. told.Select(t => new RecentChange(
            t.Words!, t.Act.Person, t.Act.At, t.Act.Reason,
            records[t.Act.Id] is { Count: 1, First: { } fields } ? AboutOf(fields) : null, records[t.Act.Id].Count))];
    }

    private static string? AboutOf(IReadOnlyList<FieldChange> fields) =>
        Telling.Select(name => fields.FirstOrDefault(f => f.Field == name)?.To).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) is { } said
            ? said.Length > LongestAbout ? string.Concat(said.AsSpan(0, LongestAbout), "…") : said
            : null;
}
