using Cornerstone.Languages;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Features.Plan;

/// <summary>The words of this room's values, and the bars that stand beside them.</summary>
public static class PlanWords
{
    public static string Of(this Text T, PlanLevel level) => level switch
    {
        PlanLevel.Vision => T["Vision"],
        PlanLevel.Goal => T["Goal"],
        PlanLevel.Outcome => T["Outcome"],
        PlanLevel.Output => T["Output"],
        PlanLevel.Activity => T["Activity"],
        _ => T["Milestone"],
    };

    /// <summary>The country's own name of the level, else the handbook's.</summary>
    public static string Of(this Text T, PlanLevel level, LevelNames names) => names.In(level, T.Language.Code) ?? T.Of(level);

    public static string Of(this Text T, PlanVersionState state) => state switch
    {
        PlanVersionState.Draft => T["Draft"],
        PlanVersionState.Submitted => T["Awaits approval"],
        PlanVersionState.Approved => T["Approved"],
        _ => T["Replaced"],
    };

    /// <summary>What was reported last; silence is not "not started".</summary>
    public static string Of(this Text T, ProgressState? state) => state switch
    {
        null => T["Nothing reported"],
        ProgressState.NotStarted => T["Not started"],
        ProgressState.Ongoing => T["Ongoing"],
        ProgressState.Delayed => T["Delayed"],
        ProgressState.Completed => T["Completed"],
        _ => T["Dropped"],
    };

    public static string Of(this Text T, EconomicType type) => type switch
    {
        EconomicType.Wages => T["Wages"],
        EconomicType.GoodsAndServices => T["Goods and services"],
        EconomicType.Capital => T["Capital"],
        _ => T["Transfers"],
    };

    public static string Of(this Text T, FundingKind kind) => kind == FundingKind.National ? T["National allocation"] : T["Commitment"];

    public static string Of(this Text T, PlanLinkKind kind) => kind switch
    {
        PlanLinkKind.DevelopmentPlan => T["National development plan"],
        PlanLinkKind.Sdg => T["SDG target"],
        PlanLinkKind.Agreement => T["Agreement clause"],
        PlanLinkKind.Law => T["Law"],
        _ => T["Reform instrument"],
    };

    public static string Of(this Text T, MappingRelation relation) => relation switch
    {
        MappingRelation.Carried => T["Carried over"],
        MappingRelation.Merged => T["Merged"],
        MappingRelation.Dropped => T["Dropped"],
        _ => T["New"],
    };

    public static string Of(this Text T, PriceBasis basis) => basis == PriceBasis.Nominal ? T["Prices of each year"] : T["Constant prices"];

    /// <summary>A rule in a few words, as a filter and a badge name it.</summary>
    public static string Of(this Text T, PlanRule rule) => rule switch
    {
        PlanRule.V1 => T["V1: not measured"],
        PlanRule.V2 => T["V2: owner, dates or cost missing"],
        PlanRule.V3 => T["V3: costs do not add up"],
        PlanRule.V4 => T["V4: reaches no goal"],
        PlanRule.V5 => T["V5: paper objective"],
        PlanRule.V6 => T["V6: no governance"],
        _ => T["V7: code without mapping"],
    };

    public static Tone ToneOf(PlanVersionState state) => state switch
    {
        PlanVersionState.Approved => Tone.Good,
        PlanVersionState.Submitted => Tone.Warning,
        PlanVersionState.Draft => Tone.Information,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(ProgressState? state) => state switch
    {
        ProgressState.Completed => Tone.Good,
        ProgressState.Delayed => Tone.Bad,
        ProgressState.Ongoing => Tone.Information,
        _ => Tone.Neutral,
    };

    public static Tone ToneOf(PlanRule rule) => rule is PlanRule.V5 or PlanRule.V3 ? Tone.Bad : Tone.Warning;

    /// <summary>"1,200,000 USD": whole units where nothing is lost, the currency by its code.</summary>
    public static string Of(this Text T, Money money) =>
        $"{money.Amount.ToString(money.Amount == decimal.Truncate(money.Amount) ? "N0" : "N2", T.Language.Culture)}\u00A0{money.Currency.Code}";

    public static string Of(this Text T, Percentage? share) => share?.Share.ToString("P0", T.Language.Culture) ?? "–";

    /// <summary>A year as the country labels it: "2026", or "2026/27".</summary>
    public static string YearOf(NationalPlan plan, int year) => new FiscalYear(year, new FiscalYearStart(plan.FiscalYearStartMonth, plan.FiscalYearStartDay)).ToString();

    /// <summary>How much of the cost is there, national money first, as a bar; the words beside it say the same.</summary>
    public static IHtmlContent Bar(this Text T, MoneyFigures figures)
    {
        if (figures.Cost is not > 0m)
        {
            return HtmlString.Empty;
        }

        var national = WidthOf(figures.National, figures.Cost.Value);
        var all = WidthOf(figures.Funding, figures.Cost.Value);
        return Drawn(T["{0} funded", T.Of(figures.Funded)], [("bar-main", 0, national), ("bar-second", national, all - national)]);
    }

    public static IHtmlContent Bar(this Text T, StepCount steps)
    {
        if (steps.All == 0)
        {
            return HtmlString.Empty;
        }

        var (done, late) = (WidthOf(steps.Done, steps.All), WidthOf(steps.Late, steps.All));
        return Drawn(T["{0} of {1} steps done, {2} late", steps.Done, steps.All, steps.Late], [("bar-good", 0, done), ("bar-bad", 100 - late, late)]);
    }

    private static int WidthOf(decimal part, decimal whole) => (int)Math.Clamp(Math.Round(part / whole * 100m), 0m, 100m);

    private static IHtmlContent Drawn(string says, IEnumerable<(string Class, int From, int Width)> parts)
    {
        var html = new HtmlContentBuilder();
        html.AddMarkup("<svg class=\"gauge\" viewBox=\"0 0 100 8\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{0}\">", says);
        foreach (var (name, from, width) in parts.Where(p => p.Width > 0))
        {
            html.AddMarkup("<rect class=\"{0}\" x=\"{1}\" width=\"{2}\" height=\"8\"/>", name, from, width);
        }

        return html.AppendHtml("</svg>");
    }
}
