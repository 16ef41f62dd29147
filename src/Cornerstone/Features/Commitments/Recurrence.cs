using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Cornerstone.Features.Commitments;

public enum RecurrenceUnit
{
    Days,
    Weeks,
    Months,
    Years,
}

/// <summary>How often something falls due again, "every 90 days", as the text engine codes it.</summary>
public sealed record Recurrence(int Number, RecurrenceUnit Unit) : IParsable<Recurrence>
{
    /// <summary>The n-th date of the row, from the first date and never from a delivery: a late report does not move the next.</summary>
    public DateOnly After(DateOnly first, int times) => Unit switch
    {
        RecurrenceUnit.Days => first.AddDays(Number * times),
        RecurrenceUnit.Weeks => first.AddDays(7 * Number * times),
        RecurrenceUnit.Months => first.AddMonths(Number * times),
        _ => first.AddYears(Number * times),
    };

    public override string ToString() => Number == 1
        ? $"every {Unit.ToString().ToLowerInvariant()[..^1]}"
        : string.Create(CultureInfo.InvariantCulture, $"every {Number} {Unit.ToString().ToLowerInvariant()}");

    public static Recurrence Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var result) ? result : throw new FormatException($"Not a recurrence: {s}");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, [MaybeNullWhen(false)] out Recurrence result)
    {
        result = (s ?? "").ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries) switch
        {
            ["every", var unit] => Of(1, unit),
            ["every", var number, var unit] when int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n is > 0 and <= 3_650 => Of(n, unit),
            _ => null,
        };
        return result is not null;
    }

    private static Recurrence? Of(int number, string unit) => unit.TrimEnd('s') switch
    {
        "day" => new(number, RecurrenceUnit.Days),
        "week" => new(number, RecurrenceUnit.Weeks),
        "month" => new(number, RecurrenceUnit.Months),
        "year" => new(number, RecurrenceUnit.Years),
        _ => null,
    };
}
