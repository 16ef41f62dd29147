namespace Cornerstone.Texts.Tests.Comparing;

public sealed class WordDifferenceTests
{
    [Theory]
    [InlineData("a professional, effective and accountable sector", "a professional, effective, and accountable sector")]
    [InlineData("national securi ty sector", "national security sector reform")]
    [InlineData("(S/PRST/2011/19), and noting the report,", "(S/PRST/2011/19),")]
    [InlineData("some post -conflict countries", "some post-conflict countries,")]
    [InlineData("", "all of it is new")]
    [InlineData("the same", "the same")]
    public void The_runs_give_back_both_texts_to_the_letter(string earlier, string later)
    {
        var runs = WordDifference.Between(earlier, later);

        Assert.Equal(earlier, string.Concat(runs.Where(r => r.Change != WordChange.Added).Select(r => r.Earlier ?? r.Text)));
        Assert.Equal(later, string.Concat(runs.Where(r => r.Change != WordChange.Removed).Select(r => r.Text)));
    }
}
