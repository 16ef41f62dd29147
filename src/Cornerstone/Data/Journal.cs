using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;

namespace Cornerstone.Data;

/// <summary>Turns what the context is about to save into journal rows, field by field.</summary>
internal static class Journal
{
    private const int LongestValue = 2_000;

    public static void Record(AppDb db, Act act, Guid personId, bool isNew)
    {
        var changes = db.ChangeTracker.Entries<IRecord>()
            .Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(e => Change(e, act))
            .Where(c => c.Kind != ChangeKind.Changed || c.Fields.Count > 0)
            .ToList();

        if (isNew)
        {
            db.Acts.Add(Entry(act, personId));
        }

        db.Changes.AddRange(changes);
    }

    private static JournalAct Entry(Act act, Guid personId) => new()
    {
        Id = act.Id,
        Name = act.Name,
        Country = act.Country,
        PersonId = personId,
        At = act.At,
        Reason = act.Reason,
    };

    private static JournalChange Change(EntityEntry<IRecord> entry, Act act) => new()
    {
        Id = Guid.CreateVersion7(act.At),
        ActId = act.Id,
        RecordType = entry.Metadata.ClrType.Name,
        RecordId = entry.Entity.Id,
        Kind = entry.State switch
        {
            EntityState.Added => ChangeKind.Added,
            EntityState.Deleted => ChangeKind.Removed,
            _ => ChangeKind.Changed,
        },
        Country = entry.Entity.Country,
        Classification = entry.Entity.Classification,
        Compartment = entry.Entity.Compartment,
        Fields = [.. Fields(entry)],
    };

    private static IEnumerable<FieldChange> Fields(EntityEntry<IRecord> entry)
    {
        var record = entry.Entity;
        foreach (var property in entry.Properties.Where(p => IsJournaled(p, record)))
        {
            var from = entry.State == EntityState.Added ? null : Text(property.OriginalValue);
            var to = entry.State == EntityState.Deleted ? null : Text(property.CurrentValue);
            if (from != to)
            {
                yield return new FieldChange(property.Metadata.Name, from, to);
            }
        }
    }

    private static bool IsJournaled(PropertyEntry property, IRecord record) =>
        !property.Metadata.IsPrimaryKey()
        && property.Metadata.Name != nameof(IVersioned.Version)
        && !record.LeftOutOfJournal.Contains(property.Metadata.Name);

    private static string? Text(object? value)
    {
        var text = value switch
        {
            null => null,
            string s => s,
            byte[] bytes => Convert.ToHexStringLower(bytes),
            DateOnly day => day.ToString("O", CultureInfo.InvariantCulture),
            DateTimeOffset moment => moment.ToString("O", CultureInfo.InvariantCulture),
            IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
            _ => JsonSerializer.Serialize(value, value.GetType()),
        };
        return text is { Length: > LongestValue } ? string.Concat(text.AsSpan(0, LongestValue), "…") : text;
    }
}
