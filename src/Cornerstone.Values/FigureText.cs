using System.Globalization;

namespace Cornerstone.Values;

/// <summary>The written form of a figure: "12.5", "3–6", "~50", "&lt;10", "&gt;100", "unknown", "n/a".</summary>
internal static class FigureText
{
    public const string Unknown = "unknown";
    public const string NotApplicable = "n/a";

    // Eight places are kept in storage; trailing zeros say nothing.
    private const string Plain = "0.########";

    public static string Write(Figure figure, string? format, IFormatProvider? provider)
    {
        string Number(decimal? number) => number!.Value.ToString(format ?? Plain, provider ?? CultureInfo.InvariantCulture);
        var about = figure.IsApproximate ? "~" : "";
        return figure switch
        {
            { State: FigureState.Unknown } => Unknown,
            { State: FigureState.NotApplicable } => NotApplicable,
            { IsUpperBound: true } => $"<{Number(figure.High)}",
            { IsLowerBound: true } => $">{Number(figure.Low)}",
            { IsInterval: true } => $"{about}{Number(figure.Low)}–{Number(figure.High)}",
            _ => about + Number(figure.Low),
        };
    }

    /// <summary>Null when it is not understood: an empty cell is not zero, nor is it unknown; the caller decides what it means.</summary>
    public static Figure? Read(string? text, IFormatProvider? provider)
    {
        var written = (text ?? "").Trim().ToUpperInvariant();
        return written switch
        {
            "" => null,
            "UNKNOWN" or "?" or "…" or "..." or ".." => Figure.Unknown,
            "N/A" or "NA" or "N.A." or "NOT APPLICABLE" => Figure.NotApplicable,
            ['~' or '≈', .. var rest] => ReadRange(rest, isApproximate: true, provider),
            ['<', .. var rest] => Number(rest, provider) is { } high ? Figure.Below(high) : null,
            ['>', .. var rest] => Number(rest, provider) is { } low ? Figure.Above(low) : null,
            _ => ReadRange(written, isApproximate: false, provider),
        };
    }

    private static Figure? ReadRange(string text, bool isApproximate, IFormatProvider? provider)
    {
        if (Number(text, provider) is { } one)
        {
            return isApproximate ? Figure.About(one) : Figure.Exact(one);
        }

        // The first character may be the minus of a negative number and never separates.
        var dash = text.Length < 3 ? -1 : text.IndexOfAny(['–', '-'], 1);
        return dash > 0 && Number(text[..dash], provider) is { } low && Number(text[(dash + 1)..], provider) is { } high && low <= high
            ? Figure.Between(low, high, isApproximate)
            : null;
    }

    private static decimal? Number(string text, IFormatProvider? provider)
    {
        var numbers = NumberFormatInfo.GetInstance(provider ?? CultureInfo.InvariantCulture);
        var written = text.Trim().Replace('\u2212', '-').TrimEnd('%').TrimEnd();
        return decimal.TryParse(Ungrouped(written, numbers), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, numbers, out var number) ? number : null;
    }

    // The framework reads "12,5" in English as 125. Only true groups of three are groups; spaces group in every language.
    private static string Ungrouped(string written, NumberFormatInfo numbers)
    {
        var spaced = written.Replace('\u00a0', ' ').Replace('\u202f', ' ');
        var separator = spaced.Contains(' ') ? " " : numbers.NumberGroupSeparator;
        var end = spaced.IndexOf(numbers.NumberDecimalSeparator, StringComparison.Ordinal);
        var groups = (end < 0 ? spaced : spaced[..end]).TrimStart('-').Split(separator);
        return groups.Length > 1 && groups[0].Length is > 0 and <= 3 && groups.Skip(1).All(g => g.Length == 3)
            ? spaced.Replace(separator, "", StringComparison.Ordinal)
            : spaced;
    }
}
