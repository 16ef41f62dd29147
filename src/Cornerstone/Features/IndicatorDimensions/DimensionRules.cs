using System.Text.RegularExpressions;
using Cornerstone.Features.Benchmarks;
using Cornerstone.Values;

namespace Cornerstone.Features.IndicatorDimensions;

/// <summary>What a dimension of a country's own must hold before values are split by it.</summary>
public static partial class DimensionRules
{
    public const int LongestMember = 40;

    private const int FewestMembers = 2;

    public static Refusal? CheckCode(string code) => code switch
    {
        _ when !Code().IsMatch(code) => new("dimensions.code", OwnDimension.LongestCode),
        _ when code == CountryDimensions.Region || StandardDimensions.Of(code) is not null => new("dimensions.standard", code),
        _ => null,
    };

    /// <summary>Each refusal with the place of the part it is about; −1 is the dimension as a whole.</summary>
    public static IEnumerable<(int At, Refusal Refusal)> CheckMembers(IReadOnlyList<DimensionMember> members)
    {
        if (members.Count < FewestMembers)
        {
            yield return (-1, new("dimensions.few-members"));
        }

        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var i = 0; i < members.Count; i++)
        {
            var (code, name) = (members[i].Code, members[i].Name);
            if (!MemberCode().IsMatch(code)) yield return (i, new("dimensions.member-code", LongestMember));
            else if (string.Equals(code, StandardDimensions.Unknown, StringComparison.OrdinalIgnoreCase)) yield return (i, new("dimensions.member-unknown"));
            else if (!seen.Add(code)) yield return (i, new("dimensions.member-twice", code));
            else if (name.IsEmpty) yield return (i, new("dimensions.member-name"));
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9-]{0,29}$", RegexOptions.NonBacktracking)]
    private static partial Regex Code();

    // Neither "=" nor ";": they hold the written form of a part together.
    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9+_-]{0,39}$", RegexOptions.NonBacktracking)]
    private static partial Regex MemberCode();
}
