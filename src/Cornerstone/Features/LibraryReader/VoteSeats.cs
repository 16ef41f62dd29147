using System.Globalization;
using Cornerstone.Languages;
using Cornerstone.Texts;

namespace Cornerstone.Features.LibraryReader;

public enum VoteCast
{
    For,
    Against,
    Abstain,
    Absent,
}

/// <summary>One member's seat on the vote card.</summary>
public sealed record VoteSeat(string Member, VoteCast Cast, bool IsPermanent)
{
    public string Mark => Cast switch
    {
        VoteCast.For => "✓",
        VoteCast.Against => "✕",
        VoteCast.Abstain => "–",
        _ => "○",
    };

    public string Words(Text T) => Cast switch
    {
        VoteCast.For => T["voted for"],
        VoteCast.Against => T["voted against"],
        VoteCast.Abstain => T["abstained"],
        _ => T["was absent"],
    };
}

/// <summary>The seats of a recorded vote, permanent members first, then by name (Charter of the United Nations, Art. 23).</summary>
public static class VoteSeats
{
    private static readonly string[] Permanent = ["China", "France", "Russia", "United Kingdom", "United States", "Union of Soviet"];

    public static IReadOnlyList<VoteSeat> Of(Vote vote) =>
    [
        .. Seats(vote.For, VoteCast.For).Concat(Seats(vote.Against, VoteCast.Against)).Concat(Seats(vote.Abstain, VoteCast.Abstain)).Concat(Seats(vote.Absent, VoteCast.Absent))
            .OrderByDescending(s => s.IsPermanent)
            .ThenBy(s => s.Member, StringComparer.Ordinal),
    ];

    private static IEnumerable<VoteSeat> Seats(IEnumerable<string> members, VoteCast cast) =>
        members.Select(m => new VoteSeat(Readable(m), cast, IsPermanentMember(m)));

    // Metadata shouts ("VIET NAM"); people read names.
    private static string Readable(string member) => member.Any(char.IsLower)
        ? member
        : CultureInfo.InvariantCulture.TextInfo.ToTitleCase(member.ToLowerInvariant())
            .Replace(" And ", " and ", StringComparison.Ordinal).Replace(" Of ", " of ", StringComparison.Ordinal).Replace(" The ", " the ", StringComparison.Ordinal);

    private static bool IsPermanentMember(string member) => Permanent.Any(p => member.StartsWith(p, StringComparison.OrdinalIgnoreCase));
}
