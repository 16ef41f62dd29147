using Cornerstone.Data;
using Cornerstone.Values;

namespace Cornerstone.Features.Support;

public enum PlannedKind
{
    /// <summary>What the activity is to spend in a period.</summary>
    Budget,

    /// <summary>What is to be paid out to somebody in a period.</summary>
    Disbursement,
}

/// <summary>What is to be spent or paid in a period. Never added to money that moved; the revised one replaces the original of its period.</summary>
public sealed class PlannedAmount : IRecord, IVersioned
{
    public Guid Id { get; init; } = Guid.CreateVersion7();

    public required Guid ActivityId { get; init; }

    public required string Country { get; init; }

    public required Classification Classification { get; set; }

    public Guid? Compartment { get; init; }

    public int Number { get; set; }

    public required PlannedKind Kind { get; init; }

    /// <summary>Null where the source does not say.</summary>
    public bool? IsRevised { get; set; }

    /// <summary>Committed, or indicative only; null where the source does not say.</summary>
    public bool? IsCommitted { get; set; }

    public DateOnly? FromDay { get; set; }

    public DateOnly? UntilDay { get; set; }

    public decimal? Amount { get; set; }

    public string? Currency { get; set; }

    public DateOnly? ValueDate { get; set; }

    public Guid? ProviderId { get; set; }

    public string? ProviderActivity { get; set; }

    public Guid? ReceiverId { get; set; }

    public string? ReceiverActivity { get; set; }

    /// <inheritdoc cref="Transaction.Said"/>
    public long? Said { get; set; }

    public int Version { get; set; } = 1;

    /// <inheritdoc cref="Transaction.Value"/>
    public Money? Value => Amount is { } amount && Values.Currency.TryParse(Currency, out var currency) ? new(amount, currency) : null;

    public IReadOnlyCollection<string> LeftOutOfJournal => [nameof(Said), nameof(Number)];
}
