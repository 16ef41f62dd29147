namespace Cornerstone.Features.SupportCoordination;

/// <summary>A table of the ledger as its page shows it.</summary>
public sealed record LedgerTable(string Title, string Heading, string Currency, IReadOnlyList<LedgerLineShown> Lines);
