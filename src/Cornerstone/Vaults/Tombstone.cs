using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Vaults;

/// <summary>What the journal keeps of an erased dossier: its id of chance, the act with its person, day and ground, and one fact more. No name and no title.</summary>
public static class Tombstone
{
    public const string Asker = "AskedBy";

    public static JournalChange Of(Act act, Guid compartment, Guid dossier, FieldChange fact) => new()
    {
        Id = OrderedId.At(act.At),
        ActId = act.Id,
        RecordType = nameof(SealedDossier),
        RecordId = dossier,
        Kind = ChangeKind.Removed,
        Country = act.Country,
        Classification = Classification.Public,
        Compartment = compartment,
        Fields = [fact],
    };
}
