using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.LibrarySearch;

/// <summary>Paragraphs that answer a question, as a file: each with its document, its place and all its words.</summary>
internal static class ParagraphsExport
{
    public static ListExport<ParagraphHit> Of(IEnumerable<ParagraphHit> hits, IReadOnlyList<string> filters, Text T) => new("paragraphs", T["Paragraphs"], hits)
    {
        Columns =
        [
            new(T["Document"], h => T.NameOf(h.Document)),
            new(T["Date"], h => h.Document.Date, CellKind.Date, 12),
            new(T["Identifier of the paragraph"], h => h.Provision.Path, Width: 14),
            new(T["Paragraph"], h => T.PlaceOf(h.Provision.Path), Width: 20),
            new(T["Strength"], h => h.Provision.Strength, CellKind.Number, 10),
            new(T["Words"], h => h.Provision.Text, Width: 80),
            new(T["{0} (code)", T["Themes"]], h => string.Join("; ", h.Provision.Themes)),
            new(T["Themes"], h => string.Join("; ", h.Provision.Themes.Select(t => T.Theme(t)))),
            new(T["Language"], h => h.Provision.Language, Width: 10),
        ],
        Filters = filters,
    };
}
