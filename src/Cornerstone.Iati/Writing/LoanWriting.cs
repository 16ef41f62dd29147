namespace Cornerstone.Iati.Writing;

internal static class LoanWriting
{
    public static void Write(Pen pen, CrsAdditions? additions)
    {
        if (additions is null) return;
        pen.Begin("crs-add");
        foreach (var flag in additions.Flags)
        {
            pen.Begin("other-flags");
            pen.Attribute("code", flag.Code);
            pen.Attribute("significance", flag.IsSignificant);
            pen.End();
        }

        Terms(pen, additions.Terms);
        Status(pen, additions.Status);
        pen.Simple("channel-code", additions.ChannelCode);
        pen.End();
    }

    public static void Write(Pen pen, ForwardSpending? survey)
    {
        if (survey is null) return;
        pen.Begin("fss");
        pen.Attribute("extraction-date", survey.Extracted);
        pen.Attribute("priority", survey.IsPriority);
        pen.Attribute("phaseout-year", survey.PhaseOutYear);
        foreach (var forecast in survey.Forecasts)
        {
            pen.Begin("forecast");
            pen.Attribute("year", forecast.Year);
            pen.Attribute("currency", forecast.Value.Currency);
            pen.Attribute("value-date", forecast.Value.ValueDate);
            pen.Text(forecast.Value.Number?.ToString(System.Globalization.CultureInfo.InvariantCulture));
            pen.End();
        }

        pen.End();
    }

    private static void Terms(Pen pen, LoanTerms? terms)
    {
        if (terms is null) return;
        pen.Begin("loan-terms");
        pen.Attribute("rate-1", terms.Rate1);
        pen.Attribute("rate-2", terms.Rate2);
        pen.Code("repayment-type", terms.RepaymentType);
        pen.Code("repayment-plan", terms.RepaymentPlan);
        pen.Day("commitment-date", terms.Commitment);
        pen.Day("repayment-first-date", terms.FirstRepayment);
        pen.Day("repayment-final-date", terms.FinalRepayment);
        pen.End();
    }

    private static void Status(Pen pen, LoanStatus? status)
    {
        if (status is null) return;
        pen.Begin("loan-status");
        pen.Attribute("year", status.Year);
        pen.Attribute("currency", status.Currency);
        pen.Attribute("value-date", status.ValueDate);
        pen.Simple("interest-received", status.InterestReceived);
        pen.Simple("principal-outstanding", status.PrincipalOutstanding);
        pen.Simple("principal-arrears", status.PrincipalArrears);
        pen.Simple("interest-arrears", status.InterestArrears);
        pen.End();
    }
}
