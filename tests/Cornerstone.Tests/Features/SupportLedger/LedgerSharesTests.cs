using Cornerstone.Features.SupportLedger;

namespace Cornerstone.Tests.Features.SupportLedger;

public sealed class LedgerSharesTests
{
    [Fact]
    public void Amount_times_country_times_sector_is_the_money_of_the_sector_in_the_country()
    {
        var country = LedgerShares.Of([("XS", 70m), ("YY", 30m)]).Single(s => s.Code == "XS").Part;
        var sector = LedgerShares.Of([("15210", 60m), ("15130", 40m)]).Single(s => s.Code == "15210").Part;

        Assert.Equal(4_200_000m, 10_000_000m * country * sector);
    }

    [Fact]
    public void What_is_left_of_sixty_and_thirty_is_ten_undeclared() => Assert.Equal(
        ["Declared 15130 0.3", "Declared 15210 0.6", "Undeclared  0.1"],
        LedgerShares.Of([("15210", 60m), ("15130", 30m)]).Select(s => FormattableString.Invariant($"{s.Kind} {s.Code} {s.Part}")));

    [Fact]
    public void One_without_a_percentage_is_all_and_several_are_not_divided_by_guess()
    {
        Assert.Equal(new LedgerShare(ShareKind.Declared, "15210", 1m), Assert.Single(LedgerShares.Of([("15210", null)])));
        Assert.Equal(LedgerShare.NotDivided, Assert.Single(LedgerShares.Of([("15210", null), ("15130", null)])));
        Assert.Equal(LedgerShare.NobodySaid, Assert.Single(LedgerShares.Of([])));
        Assert.Equal(ShareKind.Undivided, LedgerShares.Of([("15210", 60m), ("15130", null)])[^1].Kind);
    }

    [Fact]
    public void Three_thirds_are_a_whole_and_more_than_a_whole_is_taken_in_proportion()
    {
        Assert.Equal(3, LedgerShares.Of([("A", 33.33m), ("B", 33.33m), ("C", 33.33m)]).Count);
        Assert.Equal([0.5m, 0.5m], LedgerShares.Of([("A", 80m), ("B", 80m)]).Select(s => s.Part));
    }

    [Fact]
    public void Three_thirds_of_a_dollar_are_a_dollar() => Assert.Equal([0.34m, 0.33m, 0.33m], Cents.Apportion(1m, [1m, 1m, 1m]));
}
