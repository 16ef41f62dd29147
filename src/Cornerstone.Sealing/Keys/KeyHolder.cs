namespace Cornerstone.Sealing.Keys;

/// <summary>A person, or the recovery key of the officers. Stored as its number: do not renumber.</summary>
public enum HolderKind
{
    Person = 1,
    Recovery = 2,
}

/// <summary>Somebody a compartment key is wrapped to.</summary>
public sealed record KeyHolder(Guid Id, HolderKind Kind, PublicKey Key);

/// <summary>
/// A compartment key for one holder: the box that only the holder opens, and the proof that the compartment itself admitted this public key.
/// Without the proof, whoever can write to the database could put a key of their own in the place of a member's and be given the next key.
/// </summary>
public sealed record KeyWrap(Guid Compartment, int Version, KeyHolder Holder, ReadOnlyMemory<byte> Box, ReadOnlyMemory<byte> Proof);

/// <summary>
/// A dossier key, wrapped by a version of its compartment's key or, at intake, to the compartment's public key. A dossier has one key of each generation;
/// the generation is the version of the compartment key under which that dossier key was made, and stays when the wrap is renewed.
/// </summary>
public sealed record DossierWrap(Guid Compartment, Guid Dossier, int Generation, int Version, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Sealed to the public key: anybody may have made it. A member looks at it, and receives it or not.</summary>
    public bool IsFromIntake => Bytes.Length > 1 && Bytes.Span[1] == (byte)Forms.Form.Box;
}

/// <summary>Says, to those who held the version before, that this version follows from it.</summary>
public sealed record Succession(Guid Compartment, int Version, ReadOnlyMemory<byte> Bytes);

/// <summary>What a person remembers, sealed to themselves, of a compartment key they have used.</summary>
public sealed record CompartmentPin(Guid Compartment, int Version, ReadOnlyMemory<byte> Bytes);

/// <summary>A dossier's key for one person and one opening in an emergency. The key of the compartment is not in it, so that nothing else opens to that person.</summary>
public sealed record DossierLoan(Guid Opening, Guid Compartment, Guid Dossier, int Generation, Guid Person, ReadOnlyMemory<byte> Box);
