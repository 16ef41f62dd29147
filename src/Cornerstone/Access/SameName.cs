using System.Globalization;
using System.Text;

namespace Cornerstone.Access;

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
