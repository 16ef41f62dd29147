using System.Globalization;
using Cornerstone.Sheets;
using Cornerstone.Values;

namespace Cornerstone.Features.ExchangeRates;

/// <summary>How one currency came after another.</summary>
public enum SuccessionKind
{
    /// <summary>The same money counted in another unit: both codes mean it on any day.</summary>
    Unit,

    /// <summary>It was given up for one that existed apart from it: the ratio holds from the day on, and never before.</summary>
    Union,
}

/// <summary>A currency that took another's place at a fixed ratio, and who decided so.</summary>
/// <param name="Units">Of the old one for one of the new.</param>
public sealed record CurrencySuccession(Currency Old, Currency New, DateOnly Day, decimal Units, SuccessionKind Kind, string Source)
{
    /// <summary>Those that still occur in files of aid flows; each with its source (decision 31).</summary>
    public static readonly IReadOnlyList<CurrencySuccession> All =
        [.. NamedRows.Within(typeof(CurrencySuccession).Assembly, "ExchangeRates/successions.csv").Select(Read)];

    private static CurrencySuccession Read(IReadOnlyDictionary<string, string> row) => new(
        Currency.Parse(row["old"], null),
        Currency.Parse(row["new"], null),
        DateOnly.ParseExact(row["day"], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        decimal.Parse(row["units"], CultureInfo.InvariantCulture),
        Enum.Parse<SuccessionKind>(row["kind"]),
        row["source"]);
}
