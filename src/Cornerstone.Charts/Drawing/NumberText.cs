using System.Globalization;

namespace Cornerstone.Charts.Drawing;

/// <summary>Figures as the reader's culture writes them: exact for tables and tooltips, short for axes and marks.</summary>
internal sealed class NumberText(ChartOptions options)
{
    private const decimal ShortenFrom = 10_000m;
    private const int SignificantDigits = 3;

    private readonly CultureInfo culture = options.Culture;
    private readonly (decimal Size, string Name)[] units = UnitsOf(options.Culture.TwoLetterISOLanguageName);

    public string Exact(decimal amount) => amount.ToString("#,##0.############################", culture);

    public string Exact(ChartValue value) => value.State switch
    {
        ChartValueState.Known => Exact(value.Amount.GetValueOrDefault()),
        ChartValueState.NotApplicable => options.Labels.NotApplicable,
        _ => options.Labels.Unknown,
    };

    public ChartTableCell Cell(ChartValue value, string? href = null) => new(Exact(value), value.State == ChartValueState.Known, href);

    /// <summary>About three digits: "9,120", "12.3K", "1.2M". Kept in order by itself in a right-to-left drawing.</summary>
    public string Short(decimal amount) => Bidi.Isolate(Shortened(amount), options.RightToLeft);

    /// <summary>Each end is isolated, not the whole: Arabic readers read the range from the right.</summary>
    public string Range(decimal low, decimal high) => low < 0 ? $"{Short(low)} – {Short(high)}" : $"{Short(low)}–{Short(high)}";

    private string Shortened(decimal amount)
    {
        var size = Math.Abs(amount);
        if (size < ShortenFrom) return RoundTo(amount, SignificantDigits + 1).ToString("#,##0.############", culture);

        // 999,999 rounds to a million, so the unit is chosen after rounding.
        var rounded = RoundTo(amount, SignificantDigits);
        var unit = Array.FindLast(units, u => u.Size <= Math.Abs(rounded) || u.Size == units[0].Size);
        var figure = (rounded / unit.Size).ToString("#,##0.##", culture);
        // The minus would go to the other side of the figure, drawn along by the Arabic word behind it.
        return (amount < 0 && options.RightToLeft ? Bidi.Isolated(figure) : figure) + unit.Name;
    }

    private static decimal RoundTo(decimal amount, int digits)
    {
        if (amount == 0) return 0;

        var magnitude = (int)Math.Floor(Math.Log10((double)Math.Abs(amount))) + 1;
        var decimals = digits - magnitude;
        if (decimals >= 0) return Math.Round(amount, Math.Min(decimals, 28), MidpointRounding.AwayFromZero);

        var unit = PowerOfTen(-decimals);
        return Math.Round(amount / unit, MidpointRounding.AwayFromZero) * unit;
    }

    internal static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < Math.Abs(exponent); i++) power *= 10m;
        return exponent < 0 ? 1m / power : power;
    }

    // Abbreviations as newspapers of each language print them; a no-break space where one is customary.
    private static (decimal, string)[] UnitsOf(string language) => language switch
    {
        "ar" => Thousands("\u00A0ألف", "\u00A0مليون", "\u00A0مليار", "\u00A0تريليون"),
        "es" => Thousands("\u00A0mil", "\u00A0M", "\u00A0mil\u00A0M", "\u00A0B"),
        "fr" => Thousands("\u00A0k", "\u00A0M", "\u00A0Md", "\u00A0Bn"),
        "ru" => Thousands("\u00A0тыс.", "\u00A0млн", "\u00A0млрд", "\u00A0трлн"),
        "zh" => [(10_000m, "万"), (100_000_000m, "亿"), (1_000_000_000_000m, "万亿")],
        _ => Thousands("K", "M", "B", "T"),
    };

    private static (decimal, string)[] Thousands(string thousand, string million, string milliard, string billion) =>
        [(1_000m, thousand), (1_000_000m, million), (1_000_000_000m, milliard), (1_000_000_000_000m, billion)];
}
