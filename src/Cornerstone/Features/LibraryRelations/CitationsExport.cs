using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.LibraryRelations;

/// <summary>Who cites whom, as a file.</summary>
internal static class CitationsExport
{
    private sealed record Line(string Citing, string Cited, bool? IsHeld, int? Documents, int Mentions);

    public static IListExport Of(IReadOnlyList<CitedSymbol> cited, IReadOnlyList<CitingDocument> citing, LibraryDocument? of, Text T)
    {
        var name = of is null ? "" : T.NameOf(of);
        var lines = citing.Select(c => new Line(T.NameOf(c.Document), name, true, null, c.Mentions))
            .Concat(cited.Select(c => new Line(name, c.Symbol, c.Target is not null, of is null ? c.Documents : null, c.Mentions)));
        return new ListExport<Line>("citations", of is null ? T["The most cited documents"] : T["References of {0}", name], lines)
        {
            Columns =
            [
                new(T["Cited by"], l => l.Citing, Width: 30),
                new(T["Document"], l => l.Cited, Width: 30),
                new(T["In the library"], l => l.IsHeld == true ? T["held"] : T["not held"], Width: 14),
                new(T["Documents"], l => l.Documents, CellKind.Number, 12),
                new(T["Times"], l => l.Mentions, CellKind.Number, 10),
            ],
        };
    }
}
