using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui;
using Cornerstone.Ui.Wordings;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.PlanNodes;

/// <summary>Two people wrote the same field differently: both texts, to choose from.</summary>
public sealed record NodeDifference(string Field, string Theirs, string Mine)
{
    /// <summary>Every field in which the forms differ. What both wrote alike needs no decision.</summary>
    public static IReadOnlyList<NodeDifference> Between(NodeForm theirs, NodeForm mine, NodeChoices choices, Text T) =>
    [
        .. Fields(theirs, choices, T).Zip(Fields(mine, choices, T), (a, b) => new NodeDifference(a.Field, a.Value, b.Value)).Where(d => d.Theirs != d.Mine),
    ];

    private static IEnumerable<(string Field, string Value)> Fields(NodeForm form, NodeChoices choices, Text T) =>
    [
        (T["Code"], form.Code.Trim()),
        (T["Title"], Of(form.Title)),
        (T["Statement"], Of(form.Statement)),
        (T["Owner"], Named([form.OwnerId?.ToString()], choices.Institutions)),
        (T["Contributing institutions"], Named(form.ContributorIds.Select(i => i.ToString()), choices.Institutions)),
        (T["Components"], Named(form.Components, choices.Components)),
        (T["Regions"], Named(form.Regions, choices.Regions)),
        (T["Starts on"], Of(form.StartsOn, T)),
        (T["Ends on"], Of(form.EndsOn, T)),
        (T["Assumptions"], Of(form.Assumptions)),
        (T["Risks"], Of(form.Risks)),
        (T["Gender marker"], form.GenderMarker?.ToString(T.Language.Culture) ?? ""),
        (T["Political objective served"], Of(form.PoliticalObjective)),
        (T["Who gains and who loses"], Of(form.WinnersLosers)),
        (T["Place among its siblings"], form.Position?.ToString(T.Language.Culture) ?? ""),
        (T["How far it may travel"], T.Of(form.Classification)),
        (T["Cost by year and type of spending"], Many(form.Costs)),
        (T["Funding lines"], Many(form.Funding)),
        (T["SDG targets"], Trimmed(form.Sdg)),
        (T["National development plan"], Trimmed(form.DevelopmentPlan)),
        (T["Clauses of the peace agreement"], Trimmed(form.Agreement)),
        (T["Laws"], Named(form.Laws, choices.Laws)),
        (T["Reform instruments"], Named(form.Instruments, choices.Instruments)),
    ];

    private static string Of(WordingForm form) => form.ToWording()?.ToString() ?? "";

    private static string Of(DateOnly? day, Text T) => day?.ToString("d", T.Language.Culture) ?? "";

    private static string Many(IEnumerable<object> lines) => string.Join("\n", lines.Select(l => l.ToString()).Where(l => !string.IsNullOrEmpty(l)).Order(StringComparer.Ordinal));

    private static string Named(IEnumerable<string?> values, IReadOnlyList<SelectListItem> names) =>
        string.Join("; ", values.OfType<string>().Select(v => names.FirstOrDefault(n => n.Value == v)?.Text ?? v).Order(StringComparer.CurrentCulture));

    private static string Trimmed(string? text) => (text ?? "").Replace("\r", "", StringComparison.Ordinal).Trim();
}
