using System.Globalization;
using System.Text.RegularExpressions;

namespace Cornerstone.Texts.Tests.Words;

public sealed partial class ResolutionRegisterTests
{
    [Fact]
    public void Published_files_named_by_number_and_year_agree_with_the_register()
    {
        var folder = MarkedUpParagraph.Folder is { } akn ? Path.Combine(akn, "..", "cr-unsc", "data") : null;
        Assert.SkipUnless(Directory.Exists(folder), "The older resolutions (../shared/data/01-un-docs/cr-unsc) are not here.");

        var names = Directory.EnumerateFiles(folder!, "S_RES_*.txt", SearchOption.AllDirectories)
            .Select(file => NumberAndYear().Match(Path.GetFileName(file)))
            .Where(name => name.Success)
            .Select(name => (Number: int.Parse(name.Groups[1].ValueSpan, CultureInfo.InvariantCulture), Year: int.Parse(name.Groups[2].ValueSpan, CultureInfo.InvariantCulture)))
            .ToList();

        Assert.NotEmpty(names);
        Assert.DoesNotContain(names, name => ResolutionRegister.YearOf(name.Number) != name.Year);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(99_999)]
    public void A_number_never_adopted_has_no_year(int number)
    {
        Assert.Null(ResolutionRegister.YearOf(number));
        Assert.True(ResolutionRegister.Agrees(number, 2020));
    }

    [GeneratedRegex(@"S_RES_(\d+)_(\d{4})_")]
    private static partial Regex NumberAndYear();
}
