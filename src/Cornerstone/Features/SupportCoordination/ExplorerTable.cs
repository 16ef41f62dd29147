using Cornerstone.Features.CountedSupport;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>A value at the head of a column.</summary>
public sealed record ExplorerHead(string Value, string Name);

/// <summary>One row: an amount for each column, null where nothing is counted, and what all columns come to.</summary>
public sealed record ExplorerLine(string Value, string Name, IReadOnlyList<decimal?> Amounts, decimal Total, int Flows);

/// <summary>The ledger by two axes, or by one. Totals are those of all rows and columns, also of such as a page does not show.</summary>
public sealed record ExplorerTable(IReadOnlyList<ExplorerHead> Heads, IReadOnlyList<ExplorerLine> Lines, IReadOnlyList<decimal> Totals, decimal Total)
{
    /// <summary>How many are not shown.</summary>
    public (int Lines, int Heads) Hidden { get; private init; }

    public static ExplorerTable Of(LedgerDesk desk, LedgerQuestion question, LedgerAxis rows, LedgerAxis? columns)
    {
        var (ledger, plan) = (desk.Ledger, desk.Plan);
        var byRow = ledger.Sums(question, plan, rows);
        var byColumn = columns is null ? [] : Ordered(columns, ledger.Sums(question, plan, columns));
        var cells = columns is null ? [] : ledger.Sums(question, plan, rows, columns).ToDictionary(s => (s.Values[0], s.Values[1]), s => s.Amount);
        return new(
            [.. byColumn.Select(c => new ExplorerHead(c.Values[0], desk.Of(columns!, c.Values[0])))],
            [
                .. Ordered(rows, byRow).Select(r => new ExplorerLine(
                    r.Values[0], desk.Of(rows, r.Values[0]), [.. byColumn.Select(c => cells.GetValueOrDefault((r.Values[0], c.Values[0])))], r.Amount ?? 0m, r.Flows)),
            ],
            [.. byColumn.Select(c => c.Amount ?? 0m)],
            byRow.Sum(r => r.Amount ?? 0m));
    }

    /// <summary>No more than so many rows and columns.</summary>
    public ExplorerTable Cut(int lines, int heads) => this with
    {
        Heads = [.. Heads.Take(heads)],
        Totals = [.. Totals.Take(heads)],
        Lines = [.. Lines.Take(lines).Select(l => l with { Amounts = [.. l.Amounts.Take(heads)] })],
        Hidden = (Math.Max(0, Lines.Count - lines), Math.Max(0, Heads.Count - heads)),
    };

    // Years from the latest, of everything else the largest first.
    private static List<LedgerSum> Ordered(LedgerAxis axis, IEnumerable<LedgerSum> sums) =>
        [.. axis == LedgerAxis.Year ? sums.OrderByDescending(s => s.Values[0] == LedgerQuestion.Undeclared ? "" : s.Values[0], StringComparer.Ordinal) : sums.OrderByDescending(s => s.Amount ?? 0m)];
}
