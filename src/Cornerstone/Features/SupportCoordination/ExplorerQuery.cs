using Cornerstone.Features.CountedSupport;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>Conditions of a question as they stand in an address, each axis by its own word.</summary>
public static class ExplorerQuery
{
    // Longer than any code or id.
    private const int LongestValue = 200;

    public static IReadOnlyDictionary<LedgerAxis, string> OnlyOf(IQueryCollection query) => LedgerAxis.All
        .Select(axis => (axis, Value: query[axis.Word].ToString()))
        .Where(o => o.Value.Length is > 0 and <= LongestValue)
        .ToDictionary(o => o.axis, o => o.Value);
}
