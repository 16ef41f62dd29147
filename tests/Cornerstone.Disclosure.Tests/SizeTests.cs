namespace Cornerstone.Disclosure.Tests;

public sealed class SizeTests
{
    [Fact]
    public void The_largest_table_is_still_checked_whole()
    {
        var regions = Enumerable.Range(0, 15).Select(r => $"R{r}").ToList();
        var districts = regions.SelectMany(r => Enumerable.Range(0, 6).Select(d => new AxisPart($"{r}-{d}", r))).ToList();
        var table = new PeopleTable(Axis.Of("sex", "F", "M", "X", "unknown"), new("area", [.. regions.Select(r => new AxisPart(r)), .. districts]));
        var random = new Random(11);
        var counts = districts.SelectMany(d => new[] { "F", "M", "X", "unknown" }, (d, s) => (Region: d.Under!, District: d.Code, Sex: s, Count: (long)random.Next(s == "X" ? 12 : 90))).ToList();
        AddAll(table, counts.GroupBy(_ => Place.Whole), counts.GroupBy(c => Place.Of(("sex", c.Sex))), counts.GroupBy(c => Place.Of(("area", c.Region))),
            counts.GroupBy(c => Place.Of(("area", c.District))), counts.GroupBy(c => Place.Of(("area", c.Region), ("sex", c.Sex))), counts.GroupBy(c => Place.Of(("area", c.District), ("sex", c.Sex))));

        var page = table.Protect();

        Assert.InRange(page.Count, PeopleTable.MostNumbers * 3 / 4, PeopleTable.MostNumbers);
        Assert.DoesNotContain(page.Values, v => v.Telling == Telling.TableWithheld);
        Assert.True(page.Values.Count(v => v.Telling == Telling.WouldGiveAway) < page.Values.Count(v => v.Telling == Telling.TooFew));
        Assert.Equal(Telling.Told, page[Place.Whole].Telling);
    }

    [Fact]
    public void A_year_with_its_quarters_and_months_by_sex_and_region_is_still_checked_whole()
    {
        var quarters = Enumerable.Range(1, 4).Select(q => new AxisPart($"Q{q}")).ToList();
        var months = Enumerable.Range(0, 12).Select(m => new AxisPart($"M{m}", quarters[m / 3].Code)).ToList();
        var regions = Enumerable.Range(0, 10).Select(r => $"R{r}").ToList();
        var table = new PeopleTable(new("@period", [.. quarters, .. months]), Axis.Of("sex", "F", "M"), Axis.Of("region", regions));
        var random = new Random(12);
        var counts = months.SelectMany(m => regions.SelectMany(r => new[] { "F", "M" }, (r, s) => (Month: m, Region: r, Sex: s, Count: (long)random.Next(s == "F" ? 15 : 90)))).ToList();
        foreach (var level in new Func<(AxisPart Month, string Region, string Sex, long Count), (string, string)[]>[] { _ => [], c => [("@period", c.Month.Under!)], c => [("@period", c.Month.Code)] })
        {
            foreach (var split in new Func<(AxisPart Month, string Region, string Sex, long Count), (string, string)[]>[] { _ => [], c => [("sex", c.Sex)], c => [("region", c.Region)], c => [("sex", c.Sex), ("region", c.Region)] })
            {
                foreach (var group in counts.GroupBy(c => Place.Of(level(c).Concat(split(c)))))
                {
                    table.Add(group.Key, group.Sum(g => g.Count));
                }
            }
        }

        var page = table.Protect();

        Assert.InRange(page.Count, PeopleTable.MostNumbers * 3 / 4, PeopleTable.MostNumbers);
        Assert.DoesNotContain(page.Values, v => v.Telling == Telling.TableWithheld);
        Assert.Equal(Telling.Told, page[Place.Whole].Telling);
    }

    [Fact]
    public void A_table_too_large_to_be_checked_tells_its_whole_alone()
    {
        var codes = Enumerable.Range(0, PeopleTable.MostNumbers).Select(c => $"C{c}").ToList();
        var table = new PeopleTable(Axis.Of("area", codes));
        table.Add(Place.Whole, codes.Count * 20);
        foreach (var code in codes)
        {
            table.Add(Place.Of(("area", code)), 20);
        }

        var page = table.Protect();

        Assert.Equal([Place.Whole], page.Where(p => p.Value.Telling == Telling.Told).Select(p => p.Key));
    }

    private static void AddAll(PeopleTable table, params IEnumerable<IGrouping<Place, (string Region, string District, string Sex, long Count)>>[] splits)
    {
        foreach (var group in splits.SelectMany(s => s))
        {
            table.Add(group.Key, group.Sum(g => g.Count));
        }
    }
}
