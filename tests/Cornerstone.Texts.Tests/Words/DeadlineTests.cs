namespace Cornerstone.Texts.Tests.Words;

public sealed class DeadlineTests
{
    [Theory]
    [InlineData("Requests the Secretary-General to report by 30 September 2021;", "2021-09-30", DatePrecision.Day)]
    [InlineData("Requests the Secretary-General to report in September 2021 on progress;", "2021-09-30", DatePrecision.Month)]
    [InlineData("Requests a report no later than 1 February 2022;", "2022-02-01", DatePrecision.Day)]
    [InlineData("Decides to extend the mandate until 31 August 2021;", "2021-08-31", DatePrecision.Day)]
    [InlineData("Requests a report by the end of 2021;", "2021-12-31", DatePrecision.Year)]
    [InlineData("Requests a report in the first quarter of 2022;", "2022-03-31", DatePrecision.Quarter)]
    [InlineData("Requests a report by the end of June 2021;", "2021-06-30", DatePrecision.Month)]
    [InlineData("Requests a report within 30 days of the adoption of this resolution;", "2021-01-02", DatePrecision.Day)]
    [InlineData("Requests a report within six months of the adoption of this resolution;", "2021-06-03", DatePrecision.Day)]
    [InlineData("Requests a report by 15 March on the plan;", "2021-03-15", DatePrecision.Day)]
    public void A_due_date_is_read_with_how_far_it_is_known(string text, string day, DatePrecision precision)
    {
        var due = Reading.Of(text).Due;

        Assert.NotNull(due);
        Assert.Equal(DateOnly.ParseExact(day, "yyyy-MM-dd"), due.Date);
        Assert.Equal(precision, due.Precision);
    }

    [Fact]
    public void A_stated_deadline_goes_before_a_month_that_is_only_mentioned()
    {
        var due = Reading.Of("Requests the Mission to review the elections held in May 2021 and to report by 1 July 2021;").Due;

        Assert.Equal(new DateOnly(2021, 7, 1), due?.Date);
    }

    [Theory]
    [InlineData("Welcomes the plan to be ready by 30 September 2021;")]
    [InlineData("Requests a report on the agreement signed on 5 May 2019;")]
    [InlineData("Requests the Committee to answer within 30 days of their receipt;")]
    [InlineData("Decides that the officers be trained by States;")]
    public void What_asks_nothing_or_lies_in_the_past_or_has_no_date_is_not_due(string text)
    {
        Assert.Null(Reading.Of(text).Due);
    }

    [Theory]
    [InlineData("Requests the Secretary-General to report every 90 days;", "every 90 days")]
    [InlineData("Requests the Secretary-General to report every six months;", "every 6 months")]
    [InlineData("Requests the Secretary-General to report by 1 July 2021;", null)]
    public void A_report_can_fall_due_again_and_again(string text, string? recurrence)
    {
        Assert.Equal(recurrence, Reading.Of(text).Recurrence);
    }
}
