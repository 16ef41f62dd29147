using System.ComponentModel;
using Cornerstone.Data;
using Cornerstone.Features.CountedSupport;
using Cornerstone.Features.ExchangeRates;
using Cornerstone.Features.SupportCoordination;
using Cornerstone.Features.SupportLedger;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Cornerstone.Api;

/// <param name="Value">On the axis of the rows: an id or a code; "none" where nobody said, "shared" where several share the money.</param>
/// <param name="Amounts">One for each column; null where nothing is counted.</param>
public sealed record LedgerLineRow(string Value, IReadOnlyList<decimal?> Amounts, decimal Total, int Transactions);

/// <param name="Amount">Null where none of the amounts is known.</param>
public sealed record LeftOutRow(ExclusionReason Reason, decimal? Amount, int Transactions);

/// <param name="Base">Its rates are units of another currency for one of this.</param>
public sealed record RateSourceRow(string Code, string Name, string Publisher, RateMethod Method, string Base);

/// <param name="Lowest">What one unit came to in the currency of the ledger; with the highest the same where one rate holds for the whole year.</param>
/// <param name="Days">On how many days of the year anything was converted.</param>
/// <param name="Sources">Codes of the sources that answered.</param>
public sealed record UsedRateRow(int Year, string Currency, decimal Lowest, decimal Highest, int Days, IReadOnlyList<string> Sources);

/// <summary>How amounts were converted: by the rate of which day, whose rates are asked, in their order, and what was used for each year of the ledger.</summary>
public sealed record LedgerRates(string Day, IReadOnlyList<RateSourceRow> Sources, IReadOnlyList<UsedRateRow> Used);

/// <param name="Rows">The axis of the lines.</param>
/// <param name="Columns">The axis of the amounts; null where only totals were asked for.</param>
/// <param name="Only">Conditions, by axis.</param>
/// <param name="LeftOutOfAll">What is left out is told without the conditions on what money is for: it is not divided by them.</param>
public sealed record LedgerTableRow(
    LedgerView View, MoneyStage Stage, string Currency, LedgerRates Rates, string Rows, string? Columns, IReadOnlyDictionary<string, string> Only,
    IReadOnlyList<string> Heads, IReadOnlyList<LedgerLineRow> Lines, IReadOnlyList<decimal> Totals, decimal Total, IReadOnlyList<LeftOutRow> LeftOut, bool LeftOutOfAll);

/// <summary>Sums of the ledger for programs: what the page of the explorer shows the same reader, by the same words in the address.</summary>
internal static class LedgerApi
{
    private const string TotalsOnly = "none";

    public static async Task<Results<Ok<LedgerTableRow>, ProblemHttpResult>> TableAsync(
        LedgerDesk desk, AppDb db, HttpRequest request, CancellationToken ct,
        [FromQuery, Description("Where money entered, or where it was last seen. The two are never added.")] LedgerView view = LedgerView.Funding,
        [FromQuery, Description("Stages are not amounts to add.")] MoneyStage stage = MoneyStage.Paid,
        [FromQuery, Description("Three letters; usually USD.")] string? currency = null,
        [FromQuery, Description("The axis of the lines: year, partner, objective, component, sector, region, flow, oda, oda-beside, ssr, finance, aid, marker-1 and others. Any of them with a value is a condition.")] string rows = "partner",
        [FromQuery, Description("The axis of the amounts, or none for totals only.")] string columns = "year")
    {
        if (currency is not null && !Values.Currency.TryParse(currency, out _)) return Refused("currency", currency, "a currency code of three letters");

        try
        {
            await desk.OpenAsync(currency, ct);
        }
        catch (LedgerBeingCountedException counting)
        {
            CountsLedgerAttribute.SayWhen(request.HttpContext.Response);
            return TypedResults.Problem(
                "The ledger is being counted for the first time since the program started: ask again in half a minute.", statusCode: StatusCodes.Status503ServiceUnavailable,
                extensions: new Dictionary<string, object?> { ["counted"] = counting.Progress.Counted, ["activities"] = counting.Progress.Activities });
        }

        if (AxisOf(desk, rows) is not { } rowAxis) return Refused("rows", rows, Words(desk));

        var columnAxis = columns == TotalsOnly ? null : AxisOf(desk, columns);
        if (columnAxis is null && columns != TotalsOnly) return Refused("columns", columns, $"{Words(desk)}, {TotalsOnly}");

        var question = new LedgerQuestion(view, stage, desk.Ledger.Currency.Code) { Only = ExplorerQuery.OnlyOf(request.Query) };
        return TypedResults.Ok(Told(desk, question, rowAxis, columnAxis, await db.RateSourcesAsync(desk.Country, ct)));
    }

    private static LedgerTableRow Told(LedgerDesk desk, LedgerQuestion question, LedgerAxis rows, LedgerAxis? columns, List<RateSource> sources)
    {
        var table = ExplorerTable.Of(desk, question, rows, columns);
        return new(
            question.View, question.Stage, question.Currency,
            new("valueDate", sources.ConvertAll(s => new RateSourceRow(s.Code, s.Name, s.Publisher, s.Method, s.Base.Code)),
                [.. desk.Ledger.Rates.Used(desk.Ledger.Currency).Select(u => new UsedRateRow(u.Year, u.From.Code, u.Lowest, u.Highest, u.Days, u.Sources))]),
            rows.Word, columns?.Word, question.Only.ToDictionary(o => o.Key.Word, o => o.Value),
            [.. table.Heads.Select(h => h.Value)],
            [.. table.Lines.Select(l => new LedgerLineRow(l.Value, l.Amounts, l.Total, l.Flows))],
            table.Totals, table.Total,
            [.. desk.Ledger.LeftOut(question, desk.Plan).Select(s => new LeftOutRow(Enum.Parse<ExclusionReason>(s.Values[0]), s.Amount, s.Flows))],
            question.IsDivided);
    }

    private static LedgerAxis? AxisOf(LedgerDesk desk, string word) => desk.Axes.FirstOrDefault(a => a.Word == word);

    private static string Words(LedgerDesk desk) => string.Join(", ", desk.Axes.Select(a => a.Word));

    private static ProblemHttpResult Refused(string name, string value, string expected) =>
        TypedResults.Problem($"{name} is {value}: expected {expected}.", statusCode: StatusCodes.Status400BadRequest);
}
