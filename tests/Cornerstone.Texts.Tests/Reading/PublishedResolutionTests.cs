using Cornerstone.Bench.Accuracy;
using Cornerstone.Texts.Tests.Forms;

namespace Cornerstone.Texts.Tests.Reading;

/// <summary>A tenth of the published resolutions, read without their markup; the benchmark reads them all.</summary>
public sealed class PublishedResolutionTests
{
    [Theory]
    [InlineData(false, "en", "English")]
    [InlineData(true, "en", "English")]
    [InlineData(false, "fr", "French")]
    [InlineData(true, "ar", "Arabic")]
    public void Bare_text_is_read_as_the_markup_has_it(bool isLayout, string language, string folder)
    {
        var files = RealFiles.Akn().Where(file => file.Contains($"{Path.DirectorySeparatorChar}{folder}{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !file.Contains("PRST", StringComparison.Ordinal) && !file.Contains("Not adopted", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(files);

        var run = new AccuracyRun(isLayout, language);
        foreach (var file in files.Where((_, i) => i % 3 == 0)) run.Add(file);

        Assert.True(run.Numbering.Total > 20);
        Assert.All(run.Scores.Where(score => language == "en" || score == run.Numbering), score => Assert.True(score.IsMet, score.ToString()));
    }
}
