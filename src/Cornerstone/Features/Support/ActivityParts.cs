namespace Cornerstone.Features.Support;

/// <summary>What an organisation does in an activity: the numbers of IATI's code list OrganisationRole.</summary>
public enum PartyRole
{
    Funding = 1,
    Accountable = 2,
    Extending = 3,
    Implementing = 4,
}

/// <summary>An organisation in an activity, with its own activity of the chain where it is named.</summary>
/// <param name="Role">Null where the source gives none, or one the standard does not know.</param>
/// <param name="PartnerId">Null where it has neither identifier nor name.</param>
public sealed record ActivityParty(PartyRole? Role, Guid? PartnerId, string? Activity = null);

/// <summary>A sector, country or region and its share of the whole; null is all of it, or not said.</summary>
/// <param name="Vocabulary">Null is the usual one: the DAC's five digits for sectors.</param>
public sealed record CodedShare(string Code, string? Vocabulary = null, decimal? Percentage = null);

/// <summary>A policy marker: 0 not targeted, 1 significant, 2 principal, null not said.</summary>
public sealed record ActivityMarker(string Code, string? Vocabulary = null, int? Significance = null);

/// <summary>A place below the level of the country; the region is one of the country's own register, where it is known.</summary>
public sealed record ActivityPlace(string? Name, string? Region = null, decimal? Latitude = null, decimal? Longitude = null);

/// <summary>How one activity stands to another: the numbers of IATI's code list RelatedActivityType.</summary>
public enum RelationKind
{
    Parent = 1,
    Child = 2,
    Sibling = 3,
    CoFunded = 4,
    ThirdParty = 5,
}

public sealed record ActivityRelation(RelationKind? Kind, string Identifier);
