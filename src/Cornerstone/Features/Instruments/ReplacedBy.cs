namespace Cornerstone.Features.Instruments;

/// <summary>Follows an instrument to what replaced it, and what replaced that.</summary>
public static class ReplacedBy
{
    /// <summary>The chain after this instrument, nearest first. A circle, which bad input can make, ends it.</summary>
    public static IReadOnlyList<Guid> Chain(Guid start, IReadOnlyDictionary<Guid, Guid> successors)
    {
        var chain = new List<Guid>();
        var next = start;
        while (successors.TryGetValue(next, out next) && next != start && !chain.Contains(next))
        {
            chain.Add(next);
        }

        return chain;
    }

    /// <summary>Whether naming this successor would close a circle.</summary>
    public static bool WouldCircle(Guid replaced, Guid successor, IReadOnlyDictionary<Guid, Guid> successors) =>
        successor == replaced || Chain(successor, successors).Contains(replaced);
}
