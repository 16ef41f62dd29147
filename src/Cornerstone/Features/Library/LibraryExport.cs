using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.Library;

/// <summary>The list of documents as a file, codes beside names.</summary>
internal static class LibraryExport
{
    public static ListExport<LibraryDocument> Of(IEnumerable<LibraryDocument> rows, string country, Text T) => new("library", T["Library"], rows)
    {
        Columns =
        [
            new(T["Symbol"], d => d.Symbol, Width: 20),
            new(T["Title"], d => d.Title, Width: 60),
            new(T["Date"], d => d.Date, CellKind.Date, 12),
            new(T["{0} (code)", T["Kind"]], d => d.Kind.ToString(), Width: 14),
            new(T["Kind"], d => T.Of(d.Kind)),
            new(T["{0} (code)", T["Language"]], d => d.Language, Width: 10),
            new(T["Language"], d => LibraryWords.LanguageName(d.Language), Width: 14),
            new(T["Agenda item"], d => d.AgendaItem, Width: 30),
            new(T["Subjects"], d => string.Join("; ", d.Subjects), Width: 30),
            new(T["Draft"], d => d.DraftSymbol, Width: 16),
            new(T["Meeting"], d => d.MeetingSymbol, Width: 16),
            new(T["Paragraphs"], d => d.ProvisionCount, CellKind.Number, 12),
            new(T["Address"], d => LibraryAddress.Permanent(d.Symbol, d.Kind) ?? LibraryAddress.Document(country, d.Id), Width: 34),
        ],
    };
}
