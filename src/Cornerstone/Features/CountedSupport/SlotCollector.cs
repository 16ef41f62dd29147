using System.Runtime.InteropServices;

namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// Collects the cells of one view of one stage. A cell goes by a row of numbers: for each of its lines the codes of all columns, and
/// whether the amount is known.
/// </summary>
internal sealed class SlotCollector
{
    private static readonly int Width = CellColumns.Count + 1;

    private readonly Dictionary<int[], int> cells = new(new SameNumbers());
    private readonly Dictionary<int[], int>.AlternateLookup<ReadOnlySpan<int>> byNumbers;
    private readonly List<int[]> names = [];
    private readonly List<int> first = [0];
    private readonly List<int> flows = [];
    private readonly List<Int128> cents = [];
    private int[] name = new int[16 * Width];
    private Int128[] amounts = new Int128[16];

    public SlotCollector() => byNumbers = cells.GetAlternateLookup<ReadOnlySpan<int>>();

    public bool IsEmpty => flows.Count == 0;

    /// <param name="gone">Null: adds all of the block. Else takes these activities away, by their numbers.</param>
    public void Add(LedgerBlock block, LineColumns lines, HashSet<int>? gone)
    {
        for (int from = 0, until; from < lines.Flow.Length; from = until)
        {
            var flow = lines.Flow[from];
            for (until = from + 1; until < lines.Flow.Length && lines.Flow[until] == flow;) until++;
            if (lines.Reason[from] == LineColumns.Gone || gone?.Contains(block.Activities.Number[block.Flows.Activity[flow]]) == false) continue;
            Make(until - from);
            for (var line = from; line < until; line++) Read(block, lines, line, line - from, gone is null ? 1 : -1);
            Add(until - from, gone is null ? 1 : -1);
        }
    }

    public void Add(CellColumns columns)
    {
        for (var cell = 0; cell < columns.Flows.Length; cell++)
        {
            var (from, until) = (columns.First[cell], columns.First[cell + 1]);
            Make(until - from);
            for (var line = from; line < until; line++)
            {
                var at = (line - from) * Width;
                for (var column = 0; column < CellColumns.Count; column++) name[at + column] = columns.Codes[column][line];
                (name[at + Width - 1], amounts[line - from]) = (columns.IsKnown[line] ? 1 : 0, columns.Cents[line]);
            }

            Add(until - from, columns.Flows[cell]);
        }
    }

    /// <summary>Without cells of which nothing is left.</summary>
    public CellColumns Columns()
    {
        var left = Enumerable.Range(0, flows.Count).Where(c => flows[c] != 0 || LinesOf(c).Any(l => cents[l] != 0)).ToList();
        var begins = new int[left.Count + 1];
        for (var cell = 0; cell < left.Count; cell++) begins[cell + 1] = begins[cell] + LinesOf(left[cell]).Count();
        return new(
            begins,
            [.. left.Select(c => flows[c])],
            [.. Enumerable.Range(0, CellColumns.Count).Select(column => left.SelectMany(c => Column(names[c], column)).ToArray())],
            [.. left.SelectMany(LinesOf).Select(l => cents[l])],
            [.. left.SelectMany(c => Column(names[c], Width - 1)).Select(k => k == 1)]);
    }

    private IEnumerable<int> LinesOf(int cell) => Enumerable.Range(first[cell], first[cell + 1] - first[cell]);

    private static IEnumerable<int> Column(int[] name, int column)
    {
        for (var at = column; at < name.Length; at += Width) yield return name[at];
    }

    private void Make(int lines)
    {
        if (amounts.Length >= lines) return;
        Array.Resize(ref amounts, 2 * lines);
        Array.Resize(ref name, 2 * lines * Width);
    }

    private void Read(LedgerBlock block, LineColumns lines, int line, int place, int sign)
    {
        var flow = lines.Flow[line];
        var activity = block.Flows.Activity[flow];
        ReadOnlySpan<int> codes =
        [
            lines.Partner[line], lines.Component[line], lines.Sector[line], lines.Objective[line], lines.Judged[line], lines.Reason[line],
            block.Flows.Type[flow], block.Flows.Year[flow], block.Flows.FlowType[flow], block.Flows.FinanceType[flow], block.Flows.AidType[flow],
            block.Activities.Region[activity], block.Activities.Markers[activity], block.Activities.Crs[activity],
            lines.Cents[line] == LineColumns.Unknown ? 0 : 1,
        ];
        codes.CopyTo(name.AsSpan(place * Width));
        amounts[place] = lines.Cents[line] == LineColumns.Unknown ? 0 : sign * (Int128)lines.Cents[line];
    }

    private void Add(int lines, int transactions)
    {
        var numbers = name.AsSpan(0, lines * Width);
        if (!byNumbers.TryGetValue(numbers, out var cell))
        {
            cell = flows.Count;
            names.Add(numbers.ToArray());
            cells.Add(names[cell], cell);
            flows.Add(0);
            for (var line = 0; line < lines; line++) cents.Add(0);
            first.Add(cents.Count);
        }

        flows[cell] += transactions;
        for (var line = 0; line < lines; line++) cents[first[cell] + line] += amounts[line];
    }

    private sealed class SameNumbers : IEqualityComparer<int[]>, IAlternateEqualityComparer<ReadOnlySpan<int>, int[]>
    {
        public bool Equals(int[]? x, int[]? y) => x.AsSpan().SequenceEqual(y);

        public bool Equals(ReadOnlySpan<int> alternate, int[] other) => alternate.SequenceEqual(other);

        public int GetHashCode(int[] obj) => GetHashCode(obj.AsSpan());

        public int GetHashCode(ReadOnlySpan<int> alternate)
        {
            var hash = new HashCode();
            hash.AddBytes(MemoryMarshal.AsBytes(alternate));
            return hash.ToHashCode();
        }

        public int[] Create(ReadOnlySpan<int> alternate) => alternate.ToArray();
    }
}
