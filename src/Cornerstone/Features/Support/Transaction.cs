using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

/// <summary>Stages of money: the numbers of IATI's code list TransactionType. They are stages, not amounts to add.</summary>
public enum TransactionType
{
    IncomingFunds = 1,
    OutgoingCommitment = 2,
    Disbursement = 3,
    Expenditure = 4,
    InterestPayment = 5,
    LoanRepayment = 6,
    Reimbursement = 7,
    PurchaseOfEquity = 8,
    SaleOfEquity = 9,
    CreditGuarantee = 10,
    IncomingCommitment = 11,
    OutgoingPledge = 12,
    IncomingPledge = 13,
}

/// <summary>In what form support came. Aid or not: what is not aid has the same fields (S/2022/280, para. 49).</summary>
public enum SupportForm
{
    Money,
    BudgetSupport,
    Equipment,
    GiftInKind,
    Infrastructure,
    Training,
    Advisers,
    Stipends,
    Loan,
    Offset,
    Services,
}

/// <summary>Why a line has no amount. Where neither is said, the source said nothing.</summary>
public enum AmountAbsence
{
    /// <summary>There is one, and nobody who reports knows it.</summary>
    Unknown,

    /// <summary>There is none: what was given has no price.</summary>
    NotApplicable,
}

/// <summary>
/// Money or goods that were promised or moved, signed as reported, in their own currency and with their value date. Nothing is
/// converted here, and a value nobody knows is null, never zero.
/// </summary>
public sealed class Transaction : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ActivityId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    /// <summary>Its place in the activity, from one.</summary>
    public int Number { get; set; }

    /// <summary>Null where the source gives none, or one the standard does not know.</summary>
    public TransactionType? Type { get; set; }

    public string? Reference { get; set; }

    public DateOnly? Date { get; set; }

    public decimal? Amount { get; set; }

    /// <summary>Null where there is an amount, or where nothing was said about it.</summary>
    public AmountAbsence? Absence { get; set; }

    /// <summary>As written, the activity's default filled in; it may be none the world knows.</summary>
    public string? Currency { get; set; }

    public DateOnly? ValueDate { get; set; }

    public Wording? Description { get; set; }

    public Guid? ProviderId { get; set; }

    /// <summary>The provider's activity the money comes from: the link by which a chain is counted once.</summary>
    public string? ProviderActivity { get; set; }

    public Guid? ReceiverId { get; set; }

    public string? ReceiverActivity { get; set; }

    /// <summary>Of the code list DisbursementChannel: 1 by the treasury … 4 in kind by the donor.</summary>
    public string? Channel { get; set; }

    public string? FlowType { get; set; }

    public string? FinanceType { get; set; }

    public List<string> AidTypes { get; set; } = [];

    public string? TiedStatus { get; set; }

    public bool? IsHumanitarian { get; set; }

    public List<CodedShare> Sectors { get; set; } = [];

    public string? RecipientCountry { get; set; }

    public string? RecipientRegion { get; set; }

    /// <summary>Null while nobody said.</summary>
    public SupportForm? Form { get; set; }

    /// <summary>How many, of <see cref="Unit"/>: 40 vehicles, 12 adviser months.</summary>
    public decimal? Quantity { get; set; }

    public string? Unit { get; set; }

    /// <summary>The institution whose unit receives it.</summary>
    public Guid? RecipientUnitId { get; set; }

    /// <summary>Of goods: new, used, refurbished.</summary>
    public string? Condition { get; set; }

    public string? EndUse { get; set; }

    /// <summary>Its place in the record of the source; null for what was entered here.</summary>
    public long? Said { get; set; }

    public int Version { get; set; } = 1;

    /// <summary>Null when number or currency is not known.</summary>
    public Money? Value => Amount is { } amount && Values.Currency.TryParse(Currency, out var currency) ? new(amount, currency) : null;

    /// <summary>The day by whose rate it is converted.</summary>
    public DateOnly? ValuedOn => ValueDate ?? Date;

    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(Said), nameof(Number)];
}
