using Cornerstone.Bench.Timing;

namespace Cornerstone.Tests.TwoWorlds;

/// <summary>The test by which <c>bench -- timing</c> judges how long answers take, on published examples.</summary>
public sealed class MannWhitneyTests
{
    // R's own example, help page of wilcox.test: ozone of New York in May and August 1973 (data set airquality), "W = 127.5, p-value = 0.0001208"; with ties.
    private static readonly double[] May = [41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115, 37];
    private static readonly double[] August = [39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76, 118, 84, 85];

    // The example of SciPy's page of mannwhitneyu, method "asymptotic": p = 0.11134688653314041; without ties.
    private static readonly double[] Males = [19, 22, 16, 29, 24];
    private static readonly double[] Females = [20, 11, 17, 12];

    [Fact]
    public void Published_examples_come_out_with_and_without_ties_and_whichever_sample_is_named_first()
    {
        Assert.Equal(0.0001208, MannWhitney.P(May, August), 1e-7);
        Assert.Equal(0.0001208, MannWhitney.P(August, May), 1e-7);
        Assert.Equal(0.1113469, MannWhitney.P(Males, Females), 1e-6);
        Assert.Equal(1, MannWhitney.P(May, May));
    }

    // The example of Wikipedia's "Holm–Bonferroni method".
    [Fact]
    public void Many_questions_at_once_are_corrected_for() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.02], MannWhitney.Holm([0.01, 0.04, 0.03, 0.005]).Select(p => Math.Round(p, 10)));
}
