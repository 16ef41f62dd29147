using Cornerstone.Languages;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Microsoft.AspNetCore.WebUtilities;

namespace Cornerstone.Ui.Tags;

/// <summary>
/// &lt;export-links /&gt; under a list: the same list, with the filters of the address, as XLSX and CSV. The page answers
/// with OnGetExport(string? format). handler="…" names another handler where a page has two lists; page="…" another address;
/// shown="true" takes the tables as the page shows them, where nothing is cut by paging.
/// </summary>
[HtmlTargetElement("export-links", TagStructure = TagStructure.WithoutEndTag)]
public sealed class ExportLinksTag(Text T) : TagHelper
{
    // What concerns the page on screen and not the list.
    private static readonly string[] OfTheScreen = ["skip", "all", "handler", "format", "tables", "before", "after"];

    public string Handler { get; set; } = "export";

    /// <summary>Address of the page that answers, when it is not this one.</summary>
    public string? Page { get; set; }

    public bool Shown { get; set; }

    /// <summary>The page answers with JSON as well, when it is asked for that format.</summary>
    public bool Json { get; set; }

    /// <summary>The page answers with the activities behind it in the standard of IATI, when it is asked for that format.</summary>
    public bool Iati { get; set; }

    [HtmlAttributeNotBound]
    [ViewContext]
    public required ViewContext ViewContext { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        output.TagName = "p";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", "note");
        output.Attributes.SetAttribute("data-export", Handler);
        output.Content.AddMarkup("{0} <a href=\"{1}\" download>{2}</a> · <a href=\"{3}\" download>{4}</a>", T["Download this list:"], Address("xlsx"), "Excel (XLSX)", Address("csv"), "CSV");
        if (Json) output.Content.AddMarkup(" · <a href=\"{0}\" download>JSON</a>", Address("json"));
        if (Iati) output.Content.AddMarkup(" · <a href=\"{0}\" download>IATI 2.03</a>", Address("iati"));
    }

    private string Address(string format)
    {
        var request = ViewContext.HttpContext.Request;
        var kept = QueryHelpers.ParseQuery(request.QueryString.Value)
            .Where(q => !OfTheScreen.Contains(q.Key, StringComparer.OrdinalIgnoreCase))
            .Concat(Shown ? [new("tables", format)] : new KeyValuePair<string, Microsoft.Extensions.Primitives.StringValues>[] { new("handler", Handler), new("format", format) });
        return QueryHelpers.AddQueryString(string.IsNullOrEmpty(Page) ? request.Path.Value ?? "" : Page, kept);
    }
}
