using Cornerstone.Features.Commitments;
using Cornerstone.Features.Library;
using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.CommitmentProposals;

/// <summary>What awaits a decision, as a file to prepare the decision with.</summary>
internal static class ProposalsExport
{
    public static ListExport<ProposingDocument> Of(IEnumerable<ProposingDocument> documents, Text T) => new("proposals", T["Proposals"], documents)
    {
        Columns =
        [
            new(T["Document"], d => d.Name ?? T["Untitled document"], Width: 40),
            new(T["Date"], d => d.Date, CellKind.Date, 12),
            new(T["Proposals"], d => d.Waiting, CellKind.Number, 12),
        ],
    };

    public static ListExport<LibraryProvision> Of(IEnumerable<LibraryProvision> waiting, LibraryDocument source, Text T) => new("proposals", T["Proposals"], waiting)
    {
        Columns =
        [
            new(T["Identifier of the paragraph"], p => p.Path, Width: 14),
            new(T["Paragraph"], p => T.Paragraph(p.Path), Width: 20),
            new(T["Words"], p => p.Text, Width: 80),
            new(T["Strength"], p => p.Strength, CellKind.Number, 10),
            new(T["Addressee"], p => T.AddresseesOf(p.Addressees), Width: 30),
            new(T["Due"], p => p.DueDate, CellKind.Date, 12),
        ],
        Source = source.Name ?? T["Untitled document"],
    };
}
