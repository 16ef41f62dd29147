using System.Globalization;
using Cornerstone.Languages;
using Declared = Cornerstone.Languages.Languages;

namespace Cornerstone.Tests.Languages;

public sealed class LanguagesTests
{
    private static readonly DateOnly Adopted = new(2020, 12, 3);

    [Theory]
    [InlineData("ar", "3 ديسمبر 2020", "1,234,567.89", "69.4%")]
    [InlineData("en", "3 December 2020", "1,234,567.89", "69.4%")]
    [InlineData("es", "3 de diciembre de 2020", "1.234.567,89", "69,4\u00A0%")]
    [InlineData("fr", "3 décembre 2020", "1\u202F234\u202F567,89", "69,4\u202F%")]
    [InlineData("ru", "3 декабря 2020", "1\u00A0234\u00A0567,89", "69,4\u00A0%")]
    [InlineData("zh", "2020年12月3日", "1,234,567.89", "69.4%")]
    public void Dates_and_numbers_take_the_declared_form(string code, string date, string number, string share)
    {
        var culture = Declared.Of(code)!.Culture;

        Assert.Equal(date, Adopted.ToString(culture));
        Assert.Equal(number, 1234567.89m.ToString("N2", culture));
        Assert.Equal(share, 0.694m.ToString("P1", culture));
        Assert.IsType<GregorianCalendar>(culture.DateTimeFormat.Calendar);
    }

    [Fact]
    public void A_day_sent_by_the_browser_is_read_in_every_language()
    {
        foreach (var language in Declared.All)
        {
            Assert.Equal(Adopted, DateOnly.Parse("2020-12-03", language.Culture));
        }
    }

    [Fact]
    public void Only_Arabic_reads_from_right_to_left() =>
        Assert.Equal("ar", Assert.Single(Declared.All, l => l.Direction == "rtl").Code);

    [Theory]
    [InlineData("ar", 0, 1, 2, 3, 3, 4, 4, 5, 3)]
    [InlineData("ru", 2, 0, 1, 1, 2, 2, 2, 2, 1)]
    [InlineData("fr", 0, 0, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData("en", 1, 0, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData("es", 1, 0, 1, 1, 1, 1, 1, 1, 1)]
    [InlineData("zh", 0, 0, 0, 0, 0, 0, 0, 0, 0)]
    public void Plural_forms_follow_the_language(string code, params int[] expected)
    {
        // Per the language plural rules of the Unicode CLDR; 103 shows that Arabic counts by the last two digits.
        int[] numbers = [0, 1, 2, 3, 10, 11, 19, 100, 103];

        var forms = numbers.Select(n => Declared.Of(code)!.Plurals.FormOf(n));

        Assert.Equal(expected, forms);
    }

    [Theory]
    [InlineData(21, 0)]
    [InlineData(22, 1)]
    [InlineData(111, 2)]
    public void Russian_counts_by_the_last_digit_but_for_the_teens(int number, int form) =>
        Assert.Equal(form, PluralRule.Russian.FormOf(number));
}
