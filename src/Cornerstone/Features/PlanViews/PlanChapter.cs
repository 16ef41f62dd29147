using System.Globalization;
using Cornerstone.Features.Plan;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Features.PlanViews;

/// <summary>
/// One heading of the plan as a document: an objective with its text, and beneath it the activities and milestones that stand
/// directly under it, as a table. Where activities stand at the very top, the chapter has no objective.
/// </summary>
public sealed record PlanChapter(PlanBranch? Objective, int Depth, IReadOnlyList<PlanBranch> Steps)
{
    private const int TopHeading = 2;
    private const int DeepestHeading = 6;

    /// <summary>The page's title is the first heading, so chapters begin with the second.</summary>
    public int Heading => Math.Min(TopHeading + Depth, DeepestHeading);

    public static IReadOnlyList<PlanChapter> Of(IReadOnlyList<PlanBranch> tops)
    {
        var loose = tops.Where(t => !IsObjective(t)).SelectMany(t => t.SelfAndBelow()).ToList();
        var chapters = tops.Where(IsObjective).SelectMany(t => Of(t, 0));
        return [.. loose.Count > 0 ? chapters.Append(new(null, 0, loose)) : chapters];
    }

    private static IEnumerable<PlanChapter> Of(PlanBranch branch, int depth)
    {
        var steps = branch.Children.Where(c => !IsObjective(c)).SelectMany(c => c.SelfAndBelow()).ToList();
        return branch.Children.Where(IsObjective).SelectMany(c => Of(c, depth + 1)).Prepend(new(branch, depth, steps));
    }

    private static bool IsObjective(PlanBranch branch) => branch.Node.Level < PlanLevel.Activity;
}

/// <summary>&lt;chapter-heading level="3" id="…"&gt;: a heading as deep as its chapter.</summary>
[HtmlTargetElement("chapter-heading")]
public sealed class ChapterHeadingTag : TagHelper
{
    public required int Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "h" + Level.ToString(CultureInfo.InvariantCulture);
        output.TagMode = TagMode.StartTagAndEndTag;
    }
}
