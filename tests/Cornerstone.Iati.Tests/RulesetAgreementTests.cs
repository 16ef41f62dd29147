namespace Cornerstone.Iati.Tests;

/// <summary>
/// The test cases published with the official ruleset. They test engines for any rule in JSON; here stand those whose rule is one of the
/// standard's, each with the number it has there.
/// </summary>
public sealed class RulesetAgreementTests(ITestOutputHelper output)
{
    private const string Cases = "rulesets/meta_tests";

    // Cases of rules that are none of the standard's: elements called "test", languages of titles, signs in titles.
    private static readonly string[] NotOfTheStandard =
    [
        "activity_status_2.xml", "activity_status_3.xml", "description.xml", "empty.xml", "empty_activity.xml", "range_bad.xml", "range_good.xml", "regex_bad.xml", "regex_good.xml",
        "sum_bad.xml", "sum_good.xml", "sum_two_bad.xml", "sum_two_good.xml", "title_description.xml", "title_description_content.xml", "title_exists.xml", "title_twice.xml",
        "unique_bad.xml", "unique_good.xml", "only_one_of_transaction_bad.xml", "only_one_of_transaction_good.xml",
    ];

    private static readonly (string Begin, string Rule)[] Rules =
    [
        ("at_least_one", "6.8.1"), ("between_dates", "11.3.1"), ("date_now", "11.1.1"), ("date", "11.1.2"), ("forloop", "2.1.2"), ("identifiers", "1.1.21"), ("if_then", "2.2.1"),
        ("one_or_all_currency", "7.8.1"), ("one_or_all_lang", "4.1.1"), ("one_or_all_org_currency", "7.8.2"), ("one_or_all_sector", "6.7.2"), ("only_one_of_activity", "3.6.2"),
        ("period_time", "7.5.3"), ("recipient_country", "3.1.2"), ("recipient_region_budget", "7.5.3"), ("results_indicator_baseline", "8.8.1"), ("results_indicator_period_actual", "8.10.1"),
        ("results_indicator_period_target", "8.9.1"), ("results_refs", "8.11.1"), ("sector_percentage_sum", "2.1.2"), ("time_limit", "7.5.3"), ("title_text", "4.3.1"),
        ("title", "4.3.1"), ("total_expenditure", "7.5.3"),
    ];

    [Fact]
    public void Every_published_case_of_a_rule_of_the_standard_is_judged_as_published()
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        var (judged, differing) = (0, new List<string>());

        foreach (var path in Directory.EnumerateFiles(RealFiles.Below(Cases), "*.xml").Order(StringComparer.Ordinal))
        {
            var name = Path.GetFileName(path);
            if (NotOfTheStandard.Contains(name)) continue;
            var rule = Rules.Where(r => name.StartsWith(r.Begin, StringComparison.Ordinal)).MaxBy(r => r.Begin.Length).Rule;
            var isBad = name.Contains("bad", StringComparison.Ordinal) || name == "title.xml";
            judged++;
            if (Given.Summary(File.ReadAllBytes(path)).Rules().Contains(rule) != isBad) differing.Add($"{name}: {rule} {(isBad ? "was not found" : "was found")}");
        }

        output.WriteLine($"ruleset: {judged - differing.Count} of {judged} published cases judged alike; {NotOfTheStandard.Length} are about no rule of the standard");
        Assert.True(judged >= 45);
        Assert.Empty(differing);
    }

    [Theory]
    [InlineData("invalid_std_ruleset_bad_date_order.xml", "11.1.2")]
    [InlineData("invalid_std_ruleset_bad_identifier.xml", "1.1.21")]
    [InlineData("invalid_std_ruleset_does_not_sum_100.xml", "3.1.2")]
    [InlineData("invalid_std_ruleset_missing_sector_element.xml", "6.2.2")]
    public void The_files_published_as_breaking_the_standard_ruleset_break_it(string name, string rule)
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        var files = Directory.EnumerateFiles(RealFiles.Below("pyiati-tests"), name, SearchOption.AllDirectories).ToList();

        Assert.NotEmpty(files);
        Assert.All(files, f => Assert.Contains(rule, Given.Summary(File.ReadAllBytes(f)).Rules()));
    }

    [Fact]
    public void Files_the_official_schema_accepts_are_read_whole()
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        var (read, differing) = (0, new List<string>());

        foreach (var path in Directory.EnumerateFiles(RealFiles.Below("schemas/tests"), "*.xml", SearchOption.AllDirectories).Where(p => p.Contains("should-pass/iati-", StringComparison.Ordinal)))
        {
            read++;
            var faults = Given.Summary(File.ReadAllBytes(path)).RuleCounts.Where(r => r.Rule[0] is 'X' or 'V' && r.Rule != "X5").ToList();
            if (faults.Count > 0) differing.Add($"{path}: {faults[0].Rule}");
        }

        output.WriteLine($"schema: {read - differing.Count} of {read} files published as valid are read without a fault of reading");
        Assert.True(read >= 100);
        Assert.Empty(differing);
    }
}
