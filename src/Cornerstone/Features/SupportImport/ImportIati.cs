using System.Security.Cryptography;
using Cornerstone.Data;
using Cornerstone.Features.Support;
using Cornerstone.Iati;
using Cornerstone.Workbooks;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SupportImport;

/// <summary>
/// Brings published files of activities into the register, some hundreds of records at a time. What is there already stays as it
/// is; a file broken off goes on where it stopped when it is sent again.
/// </summary>
public sealed class ImportIati(Database database, TimeProvider clock)
{
    public const string ActName = "support.import";

    // Enough rows for COPY to pay, few enough that what an interrupted import loses is a moment of work.
    internal const int BatchSize = 1_750;

    // Of each rule, for the publisher; all are counted.
    private const int FindingsOfARule = 50;

    /// <summary>Files of one country are brought in one step at a time.</summary>
    private static readonly Guid Turn = new("7d2f1c1e-5a3b-7c4d-8e5f-000000000070");

    /// <summary>What bringing the file in would do. Nothing is written.</summary>
    /// <exception cref="UnreadableIatiException">The file is refused as a whole.</exception>
    public Task<ImportReport> PreviewAsync(SupportFile file, SupportOrder order, CancellationToken ct) => RunAsync(file, order, null, null, ct);

    /// <summary>Brings the file in as the order says.</summary>
    /// <param name="progress">Told the bytes read so far.</param>
    /// <exception cref="UnreadableIatiException">The file is refused; what stood before the fault is in, where parts were asked for.</exception>
    public async Task<ImportReport> ImportAsync(SupportFile file, SupportOrder order, Action<long>? progress, CancellationToken ct)
    {
        var hash = await HashAsync(file, ct);
        var earlier = await EarlierAsync(hash, order, ct);
        if (earlier is { State: ImportState.Done } && (order.OnlyCountry || !earlier.OnlyCountry))
        {
            return new ImportReport
            {
                IsKnown = true,
                ImportId = earlier.Id,
                Standard = earlier.Standard,
                Unchanged = earlier.Added + earlier.Changed + earlier.Unchanged,
                Transactions = earlier.Transactions,
            };
        }

        if (order.Mode == ImportMode.AllOrNothing && await PreviewAsync(file, order, ct) is { Refused: > 0 } refused)
        {
            return refused;
        }

        var import = earlier is { State: not ImportState.Done } && earlier.OnlyCountry == order.OnlyCountry ? earlier : Begun(file, hash, order);
        var isBegun = false;
        try
        {
            return await RunAsync(file, order, import, Told, ct);
        }
        catch (Exception fault) when (fault is OperationCanceledException or UnreadableIatiException || (isBegun && SaveAttempt.IsWaitOver(fault)) || (fault is DbUpdateConcurrencyException conflict && !IsOfAnotherSender(conflict)))
        {
            await StopAsync(import.Id, order);
            throw;
        }

        // Who waited in vain before a step of theirs was in may have waited for the one who is bringing in this very file.
        void Told(long read)
        {
            isBegun = true;
            progress?.Invoke(read);
        }
    }

    private async Task<ImportReport> RunAsync(SupportFile file, SupportOrder order, FileImport? import, Action<long>? progress, CancellationToken ct)
    {
        await using var db = import is null ? await database.AsAsync(order.Reader, ct) : await database.AsBulkAsync(order.Reader, ct);
        var run = await ImportRun.BeginAsync(db, order, import, clock.GetUtcNow(), ct);
        await using var stream = file.Open();
        var reader = new IatiReader(stream, new IatiOptions { Now = run.At, FindingsOfARule = FindingsOfARule, KeepBytes = true });
        await using (var ahead = new ReadAhead<FileBatch>(FileBatch.Of(reader, BatchSize, order.OnlyCountry ? order.Country : null)))
        {
            while (await ahead.NextAsync() is { } batch)
            {
                ct.ThrowIfCancellationRequested();
                await StepAsync(run, batch, ct);
                progress?.Invoke(batch.BytesRead);
            }
        }

        run.Report.Rules = order.Table is { } table ? new(table.Rules) : reader.RuleCounts.ToDictionary(r => r.Rule, r => (int)Math.Min(r.Count, int.MaxValue));
        await FinishAsync(run, ct);
        return run.Report;
    }

    private async Task StepAsync(ImportRun run, FileBatch batch, CancellationToken ct)
    {
        run.Take(batch);
        var step = new ImportBatch(run);
        if (run.Import is null)
        {
            // Nothing is stored: nobody needs to wait for it.
            await step.JudgeAsync(batch.Records, ct);
        }
        else
        {
            await run.TakeTurnAsync(Turn, ct);
            var act = run.Act(clock);
            await run.Db.RecordAsync(act, ct);
            await step.JudgeAsync(batch.Records, ct);
            run.TrackImport(ImportState.Running);
            await step.WriteAsync(act, ct);
            if (run.Order.Mode == ImportMode.Partial)
            {
                await run.Db.CommitAsync(ct);
            }
        }

        run.Db.ChangeTracker.Clear();
    }

    private async Task FinishAsync(ImportRun run, CancellationToken ct)
    {
        if (run.Import is not { } import)
        {
            return;
        }

        run.TrackImport(ImportState.Done);
        (import.FinishedAt, import.Rules, import.Findings) = (clock.GetUtcNow(), run.Report.Rules, run.Report.Findings);
        await run.Db.SaveAsync(run.Act(clock), ct);
        (run.Report.IsDone, run.Report.ImportId) = (true, import.Id);
    }

    private async Task<FileImport?> EarlierAsync(byte[] hash, SupportOrder order, CancellationToken ct)
    {
        await using var db = await database.AsAsync(order.Reader, ct);
        return await db.FileImports.AsNoTracking().Where(i => i.Country == order.Country && i.Sha256 == hash)
            .OrderByDescending(i => i.State == ImportState.Done && (order.OnlyCountry || !i.OnlyCountry)).ThenByDescending(i => i.State != ImportState.Done && i.OnlyCountry == order.OnlyCountry).ThenByDescending(i => i.ImportedAt).FirstOrDefaultAsync(ct);
    }

    // What went in stays and is said; the same file goes on from there.
    private async Task StopAsync(Guid id, SupportOrder order)
    {
        await using var db = await database.AsAsync(order.Reader, CancellationToken.None);
        if (await db.FileImports.SingleOrDefaultAsync(i => i.Id == id, CancellationToken.None) is { State: ImportState.Running } import)
        {
            (import.State, import.Version) = (ImportState.Stopped, import.Version + 1);
            await db.SaveAsync(new Act(ActName, order.Country, clock.GetUtcNow(), order.Reason), CancellationToken.None);
        }
    }

    private FileImport Begun(SupportFile file, byte[] hash, SupportOrder order) => new()
    {
        Country = order.Country,
        Classification = order.Classification,
        FileName = file.Name,
        Sha256 = hash,
        Length = file.Length,
        Kind = order.Kind,
        Mode = order.Mode,
        OnlyCountry = order.OnlyCountry,
        ImportedBy = order.Reader.Id,
        ImportedAt = clock.GetUtcNow(),
        Version = 0,
    };

    // Who brings in this very file at the same time goes on with it, or says that it stopped.
    private static bool IsOfAnotherSender(DbUpdateConcurrencyException conflict) => conflict.Entries.Any(e => e.Entity is FileImport);

    private static async Task<byte[]> HashAsync(SupportFile file, CancellationToken ct)
    {
        await using var stream = file.Open();
        return await SHA256.HashDataAsync(stream, ct);
    }
}
