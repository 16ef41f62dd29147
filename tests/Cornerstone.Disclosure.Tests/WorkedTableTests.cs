namespace Cornerstone.Disclosure.Tests;

public sealed class WorkedTableTests
{
    private static readonly Axis Sex = Axis.Of("sex", "F", "M");
    private static readonly Axis Region = new("area", [new("N"), new("S"), new("N1", "N"), new("N2", "N"), new("S1", "S"), new("S2", "S")]);

    [Fact]
    public void Numbers_of_ten_and_more_are_told_rounded_to_five()
    {
        var page = Table([Sex], ("", 137), ("sex=F", 12), ("sex=M", 125));

        Assert.Equal([("", 135L), ("sex=F", 10), ("sex=M", 125)], page.Select(p => (p.Key.Key, p.Value.Count!.Value)));
    }

    [Fact]
    public void A_single_withheld_part_beside_its_whole_is_found_out_by_subtracting()
    {
        var table = Built([Sex], ("", 23), ("sex=F", 3), ("sex=M", 20));

        var found = Protection.FoundOut(table, CountRule.Default, [.. table.Cells.Select(c => !CountRule.Default.IsSmall(c.Count))]);

        Assert.Equal(["count:sex=F"], found.Select(i => table.Cells[i].Key));
    }

    [Fact]
    public void So_another_number_is_withheld_and_nobody_can_tell_which_of_the_two_was_small()
    {
        var page = Table([Sex], ("", 23), ("sex=F", 3), ("sex=M", 20));

        Assert.Equal(Telling.Told, page[Place.Whole].Telling);
        Assert.Equal(Telling.TooFew, page[At("sex=F")].Telling);
        Assert.Equal(Telling.WouldGiveAway, page[At("sex=M")].Telling);
        Assert.Equal((0, 27L), page[At("sex=F")].CouldBe);
    }

    [Fact]
    public void In_a_table_of_rows_and_columns_a_small_number_stays_uncertain_by_five_either_way()
    {
        var page = Table(
            [Sex, Axis.Of("area", "N", "S", "W")],
            ("", 213), ("sex=F", 43), ("sex=M", 170), ("area=N", 53), ("area=S", 90), ("area=W", 70),
            ("area=N;sex=F", 3), ("area=N;sex=M", 50), ("area=S;sex=F", 20), ("area=S;sex=M", 70), ("area=W;sex=F", 20), ("area=W;sex=M", 50));

        var small = page[At("area=N;sex=F")];

        Assert.Equal(Telling.TooFew, small.Telling);
        Assert.Equal(0, small.CouldBe!.Value.Least);
        Assert.True(small.CouldBe.Value.Most is null or >= 10, $"at most {small.CouldBe.Value.Most}");
        Assert.All(["", "sex=F", "sex=M", "area=N", "area=S", "area=W"], margin => Assert.Equal(Telling.Told, page[At(margin)].Telling));
    }

    [Fact]
    public void A_district_is_not_found_through_its_province()
    {
        var page = Table([Region], ("", 330), ("area=N", 105), ("area=S", 225), ("area=N1", 4), ("area=N2", 101), ("area=S1", 110), ("area=S2", 115));

        Assert.Equal([Telling.TooFew, Telling.WouldGiveAway], [page[At("area=N1")].Telling, page[At("area=N2")].Telling]);
        Assert.All(["", "area=N", "area=S", "area=S1", "area=S2"], place => Assert.Equal(Telling.Told, page[At(place)].Telling));
    }

    [Fact]
    public void What_is_left_of_a_whole_without_its_parts_is_protected_too()
    {
        // Nobody wrote how many men: three of fifty-three.
        var page = Table([Sex], ("", 53), ("sex=F", 50));

        Assert.Contains(page.Values, v => v.Telling == Telling.WouldGiveAway);
    }

