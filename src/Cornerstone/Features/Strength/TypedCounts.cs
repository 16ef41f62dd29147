using System.Globalization;
using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Cornerstone.Features.Strength;

/// <summary>The grid a person fills in: people by rank level and sex. An empty cell is not known, and is not zero.</summary>
internal static class TypedCounts
{
    private const int MostPeople = 100_000_000;

    public static readonly RankLevel[] Levels = [.. Enum.GetValues<RankLevel>().Where(l => l != RankLevel.All), RankLevel.All];
    public static readonly StrengthSex[] Sexes = [StrengthSex.Women, StrengthSex.Men, StrengthSex.Unknown, StrengthSex.All];

    public static Dictionary<(RankLevel Level, StrengthSex Sex), int> Read(IReadOnlyDictionary<string, string?> typed, ModelStateDictionary state, Text T)
    {
        var cells = new Dictionary<(RankLevel, StrengthSex), int>();
        foreach (var (level, sex) in from level in Levels from sex in Sexes select (level, sex))
        {
            var written = typed.GetValueOrDefault(KeyOf(level, sex))?.Trim();
            if (string.IsNullOrEmpty(written))
            {
                continue;
            }

            if (int.TryParse(written, NumberStyles.AllowThousands, T.Language.Culture, out var people) && people is >= 0 and <= MostPeople)
            {
                cells[(level, sex)] = people;
            }
            else
            {
                state.AddModelError("", T["{0}, {1}: \"{2}\" is not a whole number of people.", T.Of(level), T.Of(sex), written]);
            }
        }

        return cells;
    }

    public static string KeyOf(RankLevel level, StrengthSex sex) => $"{level}.{sex}";
}
