using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;
using Activity = Cornerstone.Features.Support.Activity;
using Transaction = Cornerstone.Features.Support.Transaction;

namespace Cornerstone.Features.SupportImport;

/// <summary>Some hundreds of records: judged against what is there, then stored.</summary>
internal sealed class ImportBatch(ImportRun run)
{
    private sealed record Known(Guid Id, string Publisher, string Identifier, short Copy, byte[]? Hash, Classification Classification, Guid? Compartment);

    private readonly List<Activity> activities = [];
    private readonly List<Transaction> transactions = [];
    private readonly List<PlannedAmount> planned = [];
    private readonly List<ActivityReading> readings = [];

    /// <summary>New rows are gathered, stored activities changed in memory; nothing is written yet.</summary>
    public async Task JudgeAsync(IReadOnlyList<SaidRecord> records, CancellationToken ct)
    {
        var known = await KnownAsync(records, ct);
        var changed = new List<(SaidRecord Record, Known Stored)>();
        foreach (var record in records)
        {
            run.Report.Transactions += record.Activity.Transactions.Count;
            var copies = known.TryGetValue((record.Publisher, record.Identifier), out var found) ? found : known[(record.Publisher, record.Identifier)] = [];
            if (Continued(copies, record) is not { } stored)
            {
                copies.Add(Add(record, copies.Count == 0 ? (short)1 : (short)(copies.Max(c => c.Copy) + 1)));
            }
            else if (stored.Hash is { } hash && hash.AsSpan().SequenceEqual(record.Hash))
            {
                run.Report.Add(new(RecordOutcome.Unchanged, record.Identifier, null, stored.Id));
            }
            else
            {
                changed.Add((record, stored));
            }
        }

        await ChangeAsync(changed, ct);
    }

    /// <summary>Everything gathered goes into the open transaction, after the act is journaled; organisations first, because changed lines may name them.</summary>
    public async Task WriteAsync(Act act, CancellationToken ct)
    {
        var db = run.Db;
        await db.ForgetPlansAsync(ct);
        await db.CopyAsync(run.Partners.NewPartners, ct);
        await db.CopyAsync(run.Partners.NewNames, ct);
        await db.CopyAsync(run.NewSources, ct);
        await db.RecordAsync(act, ct);
        await db.CopyAsync([.. run.Pages.Take().Select(p => new SupportPage { Id = p.Id, Country = run.Order.Country, Classification = run.Order.Classification, Content = p.Content })], ct);
        await db.CopyAsync(activities, ct);
        await db.CopyAsync(readings, ct);
        await db.CopyAsync(transactions, ct);
        await db.CopyAsync(planned, ct);
        run.Partners.Stored();
        run.NewSources.Clear();
    }

    private async Task<Dictionary<(string, string), List<Known>>> KnownAsync(IReadOnlyList<SaidRecord> records, CancellationToken ct)
    {
        var identifiers = records.Select(r => r.Identifier).Distinct().ToList();
        var (country, kind) = (run.Order.Country, run.Order.Kind);
        var found = await run.Db.Activities.FromSql($"""
            select a.* from unnest({identifiers}) wanted (identifier)
            cross join lateral (select * from work.activity there where there.country = {country} and there.identifier = wanted.identifier offset 0) a
            """).AsNoTracking()
            .Select(a => new { a.Id, a.SourceId, a.Identifier, a.Copy, a.SaidHash, a.Classification, a.Compartment }).ToListAsync(ct);
        // Looked up here: joined, the planner goes through all identifiers once for each source.
        var publishers = await run.Db.SupportSources.Where(s => s.Kind == kind).ToDictionaryAsync(s => s.Id, s => s.Reference, ct);
        return found.Where(f => publishers.ContainsKey(f.SourceId))
            .Select(f => new Known(f.Id, publishers[f.SourceId], f.Identifier, f.Copy, f.SaidHash, f.Classification, f.Compartment))
            .GroupBy(f => (f.Publisher, f.Identifier)).ToDictionary(g => g.Key, g => g.OrderBy(f => f.Copy).ToList());
    }

    // The same words continue themselves; else the first copy no other record continues.
    private Known? Continued(List<Known> copies, SaidRecord record)
    {
        var free = copies.Where(c => !run.Continued.Contains(c.Id)).ToList();
        var found = free.Find(c => c.Hash is { } hash && hash.AsSpan().SequenceEqual(record.Hash)) ?? free.FirstOrDefault();
        _ = found is not null && run.Continued.Add(found.Id);
        return found;
    }

    private Known Add(SaidRecord record, short copy)
    {
        var order = run.Order;
        var place = new SaidPlace(OrderedId.At(run.At), order.Country, order.Classification, null);
        var activity = SaidRows.Activity(record, place, run.SourceOf(record), copy, run.Partners, order.Reader.Id, run.At);
        activities.Add(activity);
        var number = 0;
        transactions.AddRange(record.Activity.Transactions.Select(t => SaidRows.Transaction(t, ++number, OrderedId.At(run.At), record.Activity, place, run.Partners)));
        number = 0;
        planned.AddRange(SaidRows.Planned(record.Activity).Select(p => SaidRows.Planned(p, ++number, OrderedId.At(run.At), record.Activity, place, run.Partners)));
        Keep(record, place);
        run.Continued.Add(place.ActivityId);
        run.Report.Add(new(RecordOutcome.Added, record.Identifier, TitleOf(activity), place.ActivityId));
        return new(place.ActivityId, record.Publisher, record.Identifier, copy, record.Hash, order.Classification, null);
    }

    private void Keep(SaidRecord record, SaidPlace place)
    {
        if (run.Import is not { } import)
        {
            return;
        }

        var (page, start) = run.Pages.Lay(record.Bytes.Span);
        readings.Add(new ActivityReading
        {
            Id = OrderedId.At(run.At),
            ActivityId = place.ActivityId,
            Country = place.Country,
            Classification = place.Classification,
            Compartment = place.Compartment,
            ImportId = import.Id,
            PageId = page,
            Start = start,
            Length = record.Bytes.Length,
            Line = record.Line,
        });
    }

    private async Task ChangeAsync(List<(SaidRecord Record, Known Stored)> changed, CancellationToken ct)
    {
        if (changed.Count == 0)
        {
            return;
        }

        var stored = await StoredActivities.LoadAsync(run.Db, [.. changed.Select(c => c.Stored.Id)], ct);
        foreach (var (record, known) in changed)
        {
            var there = stored[known.Id];
            var effect = new Refresh(run.Db, run.Partners.At(there.Activity.Classification), run.Order.Reader.Id, run.At).Apply(there, record);
            Keep(record, new(known.Id, there.Activity.Country, there.Activity.Classification, there.Activity.Compartment));
            run.Report.Add(new(RecordOutcome.Changed, record.Identifier, TitleOf(there.Activity), known.Id)
            {
                Fields = effect.Fields,
                Kept = effect.Kept,
                LinesAdded = effect.Added,
                LinesChanged = effect.Changed,
                LinesRemoved = effect.Removed,
            });
        }
    }

    private static string? TitleOf(Activity activity) => activity.Title?.In(activity.Title.Original);
}
