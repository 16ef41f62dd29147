namespace Cornerstone.Features.CountedSupport;

/// <summary>
/// Words as small numbers, so that a line of the ledger holds numbers only. Nought is "nobody said". It only grows: whoever reads an
/// older ledger finds in it what he did before.
/// </summary>
public sealed class CodeTable<T> where T : notnull
{
    private readonly Lock turn = new();
    private readonly Dictionary<T, int> codes = [];
    private T[] values = new T[16];

    /// <summary>All codes are below it.</summary>
    public int Count { get; private set; } = 1;

    public T this[int code] => values[code];

    public int Of(T value)
    {
        lock (turn)
        {
            if (codes.TryGetValue(value, out var code)) return code;
            if (Count == values.Length) Array.Resize(ref values, 2 * Count);
            values[Count] = value;
            return codes[value] = Count++;
        }
    }

    /// <summary>Null where no line ever had it.</summary>
    public int? Find(T value)
    {
        lock (turn)
        {
            return codes.TryGetValue(value, out var code) ? code : null;
        }
    }
}

internal static class CodeTables
{
    public static int OfWord(this CodeTable<string> table, string? word) => word is null ? 0 : table.Of(word);

    public static int OfValue<T>(this CodeTable<T> table, T? value) where T : struct => value is { } known ? table.Of(known) : 0;

    public static string? Word(this CodeTable<string> table, int code) => code == 0 ? null : table[code];

    public static T? Value<T>(this CodeTable<T> table, int code) where T : struct => code == 0 ? null : table[code];
}

/// <summary>The tables of one ledger.</summary>
public sealed class LedgerCodes
{
    public CodeTable<Guid> Partners { get; } = new();

    public CodeTable<int> Years { get; } = new();

    public CodeTable<string> Components { get; } = new();

    public CodeTable<string> Sectors { get; } = new();

    /// <summary>Words of <see cref="Aims.Divided"/>.</summary>
    public CodeTable<string> Objectives { get; } = new();

    /// <summary>Words of <see cref="Aims.Write"/>.</summary>
    public CodeTable<string> Aims { get; } = new();

    public CodeTable<string> Regions { get; } = new();

    public CodeTable<string> FlowTypes { get; } = new();

    public CodeTable<string> FinanceTypes { get; } = new();

    public CodeTable<string> AidTypes { get; } = new();

    public CodeTable<LineJudgement> Judgements { get; } = new();

    /// <summary>Markers of one activity with their significance, as one word.</summary>
    public CodeTable<string> Markers { get; } = new();

    /// <summary>Words of <see cref="CrsWord"/>.</summary>
    public CodeTable<string> Crs { get; } = new();
}
