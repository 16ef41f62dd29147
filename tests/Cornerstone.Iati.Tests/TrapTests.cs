namespace Cornerstone.Iati.Tests;

/// <summary>What has broken other importers.</summary>
public sealed class TrapTests
{
    [Fact]
    public void A_sound_activity_breaks_no_rule()
    {
        var summary = Given.Summary(Given.File(Given.Activity(inside: Given.Disbursement())));

        Assert.Empty(summary.Rules());
        Assert.Equal((1L, 1, 1L), (summary.Activities, summary.DistinctIdentifiers, summary.Transactions));
        Assert.Equal(new FlowSum("3", "USD", "100"), summary.TheSum());
    }

    [Fact]
    public void An_activity_in_a_comment_is_none()
    {
        var summary = Given.Summary(Given.File($"<!-- {Given.Activity("XM-EXAMPLE-0")} -->", Given.Activity(), "<!-- <iati-activity> -->"));

        Assert.Equal(1, summary.Activities);
        Assert.Empty(summary.Rules());
    }

    [Theory]
    [InlineData("<![CDATA[see <iati-activity> and </iati-activity>]]>")]
    [InlineData("see &lt;iati-activity&gt; and &lt;/iati-activity&gt;")]
    public void The_words_of_a_title_do_not_split_an_activity(string words)
    {
        var file = Given.File(Given.Activity().Replace("Parliamentary scrutiny of the defence budget", words, StringComparison.Ordinal), Given.Activity("XM-EXAMPLE-2"));

        var records = Given.Records(file);

        Assert.Equal(2, records.Count);
        Assert.Equal("see <iati-activity> and </iati-activity>", Assert.Single(records[0].Activity!.Title).Text);
    }

    [Fact]
    public void A_repeated_identifier_is_found_and_neither_record_is_lost()
    {
        var summary = Given.Summary(Given.File(Given.Activity(inside: Given.Disbursement()), Given.Activity(inside: Given.Disbursement())));

        Assert.Equal((2L, 1), (summary.Activities, summary.DistinctIdentifiers));
        Assert.Equal("200", summary.TheSum().Value);
        Assert.Equal("iati-activity[2]/iati-identifier", summary.The("D1").At);
    }

    [Fact]
    public void An_unknown_currency_keeps_its_amounts_under_its_own_name()
    {
        var summary = Given.Summary(Given.File(Given.Activity(inside: Given.Disbursement("<value currency=\"XYZ\" value-date=\"2024-03-01\">250.5</value>"))));

        Assert.Equal(new FlowSum("3", "XYZ", "250.5"), summary.TheSum());
        Assert.Equal("iati-activity[1]/transaction/value/@currency", summary.The("C1").At);
    }

    [Fact]
    public void An_amount_in_an_unknown_currency_is_no_money()
    {
        var activity = Given.OnlyActivity(Given.File(Given.Activity(inside: Given.Disbursement("<value currency=\"XYZ\">5</value>") + Given.Disbursement())));

        Assert.Null(activity.MoneyOf(activity.Transactions[0].Value!));
        Assert.Equal("100 USD", activity.MoneyOf(activity.Transactions[1].Value!)!.ToString());
    }

    [Fact]
    public void A_value_with_thousands_separators_is_a_finding_and_the_file_goes_in()
    {
        var summary = Given.Summary(Given.File(Given.Activity(inside: Given.Disbursement("<value value-date=\"2024-03-01\">1,000.50</value>") + "\n" + Given.Disbursement())));

        var finding = summary.The("V1");
        Assert.Equal((2L, "100"), (summary.Transactions, summary.TheSum().Value));
        Assert.Equal(("iati-activity[1]/transaction[1]/value", Severity.Error, "XM-EXAMPLE-1", 13L), (finding.At, finding.Severity, finding.Activity, finding.Line));
        Assert.Contains("1,000.50", finding.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<title>no end</title")]
    [InlineData("<sector code=15210 />")]
    [InlineData("<value currency=\"USD>5</value>")]
    [InlineData("<result><title></result>")]
    [InlineData("less than < 5")]
    [InlineData("<budget type='1' type='2'/>")]
    [InlineData("<!-- never closed")]
    [InlineData("</sector>")]
    public void A_broken_activity_is_a_finding_with_its_line_and_the_next_is_read(string broken)
    {
        var summary = Given.Summary(Given.File(Given.Activity("XM-EXAMPLE-1"), Given.Activity("XM-EXAMPLE-2", broken), "<!-- -->", Given.Activity("XM-EXAMPLE-3")));

        Assert.Equal((2L, 1L), (summary.Activities, summary.Broken));
        var finding = Assert.Single(summary.Findings, f => f.Rule is "X1" or "X7");
        Assert.StartsWith("iati-activity[2]", finding.At, StringComparison.Ordinal);
        Assert.InRange(finding.Line, 15, 28);
    }

    [Fact]
    public void An_activity_that_is_never_closed_ends_where_the_next_begins()
    {
        var open = Given.Activity("XM-EXAMPLE-1").Replace("</iati-activity>", "", StringComparison.Ordinal);

        var summary = Given.Summary(Given.File(open, Given.Activity("XM-EXAMPLE-2")));

        Assert.Equal((1L, 1L), (summary.Activities, summary.Broken));
        Assert.Equal(3, summary.The("X7").Line);
    }

    [Fact]
    public void A_file_that_stops_in_the_middle_gives_what_was_whole_and_says_so()
    {
        var file = Given.File(Given.Activity("XM-EXAMPLE-1"), Given.Activity("XM-EXAMPLE-2"));

        var summary = Given.Summary(file[..(file.Length - 120)]);

        Assert.Equal((1L, 1L), (summary.Activities, summary.Broken));
        Assert.Equal(["X1", "X3"], summary.Rules());
    }

    [Fact]
    public void A_bare_ampersand_is_kept_and_said()
    {
        var file = Given.File(Given.Activity().Replace("Parliamentary scrutiny", "R&D & a&nbsp;review", StringComparison.Ordinal));

        var record = Assert.Single(Given.Records(file));

        Assert.Equal("R&D & a&nbsp;review of the defence budget", record.Activity!.Title[0].Text);
        Assert.Equal("X2", Assert.Single(record.Findings).Rule);
    }

    [Fact]
    public void Findings_of_one_rule_are_all_counted_and_the_first_are_told()
    {
        var activities = Enumerable.Range(1, 250).Select(i => Given.Activity($"XM-EXAMPLE-{i}", Given.Disbursement("<value>n/a</value>"))).ToArray();

        var summary = Given.Summary(Given.File(activities));

        Assert.Equal(100, summary.Findings.Count(f => f.Rule == "V1"));
        Assert.Equal(250, Assert.Single(summary.RuleCounts, r => r.Rule == "V1").Count);
    }

    [Fact]
    public void A_sum_is_exact_where_decimals_would_round()
    {
        string[] values = ["79228162514264337593543950335", "0.0000000001", "-0.00000000000000000001", "999999999999999999.99"];

        var summary = Given.Summary(Given.File(Given.Activity(inside: string.Concat(values.Select(v => Given.Disbursement($"<value>{v}</value>"))))));

        Assert.Equal("79228162515264337593543950334.99000000009999999999", summary.TheSum().Value);
    }
}
