using Cornerstone.Languages;
using Cornerstone.Sheets;
using Cornerstone.Workbooks;

namespace Cornerstone.Features.Commitments;

/// <summary>The list as a file.</summary>
internal static class CommitmentsExport
{
    public static ListExport<FollowedObligation> Of(IEnumerable<FollowedObligation> rows, IReadOnlyList<string> filters, Text T) => new("commitments", T["Commitments"], rows)
    {
        Columns =
        [
            new(T["Document"], f => f.Source.Name),
            new(T["Paragraph"], f => T.Paragraph(f.Obligation.ProvisionPath), Width: 18),
            new(T["What"], f => f.Obligation.What, Width: 60),
            new(T["{0} (code)", T["Addressee"]], f => string.Join("; ", f.Obligation.Addressees), Width: 18),
            new(T["Addressee"], f => T.AddresseesOf(f.Obligation.Addressees), Width: 28),
            new(T["Due"], f => f.Deadline.Due, CellKind.Date, 12),
            new(T["Falls due again"], f => T.RecurrenceOf(f.Obligation.Recurrence), Width: 18),
            new(T["Delivered"], f => f.Deadline.Delivered, CellKind.Date, 12),
            new(T["{0} (code)", T["Status"]], f => f.Deadline.Status.ToString(), Width: 14),
            new(T["Status"], f => T.Of(f.Deadline.Status), Width: 16),
            new(T["Days"], f => f.Deadline.Days, CellKind.Number, 8),
            new(T["Responsible"], f => f.Obligation.Responsible, Width: 28),
            new(T["Conditions"], f => string.Join("; ", f.Obligation.Conditions.Select(c => T[Texts.Conditions.NameOf(c)]))),
            new(T["Platform id"], f => f.Source.PlatformIdOf(f.Obligation.ProvisionPath), Width: 30),
        ],
        Filters = filters,
    };
}
