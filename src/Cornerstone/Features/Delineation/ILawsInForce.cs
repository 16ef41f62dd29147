namespace Cornerstone.Features.Delineation;

/// <summary>A law as the matrix names it.</summary>
/// <param name="IsInForce">False when it was a bill, or repealed, on the day asked about.</param>
public sealed record CitedLaw(Guid Id, string Name, bool IsInForce, string? Language = null);

/// <summary>Answered by the room that tracks laws: rule R8, "laws cited must be in force on the date" (domain handbook §3.5).</summary>
public interface ILawsInForce
{
    /// <summary>Every law of the country that the reader may see, as it stood on the day.</summary>
    Task<IReadOnlyList<CitedLaw>> OnAsync(string country, DateOnly day, CancellationToken ct);
}
