using System.Text;
using Cornerstone.Sheets;
using Cornerstone.Tests.TestKit;
using Cornerstone.Workbooks.Published;

namespace Cornerstone.Tests.Workbooks.Published;

public sealed class PublishedLayoutTests
{
    // First month of the fiscal year of Uganda: July.
    private const int July = 7;

    private static string Shared => Environment.GetEnvironmentVariable("CORNERSTONE_SHARED") ?? Path.Combine(Repository.Root, "../shared");

    private static string Folder => Path.Combine(Shared, "data/08-gender-sdg");

    [Theory]
    [InlineData("2021", "2021")]
    [InlineData("2005/06", "2005-07-01/2006-06-30")]
    [InlineData("1999/00", "1999-07-01/2000-06-30")]
    [InlineData("2020-2021", "2020/2021")]
    [InlineData("2005/07", null)]
    [InlineData("last year", null)]
    public void A_label_of_years_is_the_period_it_means(string label, string? period) => Assert.Equal(period, SdgLayout.PeriodOf(label, July)?.ToString());

    [Fact]
    public void An_empty_dimension_is_the_total_and_a_word_for_a_number_is_a_finding()
    {
        var file = SdgLayout.Read(new MemoryStream(Encoding.UTF8.GetBytes("Year,Sex,Value\n2020,Female,12\n2020,,30\n2021,,not available\n")), "indicator_16-1-3.csv", July);

        Assert.Equal(["sex=Female", ""], file.Series.Single().Points.Select(p => p.Dimensions));
        Assert.Equal(("SDG-16.1.3", "A4"), (file.Series[0].Code, file.Findings.Single().Cell));
    }

    [Fact]
    public void A_table_without_years_is_refused() =>
        Assert.Throws<UnreadableSheetException>(() => SdgLayout.Read(new MemoryStream("a,b\n1,2\n"u8.ToArray()), "indicator_16-1-3.csv", July));

    [Fact]
    public void Every_published_series_of_Uganda_is_read_whole()
    {
        var folder = Path.Combine(Folder, "sdg-uganda/data");
        Assert.SkipUnless(Directory.Exists(folder), "The published series of Uganda are not here.");

        var files = Directory.GetFiles(folder, "*.csv").Order(StringComparer.Ordinal).Select(path =>
        {
            using var stream = File.OpenRead(path);
            return (Lines: File.ReadLines(path).Count(l => l.Length > 0) - 1, Read: SdgLayout.Read(stream, Path.GetFileName(path), July));
        }).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Equal(f.Lines, f.Read.Series.Single().Points.Count + f.Read.Findings.Count));
        Assert.All(files, f => Assert.Empty(f.Read.Findings));
        Assert.Contains(files.Select(f => f.Read.Series[0].Code), c => c == "SDG-16.1.3");
    }

    [Fact]
    public void Personnel_of_four_missions_by_sex_add_up_to_the_totals_of_the_source()
    {
        var path = Path.Combine(Folder, "20140331_4missions.json");
        Assert.SkipUnless(File.Exists(path), "The personnel of missions by sex are not here.");

        using var stream = File.OpenRead(path);
        var read = PersonnelLayout.Read(stream, "20140331_4missions.json");

        Assert.Equal(4, read.Series.Count);
        Assert.Empty(read.Findings);
        var argentina = read.Series.Single(s => s.Code == "PERSONNEL-MINUSTAH").Points.Where(p => p.Dimensions.Contains("contributor=ARG", StringComparison.Ordinal)).ToList();
        Assert.Equal((41m, 539m), (Sum("F"), Sum("M")));

        decimal Sum(string sex) => argentina.Where(p => p.Dimensions.EndsWith($"sex={sex}", StringComparison.Ordinal)).Sum(p => p.Value.Number!.Value);
    }
}
