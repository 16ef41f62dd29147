namespace Cornerstone.Disclosure;

/// <summary>
/// When a number of people may be told, and how exactly: fewer than the threshold are not told at all, the others rounded
/// (security handbook §2, goal 11, and §5.11: threshold 10, rounded to 5; domain handbook §0.3).
/// </summary>
/// <param name="Threshold">The least number of people that may be told.</param>
/// <param name="Base">To the nearest multiple of which numbers are rounded.</param>
public sealed record CountRule(long Threshold, long Base)
{
    public static readonly CountRule Default = new(10, 5);

    /// <summary>Fewer people than may be told; nobody counts as few, for "none of them" says something about each.</summary>
    public bool IsSmall(long count) => count < Threshold;

    public long Rounded(long count) => (count + (Base / 2)) / Base * Base;

    /// <summary>What a reader of the rounded number knows of the true one.</summary>
    internal (long Least, long? Most) Told(long count)
    {
        var least = Rounded(count) - (Base / 2);
        return (Math.Max(Threshold, least), least + Base - 1);
    }

    /// <summary>
    /// How far a reader must stay from a small number: it may be none for all they know, or fewer by the base of rounding; and it may be
    /// as many as may be told, or more by the base (attack case SC-01).
    /// </summary>
    internal (long Least, long Most) MustSeemPossible(long count) => (Math.Max(0, count - Base), Math.Max(Threshold, count + Base));
}
