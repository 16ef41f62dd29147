namespace Cornerstone.Features.SupportLedger;

/// <summary>How a part of an activity's money is said to be divided.</summary>
public enum ShareKind
{
    Declared,

    /// <summary>Of the whole so much is left after all that was declared.</summary>
    Undeclared,

    /// <summary>Several are named and nobody said how much falls to which: an even split would be a guess.</summary>
    Undivided,
}

/// <summary>A part of the whole: 0.6 to sector 15210.</summary>
/// <param name="Code">Null unless declared.</param>
public sealed record LedgerShare(ShareKind Kind, string? Code, decimal Part)
{
    public static readonly LedgerShare NobodySaid = new(ShareKind.Undeclared, null, 1m);

    public static readonly LedgerShare NotDivided = new(ShareKind.Undivided, null, 1m);
}

/// <summary>
/// Money by sector, country, objective and region: amount × share × share, exactly. The parts of a whole always add up to it:
/// what is not declared is shown as such, and shares beyond a hundred per cent are taken in proportion, because no dollar is
/// counted more than once.
/// </summary>
public static class LedgerShares
{
    // Three thirds of 33.33 per cent are a whole.
    private const decimal Slack = 0.001m;

    /// <param name="declared">In per cent; null where nobody said how much.</param>
    public static IReadOnlyList<LedgerShare> Of(IEnumerable<(string Code, decimal? Percentage)> declared)
    {
        var named = declared.GroupBy(d => d.Code).Select(g => (Code: g.Key, Part: g.Any(d => d.Percentage is not null) ? g.Sum(d => Math.Max(d.Percentage ?? 0m, 0m)) / 100m : (decimal?)null))
            .OrderBy(d => d.Code, StringComparer.Ordinal).ToList();
        var said = named.Where(d => d.Part > 0m).ToList();
        return (named, said) switch
        {
            ([], _) => [LedgerShare.NobodySaid],
            ([{ Part: null } only], _) => [new(ShareKind.Declared, only.Code, 1m)],
            (_, []) => named.Exists(d => d.Part is null) ? [LedgerShare.NotDivided] : [LedgerShare.NobodySaid],
            _ => Divided([.. said.Select(d => (d.Code, d.Part!.Value))], hasMore: named.Exists(d => d.Part is null)),
        };
    }

    private static List<LedgerShare> Divided(List<(string Code, decimal Part)> said, bool hasMore)
    {
        var sum = said.Sum(d => d.Part);
        var rest = 1m - sum;
        if (rest > Slack)
        {
            return [.. said.Select(d => new LedgerShare(ShareKind.Declared, d.Code, d.Part)), new(hasMore ? ShareKind.Undivided : ShareKind.Undeclared, null, rest)];
        }

        // The last one takes what division leaves over, so that the parts are a whole to the last digit.
        var parts = said.Select(d => decimal.Round(d.Part / sum, 12)).ToList();
        parts[^1] = 1m - parts.SkipLast(1).Sum();
        return [.. said.Select((d, i) => new LedgerShare(ShareKind.Declared, d.Code, parts[i]))];
    }
}
