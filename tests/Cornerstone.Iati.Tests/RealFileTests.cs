namespace Cornerstone.Iati.Tests;

public sealed class RealFileTests(ITestOutputHelper output)
{
    private static readonly IatiOptions Today = new() { Now = new DateTimeOffset(2026, 11, 21, 0, 0, 0, TimeSpan.Zero) };

    [Fact]
    public void Counts_and_sums_of_every_published_file_equal_an_independent_count()
    {
        Assert.SkipUnless(RealFiles.Folder is not null, RealFiles.Absent);
        var (files, activities, transactions) = (0, 0L, 0L);

        foreach (var path in RealFiles.All())
        {
            if (IndependentCount.Of(path) is not { } expected || expected.Activities + expected.Organisations == 0) continue;
            var summary = Summary(path);
            Assert.True(AsCounted(summary) == AsCounted(expected), $"{path}\n{AsCounted(expected)}\n{AsCounted(summary)}");
            files++;
            activities += summary.Activities;
            transactions += summary.Transactions;
        }

        output.WriteLine($"{files} files, {activities} activities, {transactions} transactions");
        Assert.True(files > 1_000 && activities > 5_000 && transactions > 10_000);
    }

    private static FlowSummary Summary(string path)
    {
        using var stream = File.OpenRead(path);
        return FlowSummary.Of(path, stream, Today);
    }

    private static string AsCounted(FlowSummary summary) => string.Join('\n',
    [
        $"{summary.Activities} {summary.Organisations} {summary.DistinctIdentifiers} {summary.Transactions} {summary.Budgets} {summary.PlannedDisbursements} {summary.Locations}",
        .. summary.Sums.Select(s => $"sum {s.TransactionType} {s.Currency} {IndependentCount.Millionths(s.Value)}").Order(StringComparer.Ordinal),
        .. summary.Sectors.Select(s => $"sector {s.Vocabulary} {s.Code} {s.Activities}").Order(StringComparer.Ordinal),
        .. summary.Countries.Select(c => $"country {c.Code} {c.Activities}").Order(StringComparer.Ordinal),
    ]);

    private static string AsCounted(IndependentCount count) => string.Join('\n',
    [
        $"{count.Activities} {count.Organisations} {count.DistinctIdentifiers} {count.Transactions} {count.Budgets} {count.PlannedDisbursements} {count.Locations}",
        .. count.Sums.Select(s => $"sum {s.Key} {s.Value}").Order(StringComparer.Ordinal),
        .. count.Sectors.Select(s => $"sector {s.Key} {s.Value}").Order(StringComparer.Ordinal),
        .. count.Countries.Select(c => $"country {c.Key} {c.Value}").Order(StringComparer.Ordinal),
    ]);
}
