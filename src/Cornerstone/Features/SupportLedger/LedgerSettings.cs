using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportLedger;

/// <summary>Pledges, commitments and payments are stages of the same money and are never added.</summary>
public enum MoneyStage
{
    Pledged,
    Committed,
    Paid,
}

/// <summary>How near two reports must be to be one; values, not constants, because countries differ.</summary>
public sealed record LedgerSettings
{
    /// <summary>Differences of this share of an amount are rates and rounding, not other money.</summary>
    public decimal Likeness { get; init; } = 0.02m;

    /// <summary>How many days apart two partners may book the same movement.</summary>
    public int BookingDays { get; init; } = 31;
}

/// <summary>Which types of transaction make up a stage.</summary>
internal static class Stages
{
    /// <summary>To somebody who may pass it on.</summary>
    public static TransactionType Outward(this MoneyStage stage) => stage switch
    {
        MoneyStage.Paid => TransactionType.Disbursement,
        MoneyStage.Committed => TransactionType.OutgoingCommitment,
        _ => TransactionType.OutgoingPledge,
    };

    public static TransactionType Inward(this MoneyStage stage) => stage switch
    {
        MoneyStage.Paid => TransactionType.IncomingFunds,
        MoneyStage.Committed => TransactionType.IncomingCommitment,
        _ => TransactionType.IncomingPledge,
    };

    public static bool Holds(this MoneyStage stage, TransactionType type) =>
        type == stage.Outward() || type == stage.Inward() || (stage == MoneyStage.Paid && type == TransactionType.Expenditure);
}
