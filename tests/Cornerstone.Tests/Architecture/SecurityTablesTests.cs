using System.Text.RegularExpressions;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Architecture;

/// <summary>What the security tables say proves a promise is there: a test that was renamed or deleted proves nothing.</summary>
public sealed partial class SecurityTablesTests
{
    [Theory]
    [InlineData("security.md")]
    [InlineData("asvs.md")]
    [InlineData("attack-cases.md")]
    public void Every_test_that_is_named_exists(string table)
    {
        var sources = Repository.Files("tests", "*Tests.cs").ToLookup(f => Path.GetFileNameWithoutExtension(f));

        var named = Named().Matches(File.ReadAllText(Path.Join(Repository.Root, "docs", table))).ToList();

        Assert.True(named.Count > 50, $"{named.Count} names");
        Assert.Empty(named.Where(n => !Exists(n)).Select(n => n.Value));

        bool Exists(Match name) => sources[name.Groups["class"].Value].Any(f => !name.Groups["method"].Success || File.ReadAllText(f).Contains($" {name.Groups["method"].Value}", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_requirement_of_the_standard_is_answered_once()
    {
        var rows = Requirement().Matches(File.ReadAllText(Path.Join(Repository.Root, "docs", "asvs.md"))).ToList();

        Assert.Equal(345, rows.Select(r => r.Groups["number"].Value).Distinct().Count());
        Assert.Equal([70, 183, 92], new[] { "1", "2", "3" }.Select(level => rows.Count(r => r.Groups["level"].Value == level)));
        Assert.Empty(rows.Where(r => r.Groups["how"].Value.Trim().Length == 0).Select(r => r.Value));
    }

    [Fact]
    public void Every_open_attack_case_is_answered_once_and_what_holds_names_its_test()
    {
        var rows = AttackCase().Matches(File.ReadAllText(Path.Join(Repository.Root, "docs", "attack-cases.md"))).ToList();

        Assert.Equal(Cases.SelectMany(area => area[3..].Split(' ').Select(n => $"{area[..2]}-{n}")), rows.Select(r => r.Groups["id"].Value));
        Assert.Empty(rows.Where(r => r.Groups["state"].Value == "held" && !Named().IsMatch(r.Groups["how"].Value)).Select(r => r.Value));
    }

    // Numbers of the handbook; those between are kept for acceptance.
    private static readonly string[] Cases =
    [
        "AU 01 03 04 06 08 10", "SE 01 03 04 05", "AC 01 02 03 05 07 09 10 11 12 14 15 17 18", "FE 01 02 04 06", "CR 01 02 04 06 07 10", "AL 01 02 05 06 08", "SC 01 02 04", "XM 01 02 04 05 06",
        "ZX 01 02 04 06", "CF 01 03 04", "UP 01 03 04 05 06 08", "WB 01 02 04 05 07 09 10 11", "RL 01 02 04 06 07 09 10 12 15", "SO 01 02 03 04 05", "RE 01 02 03",
    ];

    [GeneratedRegex(@"^\| (?<id>[A-Z]{2}-\d\d) \| (?<case>[^|]+) \| (?<state>held|part|open|n/a) \| (?<how>[^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex AttackCase();

    [GeneratedRegex(@"`(?:[\w.]+/)*(?<class>[A-Z]\w+Tests)(?:\.(?<method>\w+)…?)?`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| (?<level>[123]) \| (met|part|open|n/a) \| (?<how>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Requirement();
}
