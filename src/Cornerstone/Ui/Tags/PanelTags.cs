using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>&lt;empty title="No documents yet"&gt;what to do next&lt;/empty&gt;: instead of an empty list.</summary>
[HtmlTargetElement("empty")]
public sealed class EmptyTag : TagHelper
{
    public required string Title { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "empty");
        output.PreContent.AddMarkup("<p class=\"empty-title\">{0}</p>", Title);
    }
}

/// <summary>&lt;notice tone="Warning"&gt;…&lt;/notice&gt;: something the reader should know on this page.</summary>
[HtmlTargetElement("notice")]
public sealed class NoticeTag : TagHelper
{
    public Tone Tone { get; set; } = Tone.Information;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"notice notice-{Tone.ToString().ToLowerInvariant()}");
    }
}

/// <summary>&lt;progress-bar value="3" max="10" label="…" /&gt;: how far long work has come.</summary>
[HtmlTargetElement("progress-bar", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ProgressBarTag : TagHelper
{
    public long Value { get; set; }

    public long Max { get; set; } = 100;

    public required string Label { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "div";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "progress");
        output.Content.AddMarkup("<span>{0}</span><progress value=\"{1}\" max=\"{2}\" aria-label=\"{0}\"></progress>", Label, Value, Max);
    }
}
