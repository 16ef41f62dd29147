using Cornerstone.Data;
using Cornerstone.Features.Library;
using Cornerstone.Texts;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Commitments;

/// <summary>What more than one page, or another room, reads of commitments. Row-level security decides what is found.</summary>
public static class CommitmentsQueries
{
    private const int MostProposingDocuments = 100;
    private const int MostOfferedDocuments = 200;

    extension(AppDb db)
    {
        public DbSet<Obligation> Obligations => db.Set<Obligation>();

        public DbSet<Evidence> Evidence => db.Set<Evidence>();

        public DbSet<ProvisionServed> ProvisionsServed => db.Set<ProvisionServed>();

        /// <summary>Which paragraphs this record serves: for every room that shows "serves paragraph …".</summary>
        public Task<List<ProvisionServed>> ProvisionsServedByAsync(Guid recordId, CancellationToken ct) => db.ProvisionsServed.AsNoTracking()
            .Where(l => l.RecordId == recordId).OrderBy(l => l.Provision).ThenBy(l => l.Id).ToListAsync(ct);

        /// <summary>Which records of this workspace serve the paragraphs of a document, by platform id.</summary>
        public async Task<ILookup<string, ProvisionServed>> RecordsServingAsync(string country, string documentAddress, CancellationToken ct) =>
            (await db.ProvisionsServed.AsNoTracking()
                .Where(l => l.Country == country && l.Provision.StartsWith(documentAddress + "/"))
                .OrderBy(l => l.RecordType).ThenBy(l => l.Id)
                .ToListAsync(ct)).ToLookup(l => l.Provision);

        /// <summary>Obligations of this workspace with their source and what was delivered, dates first.</summary>
        public async Task<List<FollowedObligation>> FollowedAsync(string country, ObligationState state, DateOnly today, CancellationToken ct)
        {
            var rows = await (
                from obligation in db.Obligations.AsNoTracking()
                join document in db.LibraryDocuments on obligation.DocumentId equals document.Id
                where obligation.Country == country && obligation.State == state
                orderby obligation.Id
                select new { obligation, document.Symbol, document.Title, document.Kind, document.Language }).ToListAsync(ct);
            var deliveries = await db.DeliveriesAsync(country, ct);
            return [.. rows.Select(r => new FollowedObligation(
                r.obligation,
                new Source(r.obligation.DocumentId, r.Symbol, r.Title, r.Kind, r.Language),
                Deadline.Of(r.obligation, deliveries[r.obligation.Id], today))).OrderBy(f => f.Deadline.Due ?? DateOnly.MaxValue)];
        }

        public async Task<ILookup<Guid, DateOnly>> DeliveriesAsync(string country, CancellationToken ct) =>
            (await db.Evidence.AsNoTracking()
                .Where(e => e.Country == country && e.DeliveredOn != null)
                .Select(e => new { e.ObligationId, Day = e.DeliveredOn!.Value })
                .ToListAsync(ct)).ToLookup(e => e.ObligationId, e => e.Day);

        public async Task<List<ShownEvidence>> EvidenceOfAsync(Guid obligationId, string country, CancellationToken ct)
        {
            var evidence = await db.Evidence.AsNoTracking().Where(e => e.ObligationId == obligationId).OrderBy(e => e.AddedAt).ThenBy(e => e.Id).ToListAsync(ct);
            var ids = evidence.Select(e => e.DocumentId).OfType<Guid>().ToList();
            var documents = await db.DocumentsIn(country).Where(d => ids.Contains(d.Id))
                .Select(d => new NamedDocument(d.Id, d.Country, d.Language, d.Symbol, d.Title, d.Date)).ToDictionaryAsync(d => d.Id, ct);
            return evidence.ConvertAll(e => new ShownEvidence(e, e.DocumentId is { } id ? documents.GetValueOrDefault(id) : null));
        }

        /// <summary>The history of an obligation and of its evidence, newest first.</summary>
        public async Task<List<HistoryLine>> HistoryOfObligationAsync(Guid id, IEnumerable<Guid> evidence, CancellationToken ct)
        {
            var lines = await db.HistoryOfAsync(id, ct);
            foreach (var item in evidence)
            {
                lines.AddRange(await db.HistoryOfAsync(item, ct));
            }

            return [.. lines.OrderByDescending(l => l.At)];
        }

