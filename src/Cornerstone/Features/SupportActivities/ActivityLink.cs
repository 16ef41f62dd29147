using Cornerstone.Languages;
using Cornerstone.Ui.Tags;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.SupportActivities;

/// <summary>An activity named by its identifier: a link where the register has it.</summary>
public sealed record ActivityLink(string Path, string Identifier, IReadOnlyDictionary<string, Guid> Linked);

/// <summary>Pieces of a sentence that are markup.</summary>
internal static class SupportMarkup
{
    /// <summary>A day, or a dash.</summary>
    public static IHtmlContent Day(this IHtmlHelper _, DateOnly? day, Text T) =>
        day is { } known ? DateTag.Render(known, T.Language) : new HtmlString("–");
}
