using Cornerstone.Features.IndicatorCatalogue;
using Cornerstone.Values;

namespace Cornerstone.Features.OdaEligibility;

/// <summary>
/// What the world gave to the core of the sector in one year, to hold a country's own figures against: US$ 802 million in 2019,
/// 0.6 per cent of the assistance of the Committee's members (S/2022/280, para. 47). Both are rounded, so what they imply of the
/// whole is a span.
/// </summary>
public static class SsrReferenceLine
{
    private const int Row = 10;
    private const decimal Million = 1_000_000m;

    public static readonly ReferenceFigure Source = ReferenceFigure.All.Single(f => f.Number == Row);

    public static readonly Money Amount = new(Source.Figure.Number!.Value * Million, Currency.UsDollar);

    public static readonly int Year = Period.Parse(Source.When!, null).From.Year;

    /// <summary>Of all assistance, printed to one decimal.</summary>
    public static readonly Percentage Share = new(0.006m);

    /// <summary>All assistance of that year, as far as two rounded figures tell; derived, and said to be.</summary>
    public static (Money Least, Money Most) ImpliedTotal => (
        new((Amount.Amount - Million / 2) / (Share.Share + HalfDigit), Currency.UsDollar),
        new((Amount.Amount + Million / 2) / (Share.Share - HalfDigit), Currency.UsDollar));

    private static decimal HalfDigit => 0.0005m;
}
