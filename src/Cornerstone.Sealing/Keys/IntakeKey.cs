namespace Cornerstone.Sealing.Keys;

/// <summary>
/// The public key of a compartment version. Whoever takes a statement makes a new dossier with it, seals what was said, and cannot open the dossier again.
/// The one who seals must have the right key: its fingerprint belongs on paper at the place of intake, because a database can be made to show another.
/// </summary>
public sealed record IntakeKey(Guid Compartment, int Version, PublicKey Key)
{
    public DossierKey NewDossier(Guid dossier) => DossierKey.Create(dossier, Version);

    public DossierWrap Wrap(DossierKey key) => key.Wrap(Compartment, Version, (bytes, context) => Forms.Box.Seal(Key, Version, bytes, context));
}
