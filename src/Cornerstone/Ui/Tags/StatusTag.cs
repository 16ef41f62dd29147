using Cornerstone.Languages;
using Cornerstone.Values;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>What a status means at a glance. The words say it too: colour is never alone.</summary>
public enum Tone
{
    Neutral,
    Information,
    Good,
    Warning,
    Bad,
}

/// <summary>&lt;status tone="Good"&gt;Done&lt;/status&gt;: a badge with a mark of its own for each tone.</summary>
[HtmlTargetElement("status")]
public sealed class StatusTag : TagHelper
{
    public Tone Tone { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"status status-{Tone.ToString().ToLowerInvariant()}");
    }
}

/// <summary>&lt;chip&gt;theme&lt;/chip&gt;: a small label; with href a link, and current="true" when it is the chosen one.</summary>
[HtmlTargetElement("chip")]
public sealed class ChipTag : TagHelper
{
    public string? Href { get; set; }

    public bool Current { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = Href is null ? "span" : "a";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "chip");
        if (Href is not null)
        {
            output.Attributes.SetAttribute("href", Href);
        }

        if (Current)
        {
            output.Attributes.SetAttribute("aria-current", "true");
        }
    }
}

/// <summary>&lt;classification level="…" /&gt;: how far the record may travel.</summary>
[HtmlTargetElement("classification", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ClassificationTag(Text T) : TagHelper
{
    public Classification Level { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "span";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"level level-{Level.ToString().ToLowerInvariant()}");
        output.Content.AddMarkup("<span class=\"hidden\">{0} </span>{1}", T["Classification:"], T.Of(Level));
    }
}