        /// <summary>Documents that may show a delivery: those of the source's day or later, newest first.</summary>
        public Task<List<NamedDocument>> LaterDocumentsAsync(string country, DateOnly? from, CancellationToken ct) => db.DocumentsIn(country)
            .Where(d => from == null || d.Date >= from)
            .OrderByDescending(d => d.Date).ThenBy(d => d.Id)
            .Take(MostOfferedDocuments)
            .Select(d => new NamedDocument(d.Id, d.Country, d.Language, d.Symbol, d.Title, d.Date))
            .ToListAsync(ct);

        /// <summary>Documents whose paragraphs may be traced: resolutions, statements and reports, newest first.</summary>
        public Task<List<NamedDocument>> TraceableDocumentsAsync(string country, CancellationToken ct)
        {
            var obligations = db.Obligations;
            return db.DocumentsIn(country)
                .Where(d => d.ProvisionCount > 0 && (d.TopStrength != null || d.Kind == DocumentKind.SecretaryGeneralReport))
                .OrderByDescending(d => obligations.Any(o => o.DocumentId == d.Id && o.Country == country)).ThenByDescending(d => d.Date).ThenBy(d => d.Id)
                .Take(MostOfferedDocuments)
                .Select(d => new NamedDocument(d.Id, d.Country, d.Language, d.Symbol, d.Title, d.Date))
                .ToListAsync(ct);
        }

        /// <summary>Documents that ask for something, newest first, with how much of it awaits a decision here.</summary>
        public async Task<List<ProposingDocument>> DocumentsWithProposalsAsync(string country, CancellationToken ct)
        {
            var (provisions, obligations) = (db.LibraryProvisions, db.Obligations);
            var documents = await db.DocumentsIn(country)
                .Where(d => d.TopStrength >= Proposal.LowestStrength || d.Kind == DocumentKind.SecretaryGeneralReport)
                .Select(d => new
                {
                    d.Id,
                    d.Symbol,
                    d.Title,
                    d.Date,
                    Waiting = provisions.Count(p => p.DocumentId == d.Id && !p.IsHousekeeping
                        && (p.Strength >= Proposal.LowestStrength || p.Kind == ProvisionKind.Recommendation)
                        && !obligations.Any(o => o.Country == country && o.ProvisionId == p.Id && o.State != ObligationState.Proposed)),
                })
                .Where(d => d.Waiting > 0)
                .OrderByDescending(d => d.Date).ThenBy(d => d.Id)
                .Take(MostProposingDocuments)
                .ToListAsync(ct);
            return documents.ConvertAll(d => new ProposingDocument(d.Id, d.Symbol ?? d.Title, d.Date, d.Waiting));
        }

        /// <summary>Obligations of this workspace opened from a work, whatever the language version they were opened in.</summary>
        public async Task<ILookup<string, Obligation>> ObligationsOfWorkAsync(string country, LibraryDocument document, CancellationToken ct) => (await (
            from obligation in db.Obligations.AsNoTracking()
            join source in db.LibraryDocuments on obligation.DocumentId equals source.Id
            where obligation.Country == country
                && (source.Id == document.Id || (document.Symbol != null && source.Symbol == document.Symbol))
            orderby obligation.Id
            select obligation).ToListAsync(ct)).ToLookup(o => o.ProvisionPath);
    }
}

/// <summary>The document an obligation comes from.</summary>
public sealed record Source(Guid DocumentId, string? Symbol, string? Title, DocumentKind Kind, string Language)
{
    public string? Name => Symbol ?? Title;

    /// <summary>The paragraph's address that resolves for ever; null while the document has no symbol.</summary>
    public string? PlatformIdOf(string path) => LibraryAddress.Permanent(Symbol, Kind, path);
}

/// <summary>An obligation, where it comes from, and what its date says today.</summary>
public sealed record FollowedObligation(Obligation Obligation, Source Source, Deadline Deadline);

/// <summary>A document of the library with paragraphs that await a decision in this workspace.</summary>
public sealed record ProposingDocument(Guid Id, string? Name, DateOnly? Date, int Waiting);

/// <summary>Evidence with its document; null for a note, or where the reader may not see the document.</summary>
public sealed record ShownEvidence(Evidence Evidence, NamedDocument? Document);
