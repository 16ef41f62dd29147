using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.Traceability;

/// <summary>Every paragraph of a document, what it calls for and what is followed, as a file.</summary>
internal static class MatrixExport
{
    public static ListExport<MatrixPage.Row> Of(IEnumerable<MatrixPage.Row> rows, LibraryDocument document, Text T) => new("traceability", T["Traceability"], rows)
    {
        Columns =
        [
            new(T["Identifier of the paragraph"], r => r.Provision.Path, Width: 14),
            new(T["Paragraph"], r => T.Paragraph(r.Provision.Path), Width: 20),
            new(T["Strength"], r => r.Provision.IsHousekeeping ? "H" : r.Line?.Strength is { Length: > 0 } given ? given : r.Provision.Strength, CellKind.Number, 10),
            new(T["What it calls for"], r => r.Line?.CapabilityIn(T.Language.Code), Width: 50),
            new(T["Words"], r => r.Provision.Text, Width: 60),
            new(T["Answered in"], r => string.Join("; ", (r.Line?.Rooms ?? []).Select(room => T[RoomNames.Of(room)]))),
            new(T["Followed here"], r => r.IsOpen ? T["Awaits a decision"] : string.Join("; ", r.Obligations.Select(o => T.Of(o.State)))),
            new(T["Records that serve it"], r => string.Join("; ", r.Serving.Select(s => s.Record.Title)), Width: 50),
        ],
        Source = document.Name ?? T["Untitled document"],
    };
}
