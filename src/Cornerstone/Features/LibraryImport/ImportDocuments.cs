using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.LibraryImport;

/// <summary>
/// Brings files into the library. Files are read on one thread while earlier ones are written; each file goes in
/// whole or not at all, a bad one is reported and the rest goes in, and doing it again changes nothing.
/// </summary>
public sealed class ImportDocuments(Database database, PdfText pdf, ImportLimits limits, TimeProvider clock)
{
    public const string ActName = "library.import";

    // Enough rows for COPY to pay, few enough that what an interrupted import loses is seconds of work.
    private const int BatchSize = 100;

    /// <summary>Outcomes come in the order of the files, in steps of a batch.</summary>
    public async IAsyncEnumerable<FileOutcome> ImportAsync(
        IEnumerable<SourceFile> files, ImportOrder order, [EnumeratorCancellation] CancellationToken ct)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(ct);
        var channel = Channel.CreateBounded<Reading>(2 * BatchSize);
        var reading = Task.Run(() => ReadAllAsync(files, channel.Writer, stop.Token), CancellationToken.None);
        try
        {
            await using var db = await database.AsAsync(order.Reader, ct);
            await foreach (var batch in BatchesAsync(channel.Reader, ct))
            {
                foreach (var outcome in await WriteAsync(db, batch, order, ct))
                {
                    yield return outcome;
                }
            }

            await db.Database.ExecuteSqlAsync($"select work.sort_in_new_words()", ct);
        }
        finally
        {
            await stop.CancelAsync();
            await reading;
        }
    }

    private async Task ReadAllAsync(IEnumerable<SourceFile> files, ChannelWriter<Reading> to, CancellationToken ct)
    {
        try
        {
            foreach (var file in files)
            {
                await to.WriteAsync(Read(file), ct);
            }

            to.Complete();
        }
        catch (OperationCanceledException)
        {
            to.Complete();
        }
        catch (Exception fault)
        {
            // Crosses to the writing side, which fails with it: a broken disk is not an outcome of one file.
            to.Complete(fault);
        }
    }

    private Reading Read(SourceFile file)
    {
        try
        {
            return new(file, ReadFile.Of(file, limits, pdf), Refused: null);
        }
        catch (UnreadableDocumentException fault)
        {
            return new(file, Content: null, FileOutcome.Refusal(file.Name, fault));
        }
    }

    private static async IAsyncEnumerable<List<Reading>> BatchesAsync(ChannelReader<Reading> from, [EnumeratorCancellation] CancellationToken ct)
    {
        var batch = new List<Reading>(BatchSize);
        while (await from.WaitToReadAsync(ct))
        {
            while (batch.Count < BatchSize && from.TryRead(out var reading))
            {
                batch.Add(reading);
            }

            if (batch.Count == BatchSize)
            {
                yield return batch;
                batch = new List<Reading>(BatchSize);
            }
        }

        if (batch.Count > 0)
        {
            yield return batch;
        }
    }

    private async Task<IReadOnlyList<FileOutcome>> WriteAsync(AppDb db, List<Reading> batch, ImportOrder order, CancellationToken ct)
    {
        try
        {
            return await WriteBatchAsync(db, batch, order, ct);
        }
        catch (Exception fault) when (IsOfItsData(fault) && batch.Count > 1)
        {
            // One document the database will not take, or one imported by somebody else this second: file by file
            // the others still go in.
            var outcomes = new List<FileOutcome>();
            foreach (var reading in batch)
            {
                outcomes.AddRange(await WriteAsync(db, [reading], order, ct));
            }

            return outcomes;
        }
        catch (Exception fault) when (IsOfItsData(fault))
        {
            return await RefusedAsync(db, batch[0], order, fault, ct);
        }
    }

    // Classes 22 and 23 of SQLSTATE: data the database cannot hold, and constraints. Anything else is a fault of ours.
    private static bool IsOfItsData(Exception fault) =>
        SaveAttempt.Refused(fault)?.SqlState is { } state
        && (state.StartsWith("22", StringComparison.Ordinal) || state.StartsWith("23", StringComparison.Ordinal));

    private static async Task<IReadOnlyList<FileOutcome>> RefusedAsync(AppDb db, Reading reading, ImportOrder order, Exception fault, CancellationToken ct)
    {
        await db.BeginAsync(order.Reader, ct);
        db.ChangeTracker.Clear();
        var there = await PresentAsync(db, [reading], order, ct);
        return there.TryGetValue(reading.Key, out var id)
            ? [new(reading.File.Name, FileState.AlreadyThere) { DocumentId = id }]
            : [FileOutcome.Refusal(reading.File.Name, new UnreadableDocumentException(UnreadableRule.Damaged, "", "The database cannot hold this document.", fault))];
    }

    private async Task<IReadOnlyList<FileOutcome>> WriteBatchAsync(AppDb db, List<Reading> batch, ImportOrder order, CancellationToken ct)
    {
        await db.BeginAsync(order.Reader, ct);
        db.ChangeTracker.Clear();
        var present = await PresentAsync(db, batch, order, ct);
        var at = clock.GetUtcNow();
        var rows = new DocumentRows(order, at);
        var outcomes = batch.Select(r => Outcome(r, present, rows)).ToList();
        if (rows.Documents.Count > 0)
        {
            db.AddRange(rows.Documents);
            await db.RecordAsync(new Act(ActName, order.Country, at, order.Reason), ct);
            await db.CopyAsync(rows.Files, ct);
            await db.CopyAsync(rows.Names, ct);
            await db.CopyAsync(rows.Provisions, ct);
            await db.CopyAsync(rows.References, ct);
            await db.CommitAsync(ct);
        }

        return outcomes;
    }

    private static FileOutcome Outcome(Reading reading, Dictionary<string, Guid> present, DocumentRows rows)
    {
        if (reading.Refused is { } refused)
        {
            return refused;
        }

        var read = reading.Content!;
        var state = FileState.AlreadyThere;
        if (!present.TryGetValue(reading.Key, out var id))
        {
            id = present[reading.Key] = rows.Add(read);
            state = FileState.Added;
        }

        return new(reading.File.Name, state)
        {
            DocumentId = id,
            Symbol = read.Document.Symbol,
            Title = read.Document.Title,
            Kind = read.Document.Kind,
            Provisions = read.Document.Provisions.Count + read.Document.Parts.Sum(p => p.Provisions.Count),
            Findings = [.. read.Document.Findings, .. read.Document.Parts.SelectMany(p => p.Findings)],
        };
    }

    private static async Task<Dictionary<string, Guid>> PresentAsync(AppDb db, List<Reading> batch, ImportOrder order, CancellationToken ct)
    {
        var hashes = batch.Where(r => r.Content is not null).Select(r => r.Content!.Hash).ToList();
        var found = await db.LibraryDocuments.AsNoTracking()
            .Where(d => d.Country == order.Country && d.Part == 0 && hashes.Contains(d.ContentHash))
            .OrderBy(d => d.Id)
            .Select(d => new { d.Id, d.ContentHash })
            .ToListAsync(ct);
        return found.DistinctBy(f => Convert.ToHexString(f.ContentHash)).ToDictionary(f => Convert.ToHexString(f.ContentHash), f => f.Id);
    }

    private sealed record Reading(SourceFile File, ReadFile? Content, FileOutcome? Refused)
    {
        public string Key => Convert.ToHexString(Content!.Hash);
    }
}