    [Fact]
    public void Wholes_that_nobody_recorded_are_known_to_who_adds_up()
    {
        // All are women, and by region without a total: both sums are the same people.
        var table = Built([Sex, Axis.Of("area", "N", "S")], ("sex=F", 103), ("area=N", 100), ("area=S", 3));

        var found = Protection.FoundOut(table, CountRule.Default, [.. table.Cells.Select(c => c.Use == CellUse.Offered && c.Count >= 10)]);

        Assert.Equal(["count:area=S"], found.Select(i => table.Cells[i].Key));
    }

    [Fact]
    public void Nobody_is_as_small_a_number_as_any()
    {
        Assert.Equal(Telling.TooFew, Table([Sex], ("", 40), ("sex=F", 0), ("sex=M", 40))[At("sex=F")].Telling);
    }

    [Fact]
    public void A_share_of_few_or_of_nearly_all_is_withheld()
    {
        var table = new PeopleTable(Axis.Of("area", "N", "S", "W", "E"));
        table.AddShare(At("area=N"), 3, 200);
        table.AddShare(At("area=S"), 196, 200);
        table.AddShare(At("area=W"), 8, 9);
        table.AddShare(At("area=E"), 61, 202);

        var page = table.Protect();

        Assert.All(["area=N", "area=S", "area=W"], place => Assert.Equal(Telling.TooFew, page[At(place)].Telling));
        Assert.Equal((60L, 200L), (page[At("area=E")].Count, page[At("area=E")].Whole));
    }

    [Fact]
    public void Youth_across_two_bands_of_age_does_not_give_away_a_piece_of_one()
    {
        var age = new Axis("age", [new("18-24"), new("25-34"), new("18-29", Across: ["18-24"], Cuts: "25-34")]);

        // Two people of 25 to 29.
        var page = Table([age], ("", 120), ("age=18-24", 60), ("age=25-34", 60), ("age=18-29", 62));

        Assert.Contains(page.Values, v => v.Telling == Telling.WouldGiveAway);
    }

    [Fact]
    public void What_was_told_before_cannot_be_taken_back_so_something_else_is_withheld()
    {
        var table = new PeopleTable(Axis.Of("area", "N", "S", "W"));
        table.Add(Place.Whole, 82);
        table.Add(At("area=N"), 3);
        table.Add(At("area=S"), 20, isOut: true);
        table.Add(At("area=W"), 59);

        var page = table.Protect();

        Assert.Equal([Telling.Told, Telling.WouldGiveAway], [page[At("area=S")].Telling, page[At("area=W")].Telling]);
    }

    [Fact]
    public void Where_what_was_told_before_gives_it_away_nothing_more_is_told()
    {
        var table = new PeopleTable(Axis.Of("area", "N", "S"), Sex);
        table.Add(Place.Whole, 23, isOut: true);
        table.Add(At("area=N"), 3);
        table.Add(At("area=S"), 20, isOut: true);
        table.Add(At("sex=F"), 11);
        table.Add(At("sex=M"), 12);

        var page = table.Protect();

        Assert.Equal([Telling.TooFew, Telling.TableWithheld, Telling.TableWithheld], new[] { "area=N", "sex=F", "sex=M" }.Select(p => page[At(p)].Telling));
    }

    [Fact]
    public void Parts_that_are_more_than_their_whole_are_not_told()
    {
        var page = Table([Sex], ("", 50), ("sex=F", 30), ("sex=M", 30));

        Assert.Equal([Telling.Told, Telling.TableWithheld, Telling.TableWithheld], page.Values.Select(v => v.Telling));
    }

    private static Place At(string key) => Place.Of(key.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(p => p.Split('=')).Select(p => (p[0], p[1])));

    private static IReadOnlyDictionary<Place, ToldCount> Table(IReadOnlyList<Axis> axes, params (string At, long Count)[] counts) => Filled(axes, counts).Protect();

    private static CountTable Built(IReadOnlyList<Axis> axes, params (string At, long Count)[] counts) => Filled(axes, counts).Table()!.Value.Table;

    private static PeopleTable Filled(IReadOnlyList<Axis> axes, (string At, long Count)[] counts)
    {
        var table = new PeopleTable(axes, CountRule.Default);
        foreach (var (at, count) in counts)
        {
            table.Add(At(at), count);
        }

        return table;
    }
}
