using Cornerstone.Sealing;

namespace Cornerstone.Vaults;

/// <summary>A dossier as it is stored: two sealed fields, bound to their row, their column and the row's version. What stands outside the envelopes is all a thief of the disk learns.</summary>
public sealed class SealedDossier
{
    public const string Store = "sealed";

    public required Guid Id { get; init; }

    public required string Country { get; init; }

    public required Guid CompartmentId { get; init; }

    public required int Version { get; set; }

    public required SealedField Title { get; set; }

    public required SealedField Content { get; set; }

    public required DateOnly OpenedOn { get; init; }

    public required DateOnly ChangedOn { get; set; }

    /// <summary>Until when it is kept. Null where it was opened before dates were asked for, and no member has set one.</summary>
    public DateOnly? KeepUntil { get; set; }

    public KeepBasis? KeepBasis { get; set; }

    public SealedPlace TitlePlace => Place("title");

    public SealedPlace ContentPlace => Place("content");

    private SealedPlace Place(string column) => new(Store, CompartmentId, "dossier", Id, column, Version);
}

/// <summary>A file of a dossier, sealed with its name; only its padded size shows.</summary>
public sealed class StoredAttachment
{
    public required Guid Id { get; init; }

    public required Guid DossierId { get; init; }

    public required Guid CompartmentId { get; init; }

    public required byte[] Content { get; set; }

    public required DateOnly AddedOn { get; init; }

    public SealedPlace Place => PlaceOf(CompartmentId, Id);

    public static SealedPlace PlaceOf(Guid compartment, Guid id) => new(SealedDossier.Store, compartment, "attachment", id, "content", 1);
}
