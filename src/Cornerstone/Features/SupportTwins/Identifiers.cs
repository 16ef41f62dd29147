namespace Cornerstone.Features.SupportTwins;

/// <summary>What sources call an activity. One writes its own number before it or leaves the publisher away: "XM-EX-47-2009-114" and "2009114".</summary>
public static class Identifiers
{
    // Shorter numbers are those of chapters and phases.
    private const int ShortestNumber = 6;

    /// <summary>One names the other, whole or by its own number.</summary>
    public static bool AreOne(ToldActivity one, ToldActivity other) => Names(one).Any(a => Names(other).Any(b => AreOne(a, b)));

    /// <summary>By which an activity is looked for: its whole names, and what they end with.</summary>
    public static IEnumerable<string> Keys(ToldActivity activity) => Names(activity).SelectMany(n => n.Parts).Distinct();

    private static bool AreOne((string Whole, IReadOnlyList<string> Parts) one, (string Whole, IReadOnlyList<string> Parts) other) =>
        one.Whole == other.Whole || one.Parts.Contains(other.Whole) || other.Parts.Contains(one.Whole);

    private static IEnumerable<(string Whole, IReadOnlyList<string> Parts)> Names(ToldActivity activity) =>
        activity.OtherIdentifiers.Prepend(activity.Identifier).Select(Of).Where(n => n.Whole.Length > 0);

    private static (string Whole, IReadOnlyList<string> Parts) Of(string identifier)
    {
        var pieces = identifier.ToUpperInvariant().Split(['-', '/', ':', ' ', '_', '.'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var ends = Enumerable.Range(0, pieces.Length).Select(from => string.Concat(pieces[from..]));
        return (string.Concat(pieces), [.. ends.Where(end => end.Length == string.Concat(pieces).Length || (end.Length >= ShortestNumber && end.Count(char.IsAsciiDigit) >= ShortestNumber - 2))]);
    }
}
