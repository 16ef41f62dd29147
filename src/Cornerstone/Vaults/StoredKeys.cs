using Cornerstone.Sealing.Keys;

namespace Cornerstone.Vaults;

/// <summary>A person's private key, closed by their passphrase.</summary>
public sealed class PersonVault
{
    public required Guid PersonId { get; init; }

    public required byte[] Closed { get; set; }

    public required DateOnly MadeOn { get; set; }
}

/// <summary>A person's public key: what a group's key is wrapped to.</summary>
public sealed class StoredHolder
{
    public required Guid PersonId { get; init; }

    public required byte[] PublicKey { get; set; }

    public KeyHolder Holder => new(PersonId, HolderKind.Person, Sealing.Keys.PublicKey.FromStored(PublicKey));
}

/// <summary>What a person remembers of a group's key, sealed to themselves.</summary>
public sealed class StoredPin
{
    public required Guid PersonId { get; init; }

    public required Guid CompartmentId { get; init; }

    public required int Version { get; init; }

    public required byte[] Bytes { get; set; }

    public CompartmentPin Pin => new(CompartmentId, Version, Bytes);
}

/// <summary>The public half of the officers' recovery key of a country.</summary>
public sealed class StoredRecovery
{
    public required Guid Id { get; init; }

    public required string Country { get; init; }

    public required byte[] PublicKey { get; init; }

    public required DateOnly MadeOn { get; init; }

    public Guid? ReplacedBy { get; set; }

    public KeyHolder Holder => new(Id, HolderKind.Recovery, Sealing.Keys.PublicKey.FromStored(PublicKey));
}

/// <summary>The private half of a recovery key for two of its three officers.</summary>
public sealed class StoredPairSeal
{
    public required Guid RecoveryId { get; init; }

    public required Guid FirstId { get; init; }

    public required Guid SecondId { get; init; }

    public required byte[] Bytes { get; init; }

    public PairSeal Seal => new(RecoveryId, FirstId, SecondId, Bytes);

    public static StoredPairSeal Of(PairSeal seal) => new() { RecoveryId = seal.Recovery, FirstId = seal.First, SecondId = seal.Second, Bytes = seal.Bytes.ToArray() };
}

/// <summary>A version of a group's key, wrapped to one holder.</summary>
public sealed class StoredKeyWrap
{
    public required Guid CompartmentId { get; init; }

    public required int Version { get; init; }

    public required Guid HolderId { get; init; }

    public required short HolderKind { get; init; }

    public required byte[] PublicKey { get; set; }

    public required byte[] Box { get; set; }

    public required byte[] Proof { get; set; }

    public KeyWrap Wrap => new(CompartmentId, Version, new(HolderId, (HolderKind)HolderKind, Sealing.Keys.PublicKey.FromStored(PublicKey)), Box, Proof);

    /// <summary>The same version, wrapped anew to its holder, who has a new pair of keys.</summary>
    public void Take(KeyWrap renewed) => (PublicKey, Box, Proof) = (renewed.Holder.Key.ToStored(), renewed.Box.ToArray(), renewed.Proof.ToArray());

    public static StoredKeyWrap Of(KeyWrap wrap) => new()
    {
        CompartmentId = wrap.Compartment,
        Version = wrap.Version,
        HolderId = wrap.Holder.Id,
        HolderKind = (short)wrap.Holder.Kind,
        PublicKey = wrap.Holder.Key.ToStored(),
        Box = wrap.Box.ToArray(),
        Proof = wrap.Proof.ToArray(),
    };
}

/// <summary>Says that a version of a group's key follows from the one before.</summary>
public sealed class StoredSuccession
{
    public required Guid CompartmentId { get; init; }

    public required int Version { get; init; }

    public required byte[] Bytes { get; init; }

    public Succession Step => new(CompartmentId, Version, Bytes);
}

/// <summary>A dossier's key under a version of its group's key.</summary>
public sealed class StoredDossierWrap
{
    public required Guid DossierId { get; init; }

    public required Guid CompartmentId { get; init; }

    public required int Generation { get; init; }

    public required int Version { get; set; }

    public required byte[] Bytes { get; set; }

    public DossierWrap Wrap => new(CompartmentId, DossierId, Generation, Version, Bytes);

    public static StoredDossierWrap Of(DossierWrap wrap) =>
        new() { DossierId = wrap.Dossier, CompartmentId = wrap.Compartment, Generation = wrap.Generation, Version = wrap.Version, Bytes = wrap.Bytes.ToArray() };
}
