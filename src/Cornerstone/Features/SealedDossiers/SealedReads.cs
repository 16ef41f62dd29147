using System.Globalization;
using Cornerstone.Access.Compartments;
using Cornerstone.Data;
using Cornerstone.Sealing;
using Cornerstone.Values;
using Cornerstone.Vaults;
using Microsoft.EntityFrameworkCore;

namespace Cornerstone.Features.SealedDossiers;

/// <summary>
/// The journal of the sealed store: who read what, and why, before they get it; and which version of each dossier is the newest, so that a row
/// set back to an earlier day, or taken away, shows.
/// </summary>
public sealed class SealedReads(SealedDb db, TimeProvider clock)
{
    private const string VersionField = "Version";

    /// <summary>Returns when the record is on disk. When it cannot be written, nothing is read.</summary>
    public async Task RecordAsync(string name, Compartment group, Guid record, ReadReason reason, CancellationToken ct)
    {
        var act = new Act(name, group.Country, clock.GetUtcNow(), reason.ToString());
        var type = record == group.Id ? nameof(Compartment) : nameof(SealedDossier);
        await RecordAsync(act, [Line(act, group, type, record, ChangeKind.Read, [])], ct);
    }

    /// <summary>The same of somebody let in for hours: the opening stands beside what was read, and the act's name says that it was an emergency.</summary>
    public Task RecordAsync(string name, string country, EmergencyOpening opening, IEnumerable<Guid> dossiers, CancellationToken ct)
    {
        var act = new Act(name, country, clock.GetUtcNow(), opening.Ground.ToString());
        return RecordAsync(act, opening.Lines(act, ChangeKind.Read, dossiers), ct);
    }
    /// <summary>What the journal says of a written dossier: its version, and no word of it.</summary>
    public static JournalChange Written(Act act, Compartment group, Guid dossier, int? from, int to) => Line(
        act, group, nameof(SealedDossier), dossier, from is null ? ChangeKind.Added : ChangeKind.Changed,
        [new(VersionField, from?.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture))]);

    /// <summary>Until when it was to be kept, and until when now.</summary>
    public static JournalChange Kept(Act act, Compartment group, OpenDossier shown, DateOnly until) =>
        Line(act, group, nameof(SealedDossier), shown.Id, ChangeKind.Changed, [new(nameof(SealedDossier.KeepUntil), DayOf(shown.KeepUntil), DayOf(until))]);

    /// <summary>Something was decided about a dossier, and nothing written in it: the act says what and on which ground.</summary>
    public static JournalChange Told(Act act, Compartment group, Guid dossier) => Line(act, group, nameof(SealedDossier), dossier, ChangeKind.Changed, []);

    /// <summary>The dossiers of a group as the journal knows them: the newest version of each that was not erased.</summary>
    /// <exception cref="SealBrokenException">The store holds another version of one, or lacks one, or has one too many.</exception>
    public async Task CheckAsync(Guid group, IReadOnlyCollection<SealedDossier> stored, CancellationToken ct)
    {
        var told = await db.Changes.AsNoTracking()
            .Where(c => c.Compartment == group && c.RecordType == nameof(SealedDossier) && c.Kind != ChangeKind.Read)
            .Select(c => new { c.RecordId, c.Kind, c.Fields }).ToListAsync(ct);
        var known = told.GroupBy(c => c.RecordId).Where(d => d.All(c => c.Kind != ChangeKind.Removed)).ToDictionary(d => d.Key, d => d.Max(c => VersionOf(c.Fields)));
        if (known.Count != stored.Count || stored.Any(d => known.GetValueOrDefault(d.Id) != d.Version))
        {
            throw new SealBrokenException("The store does not hold the dossiers that the journal tells of.");
        }
    }

    /// <exception cref="SealBrokenException">The store holds another version than was written last.</exception>
    public async Task CheckAsync(SealedDossier stored, CancellationToken ct)
    {
        var told = await db.Changes.AsNoTracking().Where(c => c.RecordId == stored.Id && c.Kind != ChangeKind.Read).Select(c => c.Fields).ToListAsync(ct);
        if (told.Count == 0 || told.Max(VersionOf) != stored.Version)
        {
            throw new SealBrokenException("The store holds another version of a dossier than the journal tells of.");
        }
    }

    private async Task RecordAsync(Act act, IReadOnlyList<JournalChange> lines, CancellationToken ct)
    {
        try
        {
            await db.SaveAsync(act, lines, ct);
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            throw new ReadNotRecordedException("What is sealed is not shown, because its reading could not be recorded.", fault);
        }
    }

    private static string? DayOf(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    private static int VersionOf(IReadOnlyList<FieldChange> fields) =>
        fields.FirstOrDefault(f => f.Field == VersionField)?.To is { } version ? int.Parse(version, CultureInfo.InvariantCulture) : 0;

    private static JournalChange Line(Act act, Compartment group, string type, Guid record, ChangeKind kind, IReadOnlyList<FieldChange> fields) => new()
    {
        Id = OrderedId.At(act.At),
        ActId = act.Id,
        RecordType = type,
        RecordId = record,
        Kind = kind,
        Country = group.Country,
        Classification = Classification.Public,
        Compartment = group.Id,
        Fields = fields,
    };
}
