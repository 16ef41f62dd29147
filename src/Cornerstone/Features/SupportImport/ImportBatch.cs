using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportImport;

/// <summary>Some hundreds of records: judged against what is there, then stored.</summary>
internal sealed class ImportBatch(ImportRun run)
{
    // While PostgreSQL stores some rows, those of twice as many records can be made: it waits for the first piece alone.
    private const int FirstPiece = 250;

    private readonly List<NewRecord> added = [];

    private sealed record NewRecord(SaidRecord Record, Guid Id, short Copy);

    private sealed record Known(Guid Id, string Publisher, string Identifier, short Copy, byte[]? Hash, Classification Classification, Guid? Compartment);

    /// <summary>New records are set aside, stored activities changed in memory; nothing is written yet.</summary>
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

    /// <summary>Everything goes into the open transaction, after the act is journaled.</summary>
    public async Task WriteAsync(Act act, CancellationToken ct)
    {
        var storing = ChangedAsync(act, ct);
        var (done, size) = (0, FirstPiece);
        for (; done < added.Count; (done, size) = (done + size, size * 2))
        {
            try
            {
                added.Slice(done, Math.Min(size, added.Count - done)).ForEach(Gather);
            }
            finally
            {
                await storing;
            }

            storing = run.Gathered().StoreAsync(run.Db, ct);
        }

        await storing;
    }

    // Organisations first, because changed lines may name them.
    private async Task ChangedAsync(Act act, CancellationToken ct)
    {
        var others = run.Gathered();
        await run.ForgetOldPlansAsync(ct);
        await others.StoreAsync(run.Db, ct);
        await run.Db.RecordAsync(act, ct);
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
        var id = OrderedId.At(run.At);
        added.Add(new(record, id, copy));
        run.Continued.Add(id);
        run.Report.Add(new(RecordOutcome.Added, record.Identifier, TitleOf(SaidWords.Wording(record.Activity.Title, record.Activity.Language)), id));
        return new(id, record.Publisher, record.Identifier, copy, record.Hash, run.Order.Classification, null);
    }

    private void Gather(NewRecord made)
    {
        var (record, order, rows) = (made.Record, run.Order, run.Rows);
        var place = new SaidPlace(made.Id, order.Country, order.Classification, null);
        rows.Activities.Add(SaidRows.Activity(record, place, run.SourceOf(record), made.Copy, run.Partners, order.Reader.Id, run.At));
        var number = 0;
        foreach (var line in record.Activity.Transactions)
        {
            rows.Transactions.Add(SaidRows.Transaction(line, ++number, OrderedId.At(run.At), record.Activity, place, run.Partners));
        }

        number = 0;
        foreach (var amount in SaidRows.Planned(record.Activity))
        {
            rows.Planned.Add(SaidRows.Planned(amount, ++number, OrderedId.At(run.At), record.Activity, place, run.Partners));
        }

        Keep(record, place);
    }

    private void Keep(SaidRecord record, SaidPlace place)
    {
        if (run.Import is not { } import)
        {
            return;
        }

        var (page, start) = run.Pages.Lay(record.Bytes.Span);
        run.Rows.Readings.Add(new ActivityReading
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
            run.Report.Add(new(RecordOutcome.Changed, record.Identifier, TitleOf(there.Activity.Title), known.Id)
            {
                Fields = effect.Fields,
                Kept = effect.Kept,
                LinesAdded = effect.Added,
                LinesChanged = effect.Changed,
                LinesRemoved = effect.Removed,
            });
        }
    }

    private static string? TitleOf(Wording? title) => title?.In(title.Original);
}
