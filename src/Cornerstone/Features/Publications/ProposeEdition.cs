using Cornerstone.Data;
using Cornerstone.Features.SupportPublishing;
using Cornerstone.Languages;
using Cornerstone.Published;

namespace Cornerstone.Features.Publications;

/// <summary>What goes into an edition, and under which words.</summary>
internal sealed record EditionOrder(string Licence, string Publisher, string? Note, IReadOnlyList<ChosenIndicator> Indicators, bool WithPlan = false)
{
    /// <summary>The judgement table of the Council's benchmarks.</summary>
    public bool WithBenchmarks { get; init; }

    public bool WithCommitments { get; init; }

    /// <summary>The day from which everybody reads it; null for at once.</summary>
    public DateOnly? PublicFrom { get; init; }

    /// <summary>All public support but these; null for none of it.</summary>
    public IReadOnlyCollection<Guid>? SupportWithout { get; init; }
}

/// <summary>Makes the rows of an edition and proposes them, in one act of the reader.</summary>
public sealed class ProposeEdition(AppDb db, TimeProvider clock, Text T)
{
    /// <summary>Null when nothing of what was chosen can be published.</summary>
    internal async Task<Publication?> ProposeAsync(string country, EditionOrder order, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var on = DateOnly.FromDateTime(now.UtcDateTime);
        var subjects = await SubjectsAsync(country, order, on, ct);
        if (subjects.Count == 0)
        {
            return null;
        }

        var publication = new Publication
        {
            Country = country,
            Number = await db.LastEditionAsync(country, ct) + 1,
            AsOf = on,
            Licence = order.Licence.Trim(),
            Publisher = order.Publisher.Trim(),
            Note = string.IsNullOrWhiteSpace(order.Note) ? null : order.Note.Trim(),
            PublicFrom = order.PublicFrom,
            ProposedBy = db.Reader.Id,
            ProposedAt = now,
        };
        db.Publications.Add(publication);
        await db.RecordAsync(new Act("publications.propose", country, now, publication.Note), ct);
        await db.CopyAsync(RowsOf(publication, subjects), ct);
        await db.CommitAsync(ct);
        return publication;
    }

    private async Task<List<DraftSubject>> SubjectsAsync(string country, EditionOrder order, DateOnly on, CancellationToken ct)
    {
        var subjects = new List<DraftSubject>();
        var indicators = await IndicatorRows.OfAsync(db, country, on, T, ct);
        foreach (var chosen in order.Indicators)
        {
            if (await indicators.OfAsync(chosen, on, ct) is { } subject)
            {
                subjects.Add(subject);
            }
        }

        if (order.WithPlan && await PlanRows.OfAsync(db, country, on, T, ct) is { } plan)
        {
            subjects.Add(plan);
        }

        if (order.SupportWithout is { } leftOut)
        {
            var regions = (await PublicNames.OfAsync(db, country, T, ct)).Regions.ToDictionary(r => r.Key, r => r.Value.Names);
            subjects.AddRange(await new SupportRows(db, country).AllAsync(leftOut, new SupportKeys(await db.SupportKeysAsync(country, ct)), regions, T, ct));
        }

        var council = new CouncilRows(db, country, T);
        subjects.AddRange(new[]
        {
            order.WithBenchmarks ? await council.BenchmarksAsync(ct) : null,
            order.WithCommitments ? await council.CommitmentsAsync(clock.GetUtcNow(), ct) : null,
        }.OfType<DraftSubject>());
        return subjects;
    }

    private static List<PublicationRow> RowsOf(Publication publication, List<DraftSubject> subjects) => [.. subjects
        .SelectMany(s => s.Rows, (s, row) => (Subject: s, Draft: row))
        .Select((r, position) => new PublicationRow
        {
            PublicationId = publication.Id,
            Country = publication.Country,
            Position = position,
            Kind = r.Subject.Kind,
            Key = r.Subject.Key,
            IntoTable = r.Draft.IntoTable,
            // Exactly what is copied, except the edition's own id.
            Row = RowForm.Write(r.Draft.Row with { EditionId = publication.Id, Country = publication.Country, Key = r.Subject.Key, Position = position }),
            SourceTable = r.Draft.SourceTable,
            SourceId = r.Draft.SourceId,
            LineId = r.Draft.LineId,
            Telling = r.Draft.Telling,
            CouldBeLeast = r.Draft.CouldBe?.Least,
            CouldBeMost = r.Draft.CouldBe?.Most,
        })];
}
