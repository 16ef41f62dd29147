using Cornerstone.Features.Plan;
using Cornerstone.Languages;
using Cornerstone.Ui.Tags;
using Cornerstone.Values;
using Microsoft.AspNetCore.Html;

namespace Cornerstone.Features.Portfolio;

/// <summary>Large amounts in a few signs, and counts as bars.</summary>
public static class PortfolioWords
{
    private const decimal Million = 1_000_000m;
    private const decimal Thousand = 1_000m;

    /// <summary>"180.5 million XSC": what a reader can keep in mind; exact amounts stand on the pages behind.</summary>
    public static string Rounded(this Text T, decimal amount, Currency currency) => amount switch
    {
        >= Million => T["{0:#,0.#} million {1}", amount / Million, currency.Code],
        >= Thousand => T["{0:#,0.#} thousand {1}", amount / Thousand, currency.Code],
        _ => T["{0:#,0} {1}", amount, currency.Code],
    };

    /// <summary>Done from the start, late from the end, the rest between.</summary>
    public static IHtmlContent StepsBar(this Text T, StepCount steps) => Bar(
        T["{0} of {1} steps done, {2} late", steps.Done, steps.All, steps.Late],
        steps.All, [("part-good", steps.Done), ("part-rest", steps.All - steps.Done - steps.Late), ("part-bad", steps.Late)]);

    public static IHtmlContent LightsBar(this Text T, LightCount lights) => Bar(
        T["{0} on track, {1} slow, {2} off track, {3} without a light", lights.Good, lights.Warning, lights.Bad, lights.Unknown],
        lights.All, [("part-good", lights.Good), ("part-warning", lights.Warning), ("part-bad", lights.Bad), ("part-rest", lights.Unknown)]);

    // Widths are attributes, not styles: pages allow no styles of their own.
    private static IHtmlContent Bar(string says, int all, (string Class, int Part)[] parts)
    {
        var html = new HtmlContentBuilder();
        if (all == 0)
        {
            return html;
        }

        html.AddMarkup("<svg class=\"parts\" viewBox=\"0 0 {1} 1\" preserveAspectRatio=\"none\" role=\"img\" aria-label=\"{0}\">", says, all);
        var from = 0;
        foreach (var (name, part) in parts.Where(p => p.Part > 0))
        {
            html.AddMarkup("<rect class=\"{0}\" x=\"{1}\" width=\"{2}\" height=\"1\"/>", name, from, part);
            from += part;
        }

        return html.AppendHtml("</svg>");
    }
}
