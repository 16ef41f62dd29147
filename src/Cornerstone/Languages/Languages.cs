using System.Globalization;

namespace Cornerstone.Languages;

/// <summary>
/// The six cultures of the program. They are declared here and never taken from the server: the system's "ar"
/// would bring other separators, and "ar-SA" another calendar.
/// </summary>
public static class Languages
{
    private const string NoBreakSpace = "\u00A0";
    private const string NarrowNoBreakSpace = "\u202F";

    public static readonly Language English = new("en", "English", Declare(
        "en",
        new Separators(".", ",", "%"),
        "d MMMM yyyy",
        "January February March April May June July August September October November December",
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec"), PluralRule.OneOther);

    /// <summary>In the order of the language switch.</summary>
    public static readonly IReadOnlyList<Language> All =
    [
        new("ar", "العربية", Declare(
            "ar",
            new Separators(".", ",", "%"),
            "d MMMM yyyy",
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر",
            "يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر"), PluralRule.Arabic),
        English,
        new("es", "Español", Declare(
            "es",
            new Separators(",", ".", NoBreakSpace + "%"),
            "d 'de' MMMM 'de' yyyy",
            "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
            "ene feb mar abr may jun jul ago sept oct nov dic"), PluralRule.OneOther),
        new("fr", "Français", Declare(
            "fr",
            new Separators(",", NarrowNoBreakSpace, NarrowNoBreakSpace + "%"),
            "d MMMM yyyy",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
            "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc."), PluralRule.ZeroOrOneOther),
        new("ru", "Русский", Declare(
            "ru",
            new Separators(",", NoBreakSpace, NoBreakSpace + "%"),
            "d MMMM yyyy",
            "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
            "янв. февр. мар. апр. мая июн. июл. авг. сент. окт. нояб. дек."), PluralRule.Russian),
        new("zh", "中文", Declare(
            "zh-Hans",
            new Separators(".", ",", "%"),
            "yyyy'年'M'月'd'日'",
            "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月",
            "1月 2月 3月 4月 5月 6月 7月 8月 9月 10月 11月 12月"), PluralRule.One),
    ];

    /// <summary>The language of the current request, English outside one.</summary>
    public static Language Current =>
        All.FirstOrDefault(l => l.Culture.Name == CultureInfo.CurrentUICulture.Name) ?? English;

    public static Language? Of(string? code) => All.FirstOrDefault(l => l.Code == code);

    private static CultureInfo Declare(string name, Separators separators, string date, string months, string shortMonths)
    {
        var culture = new CultureInfo(name, useUserOverride: false);
        culture.NumberFormat = NumbersWith(separators);
        culture.DateTimeFormat.Calendar = new GregorianCalendar(GregorianCalendarTypes.Localized);
        var dates = culture.DateTimeFormat;
        dates.MonthNames = dates.MonthGenitiveNames = Thirteen(months);
        dates.AbbreviatedMonthNames = dates.AbbreviatedMonthGenitiveNames = Thirteen(shortMonths);
        // One unmistakable form everywhere: 03/12/2020 is two different days to two readers.
        dates.LongDatePattern = dates.ShortDatePattern = date;
        dates.ShortTimePattern = "HH:mm";
        dates.LongTimePattern = "HH:mm:ss";
        return CultureInfo.ReadOnly(culture);
    }

    private static NumberFormatInfo NumbersWith(Separators separators)
    {
        var numbers = (NumberFormatInfo)NumberFormatInfo.InvariantInfo.Clone();
        numbers.NumberDecimalSeparator = numbers.PercentDecimalSeparator = numbers.CurrencyDecimalSeparator = separators.Decimal;
        numbers.NumberGroupSeparator = numbers.PercentGroupSeparator = numbers.CurrencyGroupSeparator = separators.Group;
        numbers.PercentSymbol = separators.Percent;
        numbers.PercentPositivePattern = numbers.PercentNegativePattern = 1;
        return numbers;
    }

    // .NET keeps a thirteenth month for other calendars; it stays empty.
    private static string[] Thirteen(string months) => [.. months.Split(' '), ""];

    private sealed record Separators(string Decimal, string Group, string Percent);
}
