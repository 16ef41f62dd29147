using Cornerstone.Iati.Tree;

namespace Cornerstone.Iati.Reading;

/// <summary>What is added for the OECD's statistics, and the forward spending survey.</summary>
internal static class LoanReading
{
    public static CrsAdditions? Read(Picker pick, Element additions) => additions.Exists
        ? new(
            pick.All(additions, IatiName.OtherFlags, static (p, e) => new CrsFlag(p.Code(e), p.Flag(e, IatiName.Significance))),
            Terms(pick, additions.First(IatiName.LoanTerms)),
            Status(pick, additions.First(IatiName.LoanStatus)),
            pick.Text(additions.First(IatiName.ChannelCode)))
        : null;

    public static ForwardSpending? Forward(Picker pick, Element survey) => survey.Exists
        ? new(
            pick.Day(survey, IatiName.ExtractionDate),
            pick.Flag(survey, IatiName.Priority),
            pick.Year(survey, IatiName.PhaseoutYear),
            pick.All(survey, IatiName.Forecast, static (p, e) =>
                new SpendingForecast(p.Year(e, IatiName.Year), new Amount(p.Number(e), p.CurrencyOf(e, IatiName.Currency), p.Day(e, IatiName.ValueDate)))))
        : null;

    private static LoanTerms? Terms(Picker pick, Element terms) => terms.Exists
        ? new(pick.Number(terms, IatiName.Rate1), pick.Number(terms, IatiName.Rate2), pick.CodeOf(terms, IatiName.RepaymentType), pick.CodeOf(terms, IatiName.RepaymentPlan))
        {
            Commitment = pick.DayOf(terms, IatiName.CommitmentDate),
            FirstRepayment = pick.DayOf(terms, IatiName.RepaymentFirstDate),
            FinalRepayment = pick.DayOf(terms, IatiName.RepaymentFinalDate),
        }
        : null;

    private static LoanStatus? Status(Picker pick, Element status) => status.Exists
        ? new(pick.Year(status, IatiName.Year), pick.CurrencyOf(status, IatiName.Currency), pick.Day(status, IatiName.ValueDate))
        {
            InterestReceived = pick.Number(status.First(IatiName.InterestReceived)),
            PrincipalOutstanding = pick.Number(status.First(IatiName.PrincipalOutstanding)),
            PrincipalArrears = pick.Number(status.First(IatiName.PrincipalArrears)),
            InterestArrears = pick.Number(status.First(IatiName.InterestArrears)),
        }
        : null;
}
