using System.Globalization;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What of the ledger is asked for; all of it stands in the address.</summary>
public sealed record LedgerQuestion(LedgerView View, MoneyStage Stage, string Currency)
{
    public int? Year { get; init; }

    public Guid? Partner { get; init; }

    /// <summary>A component, or <see cref="Undeclared"/>.</summary>
    public string? Component { get; init; }

    /// <summary>An objective of the plan through all its versions, with everything below it.</summary>
    public Guid? Objective { get; init; }

    /// <summary>Asks for what was left out for this reason.</summary>
    public ExclusionReason? Reason { get; init; }

    /// <summary>Asks for money of which no component is declared.</summary>
    public const string Undeclared = "none";

    public string AddressOn(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["view"] = View.ToString(),
        ["stage"] = Stage.ToString(),
        ["currency"] = Currency,
        ["year"] = Year?.ToString(CultureInfo.InvariantCulture),
        ["partner"] = Partner?.ToString(),
        ["component"] = Component,
        ["objective"] = Objective?.ToString(),
        ["reason"] = Reason?.ToString(),
    }.Where(q => q.Value is not null));
}

/// <summary>One amount of the ledger: counted, or left out with its reason.</summary>
/// <param name="Amount">The part this row is about, exactly; null where it is not known.</param>
public sealed record LedgerRow(Activity Activity, LedgerFlow Flow, Guid? Partner, string? Component, decimal? Amount, ExclusionReason? Reason, IReadOnlyList<Guid> Because);

/// <summary>Rows of the ledger: every figure of its pages is the sum of some of them.</summary>
public static class LedgerRows
{
    /// <summary>What is counted, divided by component; parts of a whole add up to it.</summary>
    public static IEnumerable<LedgerRow> Counted(KnownMoney money, LedgerQuestion question) =>
        from counted in money.Count(question.Stage).Of(question.View).Counted
        where question.Year is null || counted.Flow.Date?.Year == question.Year
        let partner = question.View == LedgerView.Funding ? money.GiverOf(counted.Flow) : money.Partners.Of(money.Activities[counted.Flow.Activity].ReporterId)?.Id
        where question.Partner is null || partner == question.Partner
        let here = money.CountryOf(counted.Flow).Here
        where here != 0m
        from share in money.ComponentsOf(counted.Flow.Activity)
        where question.Component is null || question.Component == (share.Code ?? LedgerQuestion.Undeclared)
        select new LedgerRow(money.Activities[counted.Flow.Activity], counted.Flow, partner, share.Code, counted.Amount * here * share.Part, null, []);

    /// <summary>What is left out, each with its reason.</summary>
    public static IEnumerable<LedgerRow> LeftOut(KnownMoney money, LedgerQuestion question) =>
        from left in money.Count(question.Stage).Of(question.View).Excluded.Concat(NotHere(money, question))
        where question.Year is null || left.Flow.Date?.Year == question.Year
        where question.Reason is null || left.Reason == question.Reason
        select new LedgerRow(money.Activities[left.Flow.Activity], left.Flow, money.GiverOf(left.Flow), null, left.Amount, left.Reason, left.Because);

    private static IEnumerable<Exclusion> NotHere(KnownMoney money, LedgerQuestion question) =>
        from counted in money.Count(question.Stage).Of(question.View).Counted
        from left in money.CountryOf(counted.Flow).LeftOut
        select new Exclusion(counted.Flow, counted.Amount * left.Part, left.Reason, []);

    public static IEnumerable<LedgerRow> Of(KnownMoney money, LedgerQuestion question) => question.Reason is null ? Counted(money, question) : LeftOut(money, question);
}
