using Cornerstone.Values;

namespace Cornerstone.Features.Strength;

/// <summary>What was reported for one day and kind, as far as the reader may see it.</summary>
/// <param name="Total">All ranks and ages, by sex.</param>
/// <param name="ShareOfWomen">Null where it cannot be told.</param>
public sealed record StrengthReport(DateOnly AsAt, StrengthKind Kind, StrengthRow Total, Percentage? ShareOfWomen, string? Source)
{
    /// <summary>One for each day and kind, the latest first.</summary>
    public static IReadOnlyList<StrengthReport> Of(IEnumerable<InstitutionStrength> stored, bool mayCountFew) => [.. stored
        .GroupBy(s => (s.AsAt, s.Kind)).OrderByDescending(g => g.Key.AsAt).ThenBy(g => g.Key.Kind)
        .Select(g => new StrengthReport(
            g.Key.AsAt, g.Key.Kind, StrengthTable.ByRank([.. g], mayCountFew).Rows[^1],
            StrengthTable.ShareOfWomen(g.Where(s => s.IsAnyAge)), g.Select(s => s.Source).FirstOrDefault(s => s is not null)))];
}
