using System.Globalization;
using System.Text;

namespace Cornerstone.Access;

/// <summary>Where letters to an address arrive: what is written behind a "+" is the holder's own sorting.</summary>
/// <param name="Beginning">In capitals, before "+" and "@".</param>
/// <param name="Host">In capitals, from "@" on.</param>
internal sealed record Mailbox(string Beginning, string Host)
{
    public static Mailbox Of(string address)
    {
        var capital = address.Trim().ToUpperInvariant();
        var at = capital.LastIndexOf('@');
        var (own, host) = at < 0 ? (capital, "") : (capital[..at], capital[at..]);
        var plus = own.IndexOf('+', StringComparison.Ordinal);
        return new(plus > 0 ? own[..plus] : own, host);
    }
}

/// <summary>A name as two people would call it the same: without marks, order, signs and capitals.</summary>
internal static class SameName
{
    public static bool Are(string one, string other) => Words(one).SequenceEqual(Words(other));

    private static IEnumerable<string> Words(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormKD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) is not UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsLetterOrDigit(c) ? char.ToUpperInvariant(c) : ' ');
        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal);
    }
}
