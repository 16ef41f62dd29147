using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Features.SupportSheets;

/// <summary>What the headings of a table probably say. A guess is shown, never used by itself.</summary>
internal static partial class TableGuess
{
    public static List<TableColumn> Of(IReadOnlyList<string> headings, IReadOnlyList<TableColumn> kept)
    {
        var before = kept.DistinctBy(c => c.Heading).ToDictionary(c => c.Heading);
        var taken = new HashSet<TableField>();
        var (known, isOpen) = KnownTo([.. headings.Select(Plain)]);
        return [.. headings.Select(h => before.GetValueOrDefault(h) ?? (kept.Count > 0 ? new(h, TableField.Ignored) : Guess(h, known, isOpen, taken)))];
    }

    /// <summary>Without spaces, signs and capitals.</summary>
    public static string Plain(string heading) => new([.. heading.ToLowerInvariant().Where(char.IsAsciiLetterOrDigit)]);

    /// <summary>"2021", "Disbursed 2021".</summary>
    public static bool NamesYear(string heading) => Year().IsMatch(heading);

    // A layout that is known has no other columns of money than those it is known for.
    private static (FrozenDictionary<string, TableField> Known, bool IsOpen) KnownTo(HashSet<string> headings) =>
        headings.Contains(KnownHeadings.OfTossd) ? (KnownHeadings.Tossd, false)
        : headings.Contains(KnownHeadings.OfCrs) ? (KnownHeadings.Crs, false)
        : headings.Any(h => h.StartsWith("evensplit", StringComparison.Ordinal)) ? (KnownHeadings.PlaceByPlace, false)
        : (KnownHeadings.National, true);

    private static TableColumn Guess(string heading, FrozenDictionary<string, TableField> known, bool isOpen, HashSet<TableField> taken)
    {
        var year = Year().Match(heading) is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : (int?)null;
        var plain = Plain(year is null ? heading : Year().Replace(heading, ""));
        var field = known.GetValueOrDefault(plain, isOpen ? Worded(plain) : TableField.Ignored);
        // What may stand once only is taken by the first column that looks like it.
        return TableMapping.IsStage(field) ? new(heading, field, year)
            : year is null && field != TableField.Ignored && taken.Add(field) ? new(heading, field)
            : new(heading, TableField.Ignored);
    }

    private static TableField Worded(string plain) => plain.StartsWith("committed", StringComparison.Ordinal) || plain.StartsWith("commitment", StringComparison.Ordinal) ? TableField.Committed
        : plain.StartsWith("disburse", StringComparison.Ordinal) ? TableField.PaidOut
        : plain.StartsWith("expenditure", StringComparison.Ordinal) ? TableField.Spent
        : TableField.Ignored;

    [GeneratedRegex(@"(?<!\d)(19|20)\d\d(?!\d)")]
    private static partial Regex Year();
}
