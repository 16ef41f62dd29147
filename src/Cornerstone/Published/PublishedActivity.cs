using Cornerstone.Values;

namespace Cornerstone.Published;

/// <summary>What of an activity is kept back.</summary>
public enum PublicPart
{
    /// <summary>All but that there is an activity, who reports it, and its dates.</summary>
    Everything,
    Title,
    Description,

    /// <summary>Who gives, passes on, receives and carries out. Who reports it stays: it answers for the record.</summary>
    Parties,
    Places,

    /// <summary>Every amount, of what moved and of what is planned.</summary>
    Money,

    /// <summary>Single amounts, which stand in their lines.</summary>
    Amounts,
}

/// <summary>Why something is withheld; told with it.</summary>
public enum PublicGround
{
    NationalSecurity,
    SafetyOfPersons,
    Privacy,
    InternationalRelations,
    CommercialConfidence,
    OngoingInvestigation,

    /// <summary>It would tell what is withheld elsewhere.</summary>
    WouldTellAnother,
}

/// <summary>A code of the standard with its name.</summary>
/// <param name="Vocabulary">Null for the usual one.</param>
public sealed record PublicCode(string Code, Wording? Name = null, string? Vocabulary = null);

/// <summary>A country, region, sector or component and its share of the whole.</summary>
/// <param name="Percentage">Null where nobody divided.</param>
public sealed record PublicShare(string? Code, Wording? Name = null, string? Vocabulary = null, decimal? Percentage = null);

/// <summary>A policy marker: 0 not targeted, 1 significant, 2 principal, null not said.</summary>
public sealed record PublicMarker(string Code, Wording Name, string? Vocabulary = null, int? Significance = null);

/// <summary>An organisation, as far as it is public.</summary>
/// <param name="Role">Of the list OrganisationRole; null for an end of a payment.</param>
/// <param name="Reference">Its identifier in a public register.</param>
/// <param name="Activity">Its own activity of the chain.</param>
public sealed record PublicParty(Wording? Name, string? Reference = null, string? Kind = null, PublicCode? Role = null, string? Activity = null);

/// <summary>A place below the level of the country.</summary>
public sealed record PublicPlace(string? Name, Wording? Region = null, decimal? Latitude = null, decimal? Longitude = null);

/// <summary>How it stands to another activity: a code of the list RelatedActivityType.</summary>
public sealed record PublicRelation(PublicCode? Kind, string Identifier);

/// <summary>A part that is withheld, and the ground.</summary>
public sealed record PublicWithheld(PublicPart Part, PublicGround Ground);

/// <summary>One activity of support as everybody reads it. What nobody said is null, and so is what is withheld: <see cref="Withheld"/> tells which.</summary>
public sealed record PublishedActivity : PublishedRow
{
    /// <summary>As its source calls it.</summary>
    public required string Identifier { get; init; }

    /// <summary>Who told of it, and in which way.</summary>
    public required Wording Source { get; init; }

    public DateTimeOffset? SaidAt { get; init; }

    public Wording? Title { get; init; }

    public Wording? Description { get; init; }

    public PublicParty? Reporter { get; init; }

    public PublicCode? Status { get; init; }

    public DateOnly? PlannedStart { get; init; }

    public DateOnly? ActualStart { get; init; }

    public DateOnly? PlannedEnd { get; init; }

    public DateOnly? ActualEnd { get; init; }

    public string? DefaultCurrency { get; init; }

    public int? Hierarchy { get; init; }

    public bool? IsHumanitarian { get; init; }

    public PublicCode? Scope { get; init; }

    public PublicCode? Collaboration { get; init; }

    public PublicCode? Flow { get; init; }

    public PublicCode? Finance { get; init; }

    public List<PublicCode> AidTypes { get; init; } = [];

    public PublicCode? Tied { get; init; }

    public List<PublicParty> Parties { get; init; } = [];

    public List<PublicShare> Countries { get; init; } = [];

    public List<PublicShare> Regions { get; init; } = [];

    public List<PublicShare> Sectors { get; init; } = [];

    /// <summary>Components of the security sector its sectors stand for.</summary>
    public List<PublicShare> Components { get; init; } = [];

    public List<PublicMarker> Markers { get; init; } = [];

    public List<PublicPlace> Places { get; init; } = [];

    public List<PublicRelation> Relations { get; init; } = [];

    public List<string> OtherIdentifiers { get; init; } = [];

    public List<PublicWithheld> Withheld { get; init; } = [];

    public DateOnly? Starts => ActualStart ?? PlannedStart;

    public DateOnly? Ends => ActualEnd ?? PlannedEnd;

    public PublicWithheld? WithheldOf(PublicPart part) => Withheld.Find(w => w.Part == PublicPart.Everything) ?? Withheld.Find(w => w.Part == part);
}

public enum PublicLineKind
{
    Transaction,
    Budget,
    PlannedDisbursement,
}

/// <summary>Money or goods that were promised, planned or moved, as reported and signed as reported.</summary>
public sealed record PublishedLine : PublishedRow
{
    public required PublicLineKind Kind { get; init; }

    /// <summary>Of a transaction: its type.</summary>
    public PublicCode? Stage { get; init; }

    public bool? IsRevised { get; init; }

    public bool? IsCommitted { get; init; }

    /// <summary>The day of a transaction; of a plan the first day of its period.</summary>
    public DateOnly? FromDay { get; init; }

    public DateOnly? UntilDay { get; init; }

    public required ToldState State { get; init; }

    public decimal? Amount { get; init; }

    /// <summary>As written.</summary>
    public string? Currency { get; init; }

    public DateOnly? ValueDate { get; init; }

    /// <summary>Why the amount is withheld.</summary>
    public PublicGround? Ground { get; init; }

    public string? Reference { get; init; }

    public Wording? Description { get; init; }

    public PublicParty? Provider { get; init; }

    public PublicParty? Receiver { get; init; }

    public string? Channel { get; init; }

    public PublicCode? Flow { get; init; }

    public PublicCode? Finance { get; init; }

    public List<PublicCode> AidTypes { get; init; } = [];

    public PublicCode? Tied { get; init; }

    public bool? IsHumanitarian { get; init; }

    public List<PublicShare> Sectors { get; init; } = [];

    public List<PublicShare> Components { get; init; } = [];

    public string? RecipientCountry { get; init; }

    public string? RecipientRegion { get; init; }

    public PublicCode? Form { get; init; }

    public decimal? Quantity { get; init; }

    public string? Unit { get; init; }
}
