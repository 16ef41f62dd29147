using System.Globalization;
using Cornerstone.Languages;
using Cornerstone.Texts;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Cornerstone.Features.Library;

/// <summary>Choices of the library's filters, in the reader's language and in its order.</summary>
public static class FilterChoices
{
    public static IEnumerable<SelectListItem> Kinds(Text T) => Enum.GetValues<DocumentKind>().Select(k => new SelectListItem(T.Of(k), k.ToString()));

    public static IEnumerable<SelectListItem> ThemeCodes(Text T) => Coded(T, Themes.All);

    public static IEnumerable<SelectListItem> AddresseeCodes(Text T) => Coded(T, Addressees.All);

    public static IEnumerable<SelectListItem> Strengths(Text T) =>
        Enumerable.Range(1, 5).Reverse().Select(s => new SelectListItem($"{s} · {T.Strength(s)}", s.ToString(CultureInfo.InvariantCulture)));

    public static IEnumerable<SelectListItem> Languages() => Cornerstone.Languages.Languages.All.Select(l => new SelectListItem(l.OwnName, l.Code));

    public static IEnumerable<SelectListItem> Sorts(Text T) =>
    [
        new(T["Newest first"], ""), new(T["Oldest first"], "oldest"), new(T["By symbol"], "symbol"), new(T["Last imported"], "imported"),
    ];

    public static IEnumerable<SelectListItem> Votes(Text T) => [new(T["Unanimous"], "false"), new(T["Not unanimous"], "true")];

    private static IEnumerable<SelectListItem> Coded(Text T, IEnumerable<CodedWords> words) => words
        .Select(w => new SelectListItem(T[w.Name], w.Code))
        .OrderBy(i => i.Text, StringComparer.Create(T.Language.Culture, ignoreCase: true));
}
