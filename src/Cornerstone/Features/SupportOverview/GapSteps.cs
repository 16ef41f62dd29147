using Cornerstone.Charts;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Languages;
using Cornerstone.Values;

namespace Cornerstone.Features.SupportOverview;

/// <summary>From what an objective costs over what the country gives and each partner committed to what nobody funds; pledges stand behind the gap and never reduce it.</summary>
/// <param name="committed">By partner, the largest first.</param>
public sealed class GapSteps(ObjectiveLine line, IReadOnlyList<(string Partner, decimal Amount)> committed, LedgerDesk desk, Text T)
{
    private const int MostPartners = 6;

    public WaterfallChart Chart(Currency currency, string path, string plan) => new(
        new ChartText(T["From cost to gap: {0}", $"{line.Node.Code} {line.Node.Title.In(T.Language.Code)}"], T["What the objective costs, less what the country gives and what each partner committed; then what is pledged, as likely as it is."], T["Step"], currency.Code),
        new WaterfallWords(T["Amount"], T["What is left"], T["In all"], T["Funded"], T["Pledged"]),
        [
            new(T["Cost"], WaterfallKind.Start, ChartValue.Of(line.All.Cost), $"{plan}/nodes/{line.Node.Lineage}"),
            new(T["National allocation"], WaterfallKind.Step, ChartValue.Of(-line.All.National)),
            .. Partners(currency, path),
            new(T["Gap"], WaterfallKind.Total),
            new(T["Pledged, as likely as it is"], WaterfallKind.Perhaps, -line.All.Pipeline, Rows(currency, path, MoneyStage.Pledged, q => q with { Weigh = Weighing.Probability })),
            new(T["Gap if pledges come"], WaterfallKind.Total),
        ]);

    private IEnumerable<WaterfallRow> Partners(Currency currency, string path)
    {
        // One more than fits is no smaller than the line that would name the others.
        var shown = committed.Count == MostPartners + 1 ? committed.Count : MostPartners;
        foreach (var (partner, amount) in committed.Take(shown))
        {
            yield return new(desk.Of(LedgerAxis.Partner, partner), WaterfallKind.Step, -amount, Rows(currency, path, MoneyStage.Committed, q => q.With(LedgerAxis.Partner, partner)));
        }

        if (committed.Count > shown)
        {
            yield return new(T.Plural(committed.Count - shown, "{0} other", "{0} others"), WaterfallKind.Step, -committed.Skip(shown).Sum(c => c.Amount), Rows(currency, path, MoneyStage.Committed, q => q));
        }
    }

    private string Rows(Currency currency, string path, MoneyStage stage, Func<LedgerQuestion, LedgerQuestion> narrow) =>
        narrow(new LedgerQuestion(LedgerView.Funding, stage, currency.Code).With(LedgerAxis.Objective, line.Node.Lineage.ToString())).AddressOn($"{path}/ledger/rows");
}
