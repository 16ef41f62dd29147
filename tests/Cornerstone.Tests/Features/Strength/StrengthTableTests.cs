using Cornerstone.Features.Strength;
using Cornerstone.Values;

namespace Cornerstone.Tests.Features.Strength;

public sealed class StrengthTableTests
{
    [Fact]
    public void A_total_that_its_sexes_contradict_is_a_finding_and_nothing_is_corrected()
    {
        var table = Table(true, Count(RankLevel.All, StrengthSex.Women, 150), Count(RankLevel.All, StrengthSex.Men, 840), Count(RankLevel.All, StrengthSex.All, 1_000));

        Assert.Equal(new StrengthFinding("All", StrengthSex.All, 1_000, 990), Assert.Single(table.Findings));
        Assert.Equal(1_000, table.Rows[^1].Total.People);
    }

    [Fact]
    public void Ranks_that_do_not_add_up_to_all_ranks_are_a_finding()
    {
        var table = Table(true, Count(RankLevel.L1, StrengthSex.Men, 10), Count(RankLevel.L7, StrengthSex.Men, 80), Count(RankLevel.All, StrengthSex.Men, 100));

        Assert.Contains(new StrengthFinding("All", StrengthSex.Men, 100, 90), table.Findings);
    }

    [Fact]
    public void A_small_count_is_hidden_with_all_that_would_give_it_away()
    {
        var table = Table(false, Count(RankLevel.L1, StrengthSex.Women, 3), Count(RankLevel.L1, StrengthSex.Men, 41), Count(RankLevel.L7, StrengthSex.Women, 200), Count(RankLevel.L7, StrengthSex.Men, 1_800));

        Assert.True(table.Rows[0].Women.IsSuppressed);
        var grid = table.Rows.Select(r => new[] { r.Women, r.Men, r.Total }).ToList();
        Assert.All(grid, row => Assert.NotEqual(1, row.Count(c => c.IsSuppressed)));
        Assert.All(Enumerable.Range(0, 3), c => Assert.NotEqual(1, grid.Count(row => row[c].IsSuppressed)));
        Assert.Contains(grid.SelectMany(r => r), c => c.People is not null);
        Assert.Empty(table.Findings);
    }

    [Fact]
    public void Zero_is_a_number_and_what_was_not_reported_is_none()
    {
        var table = Table(false, Count(RankLevel.L1, StrengthSex.Women, 0), Count(RankLevel.L1, StrengthSex.Men, 50));

        Assert.Equal(0, table.Rows[0].Women.People);
        Assert.Equal(new StrengthCell(null), table.Rows[0].Unknown);
    }

    [Fact]
    public void The_share_of_women_counts_those_whose_sex_is_not_recorded_in_the_whole()
    {
        var share = StrengthTable.ShareOfWomen([Count(RankLevel.All, StrengthSex.Women, 15), Count(RankLevel.All, StrengthSex.Men, 80), Count(RankLevel.All, StrengthSex.Unknown, 5)]);

        Assert.Equal(0.15m, share!.Value.Share);
    }

    private static StrengthTable Table(bool mayCountFew, params InstitutionStrength[] counts) => StrengthTable.Of(counts, c => c.RankLevel.ToString(), Enum.GetNames<RankLevel>(), mayCountFew);

    private static InstitutionStrength Count(RankLevel level, StrengthSex sex, int people) => new()
    {
        InstitutionId = Guid.Empty,
        Country = "XS",
        Classification = Classification.Partner,
        AsAt = new DateOnly(2025, 12, 31),
        Kind = StrengthKind.Actual,
        Sex = sex,
        RankLevel = level,
        People = people,
    };
}
