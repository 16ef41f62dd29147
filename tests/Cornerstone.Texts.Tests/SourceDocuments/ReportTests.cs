namespace Cornerstone.Texts.Tests.SourceDocuments;

public sealed class ReportTests
{
    [Fact]
    public void The_report_says_what_it_is()
    {
        var report = SourceDocument.Report;

        Assert.Equal((DocumentKind.SecretaryGeneralReport, "Strengthening security sector reform"), (report.Kind, report.Title));
        Assert.Equal(new DateOnly(2022, 3, 15), report.Date);
        Assert.Null(report.Symbol);
    }

    [Fact]
    public void The_report_has_60_paragraphs_18_recommendations_19_footnotes_and_a_summary()
    {
        var report = SourceDocument.Report;

        Assert.Equal(Enumerable.Range(1, 60).Select(n => $"para/{n}"), Ids(report, ProvisionKind.Para));
        Assert.Equal(Enumerable.Range(1, 18).Select(n => $"rec/{n}"), Ids(report, ProvisionKind.Recommendation));
        Assert.Equal(Enumerable.Range(1, 19).Select(n => $"fn/{n}"), Ids(report, ProvisionKind.Footnote));
        Assert.Equal(6, report.Count(ProvisionKind.Summary));
    }

    // Domain handbook §2.3.
    [Theory]
    [InlineData(1, 13)]
    [InlineData(2, 20)]
    [InlineData(5, 20)]
    [InlineData(6, 23)]
    [InlineData(7, 28)]
    [InlineData(8, 30)]
    [InlineData(9, 30)]
    [InlineData(10, 35)]
    [InlineData(11, 43)]
    [InlineData(12, 43)]
    [InlineData(13, 49)]
    [InlineData(14, 51)]
    [InlineData(16, 51)]
    [InlineData(17, 59)]
    [InlineData(18, 59)]
    public void A_recommendation_stands_after_its_paragraph(int recommendation, int paragraph)
    {
        var order = SourceDocument.Report.Provisions.Select(p => p.Id).ToList();

        var before = order[..order.IndexOf($"rec/{recommendation}")].FindLast(id => id.StartsWith("para/", StringComparison.Ordinal));

        Assert.Equal($"para/{paragraph}", before);
    }

    [Theory]
    [InlineData("para/6", "fn/1", "fn/2")]
    [InlineData("para/52", "fn/10")]
    [InlineData("para/53", "fn/11", "fn/12")]
    [InlineData("para/54", "fn/13", "fn/14")]
    [InlineData("para/55", "fn/15", "fn/16")]
    [InlineData("rec/16", "fn/9")]
    public void A_figure_is_linked_to_the_footnotes_that_prove_it(string provision, params string[] footnotes)
    {
        var text = SourceDocument.Report.The(provision);

        Assert.Equal(footnotes, text.Footnotes);
        Assert.DoesNotContain(text.Text, c => "¹²³⁴⁵⁶⁷⁸⁹⁰".Contains(c));
    }

    [Fact]
    public void A_paragraph_that_notes_and_pages_cut_is_whole()
    {
        var report = SourceDocument.Report;

        Assert.Contains("recognized as part of the security sector, yet they may present", report.The("para/11").Text, StringComparison.Ordinal);
        Assert.Contains("arrangements for the security sector most suitable", report.The("para/31").Text, StringComparison.Ordinal);
        Assert.Contains("the shortcomings of mere technical approaches", report.The("para/60").Text, StringComparison.Ordinal);
        Assert.StartsWith("See the 2021 report", report.The("fn/19").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Headings_keep_their_place()
    {
        var headings = SourceDocument.Report.Provisions.Where(p => p.Kind == ProvisionKind.Heading).Select(p => p.Text).ToList();

        Assert.Equal(19, headings.Count);
        Assert.Equal(["Summary", "I. Introduction"], headings[..2]);
        Assert.Equal("VI. Conclusion", headings[^1]);
        Assert.Contains("Building inclusive and accountable security sectors: Removing barriers to women's participation", headings);
    }

    private static IEnumerable<string> Ids(UnDocument document, ProvisionKind kind) => document.Provisions.Where(p => p.Kind == kind).Select(p => p.Id);
}
