using Cornerstone.Features.Support;

namespace Cornerstone.Features.SupportLedger;

/// <summary>An activity as the ledger needs it: what it is called, who reports it, and how it hangs together with others.</summary>
public sealed record LedgerActivity(Guid Id, string Identifier)
{
    public Guid? Reporter { get; init; }

    public IReadOnlyList<string> OtherIdentifiers { get; init; } = [];

    public IReadOnlyList<ActivityRelation> Relations { get; init; } = [];

    /// <summary>Organisations it names as its funders.</summary>
    public IReadOnlyList<Guid> Funders { get; init; } = [];

    /// <summary>The record that stands for this one where a person confirmed that several sources tell of the same activity.</summary>
    public Guid? SameAs { get; init; }

    /// <summary>Of a pooled fund: the part of each deposit its agent keeps, as agreed; 0.01 for one per cent.</summary>
    public decimal FeeShare { get; init; }
}

/// <summary>A transaction as the ledger counts it: in one currency, to the cent, with its sign.</summary>
/// <param name="Amount">Null where the value, its day or a rate is not known.</param>
public sealed record LedgerFlow(Guid Id, Guid Activity, TransactionType Type, decimal? Amount)
{
    public Guid? Provider { get; init; }

    /// <summary>Identifier of the activity the money comes from.</summary>
    public string? ProviderActivity { get; init; }

    public Guid? Receiver { get; init; }

    /// <summary>Identifier of the activity the money goes to.</summary>
    public string? ReceiverActivity { get; init; }

    public DateOnly? Date { get; init; }

    /// <summary>Why <see cref="Amount"/> is null.</summary>
    public ExclusionReason? Unknown { get; init; }
}

/// <summary>What is told of an amount that a view leaves out.</summary>
public enum ExclusionReason
{
    /// <summary>The source gives no value.</summary>
    NoValue,

    /// <summary>Without a day there is no rate and no year.</summary>
    NoDate,

    /// <summary>No rate leads from its currency to that of the ledger on that day.</summary>
    NoRate,

    /// <summary>The amount is out of all proportion and waits for a person.</summary>
    OutOfBounds,

    /// <summary>Another source's record stands for this activity.</summary>
    SameActivityElsewhere,

    /// <summary>A co-financing partner reports the same movement.</summary>
    SaidTwice,

    /// <summary>The activities below this one report it.</summary>
    CountedInParts,

    /// <summary>The provider reports it, and it is counted there.</summary>
    ReportedByProvider,

    /// <summary>It comes from money that is counted where it entered.</summary>
    PassedOn,

    /// <summary>It went to an activity of the ledger and is counted there when it is spent.</summary>
    SpentFurtherOn,

    /// <summary>What comes in is not spending.</summary>
    Receipt,

    /// <summary>For other countries.</summary>
    OtherCountry,

    /// <summary>Several countries share it, and nobody said how much is for this one.</summary>
    CountryNotSaid,
}
