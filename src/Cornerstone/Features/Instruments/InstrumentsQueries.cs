using Cornerstone.Data;
using Cornerstone.Values;
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

/// <summary>Everything on record about one instrument.</summary>
public sealed record InstrumentFile(
    Instrument Instrument,
    IReadOnlyList<InstrumentStep> Steps,
    IReadOnlyList<Consultation> Consultations,
    IReadOnlyDictionary<Guid, string> Recorders,
    IReadOnlyList<Instrument> Others,
    IReadOnlyDictionary<Guid, Guid> Successors)
{
    /// <summary>The steps that count, in order.</summary>
    public IReadOnlyList<InstrumentStep> Effective => InstrumentStep.Effective(Steps);

    /// <summary>What took its place, and what took the place of that; those this reader may see.</summary>
    public IEnumerable<Instrument> Replacements => ReplacedBy.Chain(Instrument.Id, Successors).Select(id => Others.FirstOrDefault(o => o.Id == id)).OfType<Instrument>();

    /// <summary>What it took the place of.</summary>
    public IEnumerable<Instrument> Replaced => Others.Where(o => o.ReplacedById == Instrument.Id);

    public ConsultationCoverage Coverage(InstrumentChoices choices) => ConsultationCoverage.Of(Consultations, choices.FirstLevel);

    /// <summary>The rules of the step, and that no chain of replacements closes into a circle.</summary>
    public Refusal? MayMove(InstrumentMove move, InstrumentChoices choices, DateOnly today) =>
        Instrument.MayMove(move, Effective[^1], Coverage(choices), today)
        ?? (move.ReplacedBy is { } successor && ReplacedBy.WouldCircle(Instrument.Id, successor, Successors) ? new Refusal("instruments.replaced-by-itself") : null);

    /// <summary>Null when there is no such instrument for this reader. The instrument is read to be changed.</summary>
    public static async Task<InstrumentFile?> ReadAsync(AppDb db, string country, Guid id, CancellationToken ct)
    {
        var instrument = await db.Instruments.SingleOrDefaultAsync(i => i.Id == id && i.Country == country, ct);
        return instrument is null ? null : new(
            instrument,
            await db.StepsOfInstrumentAsync(id, ct),
            await db.Consultations.AsNoTracking().Where(c => c.InstrumentId == id).OrderBy(c => c.HeldOn).ThenBy(c => c.Id).ToListAsync(ct),
            await db.RecordersOfInstrumentAsync(id, ct),
            [.. (await db.InstrumentsOfAsync(country, ct)).Where(i => i.Id != id)],
            await db.SuccessorsAsync(country, ct));
    }
}
