using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;card title="…" href="…" note="…" figure="69 %" level="3" span="2"&gt;…&lt;/card&gt;: a framed part of a page, to stand in
/// &lt;div class="cards"&gt;. With a figure it is a key number; with href its title is the link; span makes it wider.
/// </summary>
[HtmlTargetElement("card")]
public sealed class CardTag : TagHelper
{
    public string? Title { get; set; }

    public string? Href { get; set; }

    public string? Note { get; set; }

    public string? Figure { get; set; }

    public int Level { get; set; } = 2;

    public int Span { get; set; } = 1;

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var body = await output.GetChildContentAsync();
        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", $"card{(Figure is null ? "" : " card-figure")}{(Href is null ? "" : " card-link")}{(Span > 1 ? $" span-{Span}" : "")}");
        if (Title is not null)
        {
            output.Content.AddMarkup(Href is null ? "<h{0}>{1}</h{0}>" : "<h{0}><a href=\"{2}\">{1}</a></h{0}>", Level, Title, Href ?? "");
        }

        if (Figure is not null)
        {
            output.Content.AddMarkup("<p class=\"figure\"><bdi>{0}</bdi></p>", Figure);
        }

        if (Note is not null)
        {
            output.Content.AddMarkup("<p class=\"note\">{0}</p>", Note);
        }

        output.Content.AppendHtml(body);
    }
}
