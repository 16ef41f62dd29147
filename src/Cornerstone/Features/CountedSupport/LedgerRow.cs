using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;

namespace Cornerstone.Features.CountedSupport;

/// <summary>One amount of the ledger: counted, or left out with its reason.</summary>
/// <param name="Component">Null where nobody declared one.</param>
/// <param name="Objective">As a value of <see cref="LedgerAxis.Objective"/>.</param>
/// <param name="Amount">The part this row is about, to the cent; null where it is not known.</param>
/// <param name="Because">Activities that hold the same money.</param>
public sealed record LedgerRow(
    Guid Activity, Guid Flow, TransactionType Type, DateOnly? Date, Guid? Partner, string? Component, string Objective, decimal? Amount, ExclusionReason? Reason, IReadOnlyList<Guid> Because)
{
    /// <summary>The days over which a commitment is spread; null where it has no day.</summary>
    public Period? Spread { get; init; }

    /// <summary>What the rules of development assistance say of it; null of what is left out, and where its parts are judged differently.</summary>
    public LineJudgement? Judged { get; init; }

    /// <summary>How likely the country thinks a pledge is; null where nobody judged it.</summary>
    public decimal? Probability { get; init; }

    /// <summary>The part of a commitment or pledge that is for a span of days.</summary>
    public decimal Within(Period? window) => window is null ? Amount ?? 0m : Spread is null ? 0m : SpreadAmount.Within(Amount ?? 0m, Spread, window);
}

/// <summary>The latest rows of a question, and what all of them come to.</summary>
public sealed record LedgerRowPage(IReadOnlyList<LedgerRow> Rows, int Count, decimal Total);

/// <summary>Rows of a ledger: every figure of its pages is the sum of some of them.</summary>
public static class LedgerRows
{
    extension(CountedLedger ledger)
    {
        /// <summary>As they stand, one for each component, sector and objective of an amount.</summary>
        public IEnumerable<LedgerRow> Rows(LedgerQuestion question, PlanObjectives plan)
        {
            var filter = LineFilter.Of(question, question.Reason is null ? LineChoice.Counted : LineChoice.LeftOut, ledger.Codes, plan);
            var reading = new RowReading(ledger, question, plan);
            foreach (var block in filter is null ? [] : ledger.Blocks)
            {
                var (lines, holding) = (block.Lines[filter!.Slot], filter.On(block));
                if (!holding.CanHold) continue;
                foreach (var line in question.IsAimed ? lines.Aimed : Enumerable.Range(0, lines.Flow.Length))
                {
                    if (holding.Holds(line) && reading.RowOf(block, lines, line) is { } row) yield return row;
                }
            }
        }

        /// <summary>One for each transaction, the latest first, no more than so many of them.</summary>
        public LedgerRowPage LatestRows(LedgerQuestion question, PlanObjectives plan, int most)
        {
            if (question is { Weigh: null, Window: null, Serving: false } && most < int.MaxValue)
            {
                var all = ledger.Sums(question, plan).SingleOrDefault();
                return new([.. ledger.Latest(question, plan).Take(most)], all?.Flows ?? 0, all?.Amount ?? 0m);
            }

            var (latest, count, total) = (new PriorityQueue<LedgerRow, (DateOnly, Guid)>(EarliestFirst), 0, 0m);
            foreach (var row in Together(ledger.Rows(question, plan)))
            {
                (count, total) = (count + 1, total + (row.Amount ?? 0m));
                latest.Enqueue(row, (row.Date ?? DateOnly.MinValue, row.Flow));
                if (latest.Count > most) latest.Dequeue();
            }

            return new([.. latest.UnorderedItems.OrderByDescending(i => i.Priority, EarliestFirst).Select(i => i.Element)], count, total);
        }

        /// <summary>One for each transaction, the latest first, of a question without weights: no more is read than is asked for.</summary>
        // Each block has its transactions in order: the next one of all is the first that is left of one of them.
        internal IEnumerable<LedgerRow> Latest(LedgerQuestion question, PlanObjectives plan)
        {
            if (LineFilter.Of(question, question.Reason is null ? LineChoice.Counted : LineChoice.LeftOut, ledger.Codes, plan) is not { } filter) yield break;
            var reading = new RowReading(ledger, question, plan);
            var blocks = new PriorityQueue<IEnumerator<(LedgerRow Row, int Day)>, (int, Guid)>(LatestFirst);
            foreach (var rows in ledger.Blocks.Select(b => reading.RowsOf(b, filter).GetEnumerator()))
            {
                if (rows.MoveNext()) blocks.Enqueue(rows, (rows.Current.Day, rows.Current.Row.Flow));
            }

            while (blocks.TryDequeue(out var rows, out _))
            {
                yield return rows.Current.Row;
                if (rows.MoveNext()) blocks.Enqueue(rows, (rows.Current.Day, rows.Current.Row.Flow));
            }
        }
    }

