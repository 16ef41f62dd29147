namespace Cornerstone.Ui;

/// <summary>Which rows of a list one page shows: from row <paramref name="Start"/>, at most <paramref name="Size"/> of <paramref name="Count"/>.</summary>
public readonly record struct PageRows(int Start, int Size, int Count)
{
    /// <summary>Where the page before this one begins; null on the first.</summary>
    public int? Before => Start > 0 ? Math.Max(0, Start - Size) : null;

    /// <summary>Where the next page begins; null on the last.</summary>
    public int? After => Start < Count - Size ? Start + Size : null;

    /// <summary>The page that begins where an address asks; whoever asks beyond the end gets the last page.</summary>
    public static PageRows From(int asked, int size, int count) =>
        new(asked < count ? Math.Max(0, asked) : Math.Max(0, count - 1) / size * size, size, count);
}
