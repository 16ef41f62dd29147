namespace Cornerstone.Iati;

/// <summary>Money that moved or was promised. Type: 1 incoming funds, 2 commitment, 3 disbursement, 4 expenditure, 5 to 13 as the standard lists them.</summary>
public sealed record Transaction
{
    public string? Type { get; init; }
    public string? Ref { get; init; }
    public bool? IsHumanitarian { get; init; }
    public DateOnly? Date { get; init; }

    /// <summary>Signed as reported: a negative disbursement is a refund.</summary>
    public Amount? Value { get; init; }
    public Items<Narrative> Description { get; init; }
    public FlowParty? Provider { get; init; }
    public FlowParty? Receiver { get; init; }
    public string? DisbursementChannel { get; init; }
    public Items<SectorShare> Sectors { get; init; }
    public CountryShare? Country { get; init; }
    public RegionShare? Region { get; init; }
    public string? FlowType { get; init; }
    public string? FinanceType { get; init; }
    public Items<AidType> AidTypes { get; init; }
    public string? TiedStatus { get; init; }
}

/// <summary>One end of a flow, with the activity it comes from or goes to: the link that lets a chain be counted once.</summary>
public sealed record FlowParty(string? Ref, string? Type, string? ActivityId, Items<Narrative> Name);

/// <summary>Type: 1 original, 2 revised. Status: 1 indicative, 2 committed.</summary>
public sealed record Budget(string? Type, string? Status, DateOnly? Start, DateOnly? End, Amount? Value);

public sealed record PlannedDisbursement(string? Type, DateOnly? Start, DateOnly? End, Amount? Value, FlowParty? Provider, FlowParty? Receiver);
