using Cornerstone.Data;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.Instruments;

/// <summary>What more than one page, or another room, reads of instruments. Row-level security decides what is found.</summary>
public static class InstrumentsQueries
{
    extension(AppDb db)
    {
        public DbSet<Instrument> Instruments => db.Set<Instrument>();

        public DbSet<InstrumentStep> InstrumentSteps => db.Set<InstrumentStep>();

        public DbSet<Consultation> Consultations => db.Set<Consultation>();

        public Task<List<Instrument>> InstrumentsOfAsync(string country, CancellationToken ct) => db.Instruments.AsNoTracking()
            .Where(i => i.Country == country).OrderBy(i => i.Id).ToListAsync(ct);

        public Task<List<InstrumentStep>> StepsOfInstrumentAsync(Guid id, CancellationToken ct) => db.InstrumentSteps.AsNoTracking()
            .Where(s => s.InstrumentId == id).OrderBy(s => s.HappenedOn).ThenBy(s => s.RecordedAt).ToListAsync(ct);

        public async Task<ILookup<Guid, Consultation>> ConsultationsByInstrumentAsync(string country, CancellationToken ct) =>
            (await db.Consultations.AsNoTracking().Where(c => c.Country == country).OrderBy(c => c.HeldOn).ToListAsync(ct)).ToLookup(c => c.InstrumentId);

        /// <summary>Which instrument replaced which.</summary>
        public Task<Dictionary<Guid, Guid>> SuccessorsAsync(string country, CancellationToken ct) => db.Instruments.AsNoTracking()
            .Where(i => i.Country == country && i.ReplacedById != null).ToDictionaryAsync(i => i.Id, i => i.ReplacedById!.Value, ct);

        public Task<Dictionary<Guid, string>> RecordersOfInstrumentAsync(Guid id, CancellationToken ct)
        {
            var steps = db.InstrumentSteps;
            return db.Users.AsNoTracking().Where(p => steps.Any(s => s.InstrumentId == id && s.RecordedBy == p.Id)).ToDictionaryAsync(p => p.Id, p => p.Name, ct);
        }
    }
}
