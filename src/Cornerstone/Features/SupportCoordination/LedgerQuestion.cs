using System.Globalization;
using Cornerstone.Features.Support;
using Cornerstone.Features.SupportLedger;
using Cornerstone.Values;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Features.SupportCoordination;

/// <summary>What part of an amount is asked for.</summary>
public enum Weighing
{
    /// <summary>What serves the plan: whole where it is agreed, half where only the partner says so.</summary>
    Alignment,

    /// <summary>Of a pledge, as likely as it is thought to be.</summary>
    Probability,
}

/// <summary>What of the ledger is asked for; all of it stands in the address.</summary>
public sealed record LedgerQuestion(LedgerView View, MoneyStage Stage, string Currency)
{
    public int? Year { get; init; }

    public Guid? Partner { get; init; }

    /// <summary>A component, or <see cref="Undeclared"/>.</summary>
    public string? Component { get; init; }

    /// <summary>The lineage of an objective of the plan, <see cref="Undeclared"/>, or <see cref="Shared"/>.</summary>
    public string? Objective { get; init; }

    /// <summary>Asks for a part of each amount only.</summary>
    public Weighing? Weigh { get; init; }

    /// <summary>Asks for what of commitments or pledges is for a span of days.</summary>
    public DateOnly? From { get; init; }

    /// <inheritdoc cref="From"/>
    public DateOnly? Until { get; init; }

    public Period? Window => From is { } from && Until is { } until && until >= from ? new(from, until) : null;

    /// <summary>Asks for what was left out for this reason.</summary>
    public ExclusionReason? Reason { get; init; }

    /// <summary>Asks for money of which no component is declared, or that serves no objective.</summary>
    public const string Undeclared = "none";

    /// <summary>Asks for money that serves several objectives, and nobody said how much of it which.</summary>
    public const string Shared = "shared";

    public string AddressOn(string path) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["view"] = View.ToString(),
        ["stage"] = Stage.ToString(),
        ["currency"] = Currency,
        ["year"] = Year?.ToString(CultureInfo.InvariantCulture),
        ["partner"] = Partner?.ToString(),
        ["component"] = Component,
        ["objective"] = Objective,
        ["weigh"] = Weigh?.ToString(),
        ["from"] = From?.ToString("O", CultureInfo.InvariantCulture),
        ["until"] = Until?.ToString("O", CultureInfo.InvariantCulture),
        ["reason"] = Reason?.ToString(),
    }.Where(q => q.Value is not null));
}

/// <summary>One amount of the ledger: counted, or left out with its reason.</summary>
/// <param name="Amount">The part this row is about, to the cent; null where it is not known.</param>
public sealed record LedgerRow(Activity Activity, LedgerFlow Flow, Guid? Partner, string? Component, decimal? Amount, ExclusionReason? Reason, IReadOnlyList<Guid> Because)
{
    /// <summary>As <see cref="LedgerQuestion.Objective"/>; null until it is divided by what it serves.</summary>
    public string? Objective { get; init; }
}

/// <summary>
/// Rows of the ledger: every figure of its pages is the sum of some of them. An amount is divided to the cent once, by country, then
/// component, then objective, and its parts add up to it: so do all tables, whatever is asked (decision 36).
/// </summary>
public static class LedgerRows
{
    /// <summary>What is counted, divided by component.</summary>
    public static IEnumerable<LedgerRow> Counted(KnownMoney money, LedgerQuestion question) =>
        from row in money.CountedOf(question.View, question.Stage)
        where question.Year is null || row.Flow.Date?.Year == question.Year
        where question.Partner is null || row.Partner == question.Partner
        where question.Component is null || question.Component == (row.Component ?? LedgerQuestion.Undeclared)
        select row;

    internal static IEnumerable<LedgerRow> All(KnownMoney money, LedgerView view, MoneyStage stage) =>
        from counted in money.Count(stage).Of(view).Counted
        let activity = money.Activities[counted.Flow.Activity]
        let partner = view == LedgerView.Funding ? money.GiverOf(counted.Flow) : money.Partners.Of(activity.ReporterId)?.Id
        from part in money.HereOf(counted)
        select new LedgerRow(activity, counted.Flow, partner, part.Component, part.Amount, null, []);

    /// <summary>What is left out, each with its reason.</summary>
    public static IEnumerable<LedgerRow> LeftOut(KnownMoney money, LedgerQuestion question) =>
        from left in money.Count(question.Stage).Of(question.View).Excluded.Concat(NotHere(money, question))
        where question.Year is null || left.Flow.Date?.Year == question.Year
        where question.Reason is null || left.Reason == question.Reason
        select new LedgerRow(money.Activities[left.Flow.Activity], left.Flow, money.GiverOf(left.Flow), null, left.Amount, left.Reason, left.Because);

    private static IEnumerable<Exclusion> NotHere(KnownMoney money, LedgerQuestion question) =>
        from counted in money.Count(question.Stage).Of(question.View).Counted
        from left in money.NotHereOf(counted)
        select new Exclusion(counted.Flow, left.Amount, left.Reason, []);

    public static IEnumerable<LedgerRow> Of(KnownMoney money, LedgerQuestion question) => question.Reason is null ? Counted(money, question) : LeftOut(money, question);
}
