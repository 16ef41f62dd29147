using System.Text.RegularExpressions;
using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Portfolio;

/// <summary>One act of the journal in the words of its room.</summary>
/// <param name="Words">An English sentence, translated when shown.</param>
/// <param name="About">The record's own code or title, where the act says it.</param>
public sealed record RecentChange(string Words, string Person, DateTimeOffset At, string? Reason, string? About, int Records);

/// <summary>What people did lately in a country. The database shows an act only to those who may see one of its changes.</summary>
public static partial class RecentChanges
{
    private const int Shown = 8;

    // Acts of a name nobody explains are passed over; enough are read that eight remain almost always.
    private const int Read = 20;
    private const int LongestAbout = 80;
    private const int MostCounted = 10_000;

    // An act on more records than these is told by their number.
    private const int MostLookedAt = 4;

    private static readonly string[] Telling = ["Title", "Names", "Name", "Words", "What", "Code", "Symbol"];

    public static async Task<IReadOnlyList<RecentChange>> RecentChangesAsync(this AppDb db, string country, string language, CancellationToken ct)
    {
        // Keys of acts carry their moment: the greatest are the newest. Hidden ones are not even passed over (decision 62).
        var latest = await db.Database.SqlQuery<Guid>($"""select l as "Value" from journal.latest_acts({country}, {Read}) l""").ToListAsync(ct);
        var acts = await (
            from act in db.Acts.AsNoTracking()
            join person in db.Users on act.PersonId equals person.Id
            where latest.Contains(act.Id) && act.Country == country
            orderby act.Id descending
            select new { act.Id, act.Name, act.At, act.Reason, Person = person.Name }).ToListAsync(ct);
        var told = acts.Select(a => (Act: a, Words: Rooms.HistoryWord(a.Name))).Where(a => a.Words is not null).Take(Shown).ToList();
        var ids = told.Select(t => t.Act.Id).ToList();
        var changes = db.Changes.AsNoTracking();
        var records = await db.Acts.AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new
        {
            a.Id,
            Count = changes.Where(c => c.ActId == a.Id && c.RecordId != a.Id).Take(MostCounted).Count(),
            First = changes.Where(c => c.ActId == a.Id && c.RecordId != a.Id).OrderBy(c => c.Id).Take(MostLookedAt).Select(c => new ChangedRecord(c.RecordId, c.Fields)).ToList(),
        }).ToDictionaryAsync(a => a.Id, ct);
        var titles = await db.TitlesAsync([.. records.Values.Where(r => r.Count <= MostLookedAt).SelectMany(r => r.First)], language, ct);
        return [.. told.Select(t => new RecentChange(
            t.Words!, t.Act.Person, t.Act.At, t.Act.Reason,
            records[t.Act.Id] is { Count: > 0 and <= MostLookedAt } act ? act.First.Select(titles).OfType<string>().FirstOrDefault() : null, records[t.Act.Id].Count))];
    }

    // What a record is called: by its own change where that says it, else by its entry, else by what it belongs to, a step by its law.
    private static async Task<Func<ChangedRecord, string?>> TitlesAsync(this AppDb db, IReadOnlyCollection<ChangedRecord> changed, string language, CancellationToken ct)
    {
        var sought = changed.SelectMany(c => c.Owners.Prepend(c.Id)).Distinct().ToList();
        var entered = (await db.Changes.AsNoTracking().Where(c => sought.Contains(c.RecordId) && c.Kind == ChangeKind.Added)
            .Select(c => new { c.RecordId, c.Fields }).ToListAsync(ct)).ToLookup(c => c.RecordId, c => AboutOf(c.Fields, language));
        return change => AboutOf(change.Fields, language) ?? change.Owners.Prepend(change.Id).SelectMany(id => entered[id]).OfType<string>().FirstOrDefault();
    }

    private static string? AboutOf(IReadOnlyList<FieldChange> fields, string language) =>
        Telling.Select(name => fields.FirstOrDefault(f => f.Field == name)?.To).FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) is { } said
            ? Shortened(InLanguage(said, language))
            : null;

    // A text in several languages is kept as "en: Police Act; fr: Loi sur la police".
    private static string InLanguage(string said, string language)
    {
        var texts = Language().Split(said);
        if (texts.Length < 3 || texts[0].Length > 0)
        {
            return said;
        }

        var asked = Array.FindIndex(texts, 1, t => t == language);
        return texts[asked > 0 ? asked + 1 : 2];
    }

    private static string Shortened(string said) => said.Length > LongestAbout ? string.Concat(said.AsSpan(0, LongestAbout), "…") : said;

    [GeneratedRegex("(?:^|; )(ar|en|es|fr|ru|zh): ", RegexOptions.None, 1000)]
    private static partial Regex Language();

    /// <summary>A record an act changed, and the records it names as those it belongs to.</summary>
    private sealed record ChangedRecord(Guid Id, IReadOnlyList<FieldChange> Fields)
    {
        public IEnumerable<Guid> Owners => Fields
            .Where(f => f.Field.EndsWith("Id", StringComparison.Ordinal) || f.Field == "Lineage")
            .Select(f => Guid.TryParse(f.To ?? f.From, out var id) ? id : (Guid?)null).OfType<Guid>();
    }
}
