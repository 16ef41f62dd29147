using System.Text.RegularExpressions;
using Cornerstone.Tests.TestKit;

namespace Cornerstone.Tests.Architecture;

/// <summary>What the two security tables say proves a promise is there: a test that was renamed or deleted proves nothing.</summary>
public sealed partial class SecurityTablesTests
{
    [Theory]
    [InlineData("security.md")]
    [InlineData("asvs.md")]
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

    [GeneratedRegex(@"`(?:[\w.]+/)*(?<class>[A-Z]\w+Tests)(?:\.(?<method>\w+)…?)?`")]
    private static partial Regex Named();

    [GeneratedRegex(@"^\| (?<number>\d+\.\d+\.\d+) \| (?<level>[123]) \| (met|part|open|n/a) \| (?<how>[^|]*)\|$", RegexOptions.Multiline)]
    private static partial Regex Requirement();
}