    // The queue gives up the earliest.
    private static readonly Comparer<(DateOnly Date, Guid Flow)> EarliestFirst =
        Comparer<(DateOnly Date, Guid Flow)>.Create((a, b) => a.Date != b.Date ? a.Date.CompareTo(b.Date) : b.Flow.CompareTo(a.Flow));

    private static readonly Comparer<(int Day, Guid Flow)> LatestFirst =
        Comparer<(int Day, Guid Flow)>.Create((a, b) => a.Day != b.Day ? b.Day.CompareTo(a.Day) : a.Flow.CompareTo(b.Flow));

    // Lines of one transaction lie beside each other.
    internal static IEnumerable<LedgerRow> Together(IEnumerable<LedgerRow> rows)
    {
        LedgerRow? open = null;
        foreach (var row in rows)
        {
            if (open is { } before && before.Flow == row.Flow && before.Reason == row.Reason)
            {
                open = before with { Amount = row.Amount is null ? before.Amount : (before.Amount ?? 0m) + row.Amount, Component = before.Component == row.Component ? row.Component : null, Judged = before.Judged == row.Judged ? row.Judged : null };
                continue;
            }

            if (open is not null) yield return open;
            open = row;
        }

        if (open is not null) yield return open;
    }
}

/// <summary>From a line's numbers to a row.</summary>
internal sealed class RowReading(CountedLedger ledger, LedgerQuestion question, PlanObjectives plan)
{
    private readonly Dictionary<int, decimal> weights = [];
    private readonly Dictionary<int, string> objectives = [];
    private readonly LedgerCodes codes = ledger.Codes;

    /// <summary>Null where nothing of it is asked for.</summary>
    public LedgerRow? RowOf(LedgerBlock block, LineColumns lines, int line)
    {
        var flow = lines.Flow[line];
        var activity = block.Flows.Activity[flow];
        if (IsNothing(lines.Objective[line], block.Activities.Aims[activity])) return null;
        var date = DayOf(block.Flows.Day[flow]);
        var row = new LedgerRow(
            ledger.Activities[block.Activities.Number[activity]],
            block.Flows.Id[flow],
            (TransactionType)block.Flows.Type[flow],
            date,
            codes.Partners.Value(lines.Partner[line]),
            codes.Components.Word(lines.Component[line]),
            ObjectiveOf(lines.Objective[line]),
            lines.Cents[line] == LineColumns.Unknown ? null : lines.Cents[line] / 100m,
            LineColumns.ReasonOf(lines.Reason[line]),
            Because(lines, line))
        {
            Spread = SpreadAmount.Of(date, DayOf(block.Activities.Starts[activity]), DayOf(block.Activities.Ends[activity])),
            Judged = codes.Judgements.Value(lines.Judged[line]),
            Probability = block.Activities.Probability[activity],
        };
        return Asked(row, block.Activities.Aims[activity]);
    }

    /// <summary>One for each transaction of a block, the latest first, with the number of its day.</summary>
    public IEnumerable<(LedgerRow Row, int Day)> RowsOf(LedgerBlock block, LineFilter filter)
    {
        var (lines, holding) = (block.Lines[filter.Slot], filter.On(block));
        if (!holding.CanHold) return [];
        var (from, until) = filter.Around(block);
        var rows = Enumerable.Range(from, until - from).Where(holding.Holds).Select(line => RowOf(block, lines, line)!);
        return LedgerRows.Together(rows).Select(row => (row, row.Date?.DayNumber ?? 0));
    }

    // Most money serves nothing in the plan: no row is made for it where only such is asked for.
    private bool IsNothing(int objective, int aims) =>
        (question.Serving && ObjectiveOf(objective) == LedgerQuestion.Undeclared) || (question.Weigh == Weighing.Alignment && WeightOf(aims) == 0m);

    private LedgerRow? Asked(LedgerRow row, int aims)
    {
        var weighed = question.Weigh switch
        {
            Weighing.Alignment => row with { Amount = Cents.Round((row.Amount ?? 0m) * WeightOf(aims)) },
            Weighing.Probability => row with { Amount = Cents.Round((row.Amount ?? 0m) * (row.Probability ?? 0m)) },
            _ => row,
        };
        if (question.Window is { } window) weighed = weighed with { Amount = weighed.Within(window) };
        return weighed.Amount == 0m && (question.Weigh is not null || question.Window is not null) ? null : weighed;
    }

    private decimal WeightOf(int aims) => weights.TryGetValue(aims, out var weight) ? weight : weights[aims] = Aims.WeightOf(codes.Aims.Word(aims), plan);

    private string ObjectiveOf(int code) => objectives.TryGetValue(code, out var objective) ? objective : objectives[code] = plan.Of(codes.Objectives.Word(code));

    private Guid[] Because(LineColumns lines, int line)
    {
        var at = lines.Because[line];
        return at == 0 ? [] : [.. lines.Pool.AsSpan(at + 1, lines.Pool[at]).ToArray().Select(n => ledger.Activities[n])];
    }

    private static DateOnly? DayOf(int number) => number == 0 ? null : DateOnly.FromDayNumber(number);
}
