using Cornerstone.Data;
using Cornerstone.Features.Commitments;
using Cornerstone.Features.CouncilBenchmarks;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Published;
using Cornerstone.Values;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Publications;

/// <summary>Makes the rows of the judgement table of the Council's benchmarks and of the commitments, from public records alone, whoever proposes.</summary>
internal sealed class CouncilRows(AppDb db, string country, Text T)
{
    /// <summary>There is one table of each, so their names among the public things are fixed.</summary>
    public const string BenchmarksKey = "benchmarks";
    public const string CommitmentsKey = "commitments";

    /// <summary>Null where no benchmark is public that the host has agreed to.</summary>
    public async Task<DraftSubject?> BenchmarksAsync(CancellationToken ct)
    {
        var judged = (await db.JudgedBenchmarksAsync(country, ct)).Where(j => j.Benchmark is { Classification: Classification.Public, Compartment: null } and not { State: BenchmarkState.Proposed }).ToList();
        return judged.Count == 0 ? null : new(SubjectKind.Benchmarks, BenchmarksKey,
        [
            new(new Subject { Kind = SubjectKind.Benchmarks, Title = Text.InEach(() => T["Council benchmarks"]) }, "council_benchmark", judged[0].Benchmark.Id),
            .. judged.SelectMany(j => Enum.GetValues<JudgedParty>(), RowOf),
        ]);
    }

    /// <summary>Null where no commitment taken up is public.</summary>
    public async Task<DraftSubject?> CommitmentsAsync(DateTimeOffset now, CancellationToken ct)
    {
        var today = Deadline.CouncilDay(now);
        var rows = await (
            from obligation in db.Obligations.AsNoTracking()
            join document in db.DocumentsIn(country) on obligation.DocumentId equals document.Id
            where obligation.Country == country && obligation.State == ObligationState.Accepted
                && obligation.Classification == Classification.Public && obligation.Compartment == null
                && document.Classification == Classification.Public
            orderby obligation.DueDate, obligation.Id
            select new { obligation, document.Symbol, document.Title, document.Kind }).ToListAsync(ct);
        var delivered = (await db.Evidence.AsNoTracking()
            .Where(e => e.Country == country && e.Classification == Classification.Public && e.Compartment == null && e.DeliveredOn != null)
            .Select(e => new { e.ObligationId, Day = e.DeliveredOn!.Value }).ToListAsync(ct)).ToLookup(e => e.ObligationId, e => e.Day);
        return rows.Count == 0 ? null : new(SubjectKind.Commitments, CommitmentsKey,
        [
            new(new Subject { Kind = SubjectKind.Commitments, Title = Text.InEach(() => T["Commitments"]) }, "obligation", rows[0].obligation.Id),
            .. rows.Select(r => new DraftRow(RowOf(r.obligation, r.Symbol ?? r.Title, LibraryAddress.Permanent(r.Symbol, r.Kind, r.obligation.ProvisionPath), Deadline.Of(r.obligation, delivered[r.obligation.Id], today)), "obligation", r.obligation.Id)),
        ]);
    }

    private DraftRow RowOf(JudgedBenchmark judged, JudgedParty party)
    {
        var benchmark = judged.Benchmark;
        var latest = judged.Judgements.Where(j => j.Party == party && j.Classification == Classification.Public && j.Compartment is null).MaxBy(j => j.Period);
        return new(
            new PublishedBenchmark
            {
                Code = benchmark.Code,
                Words = benchmark.Words,
                Provision = benchmark.Provision,
                Citation = benchmark.Provision is { } provision ? Text.InEach(() => T.CitationOf(provision)) : null,
                Party = Enum.Parse<PublicJudgedParty>(party.ToString()),
                Judgement = latest is null ? null : Enum.Parse<PublicJudgement>(latest.Judgement.ToString()),
                FromDay = latest?.PeriodFrom,
                UntilDay = latest?.PeriodUntil,
                Precision = latest?.PeriodPrecision,
                Justification = latest?.Justification,
                Progress = latest?.Progress,
                Obstacles = [.. judged.Obstacles.Where(o => o.Classification == Classification.Public && o.Compartment is null && o.OvercomeOn is null).Select(o => o.Words)],
            },
            latest is null ? "council_benchmark" : "council_judgement",
            latest?.Id ?? benchmark.Id);
    }

    private PublishedCommitment RowOf(Obligation obligation, string? document, string? provision, Deadline deadline) => new()
    {
        Document = document ?? "",
        Provision = provision,
        Citation = Text.InEach(() => T.Paragraph(obligation.ProvisionPath)),
        What = obligation.What,
        Addressees = Text.InEach(() => T.AddresseesOf(obligation.Addressees)),
        DueOn = deadline.Due,
        Recurrence = obligation.Recurrence is { } code && Recurrence.TryParse(code, null, out _) ? Text.InEach(() => T.RecurrenceOf(code)!) : null,
        Status = Enum.Parse<PublicDeadline>(deadline.Status.ToString()),
        DeliveredOn = deadline.Delivered,
    };
}
