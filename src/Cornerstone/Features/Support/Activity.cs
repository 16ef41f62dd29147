using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

/// <summary>Where an activity stands, as its source says: the numbers of IATI's code list ActivityStatus.</summary>
public enum ActivityStatus
{
    Pipeline = 1,
    Implementation = 2,
    Finalisation = 3,
    Closed = 4,
    Cancelled = 5,
    Suspended = 6,
}

/// <summary>Where the country's own procedure stands (domain handbook §5.9).</summary>
public enum ActivityStage
{
    Submitted,
    Checked,
    Endorsed,
    Active,
    Suspended,
    Completed,
    Closed,
    Cancelled,
}

/// <summary>
/// One project or programme of support, as one source tells of it. What it shows is what the source said last, but for the fields
/// the country corrected; what was said, in which file and when, stands in its <see cref="ActivityReading"/>s.
/// Codes are those of IATI 2.03. What nobody said is null.
/// </summary>
public sealed class Activity : IRecord, IVersioned
{
    public const int LongestIdentifier = 400;

    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public required Guid SourceId { get; init; }

    /// <summary>As the source calls it: the IATI identifier, a number of the national register.</summary>
    public required string Identifier { get; init; }

    /// <summary>1, and more where the source uses one identifier again: both activities stay.</summary>
    public short Copy { get; init; } = 1;

    /// <summary>The partner who reports it.</summary>
    public Guid? ReporterId { get; set; }

    public Wording? Title { get; set; }

    public Wording? Description { get; set; }

    public ActivityStatus? Status { get; set; }

    public DateOnly? PlannedStart { get; set; }

    public DateOnly? ActualStart { get; set; }

    public DateOnly? PlannedEnd { get; set; }

    public DateOnly? ActualEnd { get; set; }

    public string? DefaultCurrency { get; set; }

    public string? Scope { get; set; }

    public string? CollaborationType { get; set; }

    /// <summary>The reporter's own word on ODA (10, 21, …); ours stands beside it and never replaces it.</summary>
    public string? FlowType { get; set; }

    public string? FinanceType { get; set; }

    /// <summary>Codes of the DAC; of another vocabulary, "vocabulary:code".</summary>
    public List<string> AidTypes { get; set; } = [];

    public string? TiedStatus { get; set; }

    public bool? IsHumanitarian { get; set; }

    public int? Hierarchy { get; set; }

    public List<ActivityParty> Parties { get; set; } = [];

    public List<CodedShare> Countries { get; set; } = [];

    public List<CodedShare> Regions { get; set; } = [];

    public List<CodedShare> Sectors { get; set; } = [];

    public List<ActivityMarker> Markers { get; set; } = [];

    public List<ActivityPlace> Places { get; set; } = [];

    public List<ActivityRelation> Relations { get; set; } = [];

    public List<string> OtherIdentifiers { get; set; } = [];

    /// <summary>Support to security forces, which safeguards look at; null while nobody judged it.</summary>
    public bool? SupportsForces { get; set; }

    /// <summary>Null where the country has not taken it up.</summary>
    public ActivityStage? Stage { get; set; }

    /// <summary>Of a pooled fund: the part of each deposit its agent keeps, as agreed; 0.01 for one per cent. Null while nobody said.</summary>
    public decimal? FeeShare { get; set; }

    /// <summary>How likely the country thinks its pledges are; null while nobody judged it.</summary>
    public decimal? PledgeProbability { get; set; }

    /// <summary>Of the record as the source told it last: the same again changes nothing. Null for what was entered here.</summary>
    public byte[]? SaidHash { get; set; }

    /// <summary>When the source last touched it, as it says.</summary>
    public DateTimeOffset? SaidAt { get; set; }

    public required Guid RecordedBy { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    public int Version { get; set; } = 1;

    /// <summary>What it is looked for by: always that of the fields above.</summary>
    public string SearchText
    {
        get => SearchWords.Of([Identifier, .. Title?.Texts.Values ?? []]);
        private set => _ = value;
    }

    /// <inheritdoc cref="SearchText"/>
    public List<Guid> PartnerIds
    {
        get => [.. Parties.Select(p => p.PartnerId).Prepend(ReporterId).OfType<Guid>().Distinct()];
        private set => _ = value;
    }

    /// <summary>Codes of the DAC, the category of each, and the components they stand for: "15132", "151" and "POL".</summary>
    public List<string> SectorCodes
    {
        get => [.. Sectors.Where(s => s.Vocabulary is null or "2").SelectMany(s => s.Code.Length == 5 ? [s.Code, s.Code[..3]] : new[] { s.Code })
            .Concat(ComponentShares.Of(Sectors).Select(s => s.Component).OfType<string>()).Distinct()];
        private set => _ = value;
    }

    public DateOnly? Starts => ActualStart ?? PlannedStart;

    public DateOnly? Ends => ActualEnd ?? PlannedEnd;

    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(SaidHash), nameof(SaidAt), nameof(SearchText), nameof(PartnerIds), nameof(SectorCodes)];
}
