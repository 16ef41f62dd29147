using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Partners;

/// <summary>Kinds of organisations, by the numbers of IATI's code list OrganisationType.</summary>
public enum PartnerKind
{
    Government = 10,
    LocalGovernment = 11,
    OtherPublicSector = 15,
    InternationalNgo = 21,
    NationalNgo = 22,
    RegionalNgo = 23,
    PartnerCountryNgo = 24,
    PublicPrivatePartnership = 30,
    Multilateral = 40,
    Foundation = 60,
    PrivateSector = 70,
    PrivateSectorOfProvider = 71,
    PrivateSectorOfRecipient = 72,
    PrivateSectorElsewhere = 73,
    Academic = 80,
    Other = 90,
}

/// <summary>
/// An organisation that gives, passes on, receives or carries out support. Files name the same one in many ways, so an entry may
/// be merged into another: it then stands for it wherever it is named, and undoing the merge is one change.
/// </summary>
public sealed class Partner : IRecord, IVersioned
{
    public const int LongestName = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required Wording Names { get; set; }

    /// <summary>Null while nobody said.</summary>
    public PartnerKind? Kind { get; set; }

    /// <summary>The entry that stands for this one; null while it stands for itself.</summary>
    public Guid? MergedIntoId { get; private set; }

    public string? Note { get; set; }

    public int Version { get; set; } = 1;

    public bool IsMerged => MergedIntoId is not null;

    /// <summary>From now on the other entry stands for this one. The other must stand for itself, so that no circle can close.</summary>
    public Refusal? MergeInto(Partner other)
    {
        if (IsMerged)
        {
            return new Refusal("partners.already-merged", Names.In("en"));
        }

        if (other.Id == Id || other.IsMerged)
        {
            return new Refusal("partners.merge-target", other.Names.In("en"));
        }

        (MergedIntoId, Version) = (other.Id, Version + 1);
        return null;
    }

    public Refusal? UndoMerge()
    {
        if (!IsMerged)
        {
            return new Refusal("partners.not-merged", Names.In("en"));
        }

        (MergedIntoId, Version) = (null, Version + 1);
        return null;
    }
}
