using System.Globalization;
using Cornerstone.Features.Library;
using Cornerstone.Languages;

namespace Cornerstone.Features.Commitments;

/// <summary>The list as a file for a spreadsheet.</summary>
internal static class CommitmentsCsv
{
    public static byte[] Write(IEnumerable<FollowedObligation> rows, Text T)
    {
        var text = new CsvText(
            T["Document"], T["Paragraph"], T["What"], T["Addressee"], T["Due"], T["Falls due again"], T["Delivered"],
            T["Status"], T["Days"], T["Responsible"], T["Conditions"], T["Platform id"]);
        foreach (var (obligation, source, deadline) in rows)
        {
            text.Add(
                source.Name, T.Paragraph(obligation.ProvisionPath), obligation.What, T.AddresseesOf(obligation.Addressees),
                Iso(deadline.Due), T.RecurrenceOf(obligation.Recurrence), Iso(deadline.Delivered), T.Of(deadline.Status),
                deadline.Days?.ToString(CultureInfo.InvariantCulture), obligation.Responsible,
                string.Join("; ", obligation.Conditions.Select(c => T[Texts.Conditions.NameOf(c)])), source.PlatformIdOf(obligation.ProvisionPath));
        }

        return text.ToBytes();
    }

    private static string? Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
