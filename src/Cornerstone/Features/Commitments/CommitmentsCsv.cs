using System.Globalization;
using System.Text;
using Cornerstone.Languages;

namespace Cornerstone.Features.Commitments;

/// <summary>The list as a file for a spreadsheet: with byte-order mark, so that Excel reads Arabic, and with no cell it would run.</summary>
internal static class CommitmentsCsv
{
    public static byte[] Write(IEnumerable<FollowedObligation> rows, Text T)
    {
        var text = new StringBuilder();
        Line(text, T["Document"], T["Paragraph"], T["What"], T["Addressee"], T["Due"], T["Falls due again"], T["Delivered"], T["Status"], T["Days"], T["Responsible"], T["Conditions"], T["Platform id"]);
        foreach (var (obligation, source, deadline) in rows)
        {
            Line(
                text, source.Name ?? "", T.Paragraph(obligation.ProvisionPath), obligation.What, T.AddresseesOf(obligation.Addressees),
                Iso(deadline.Due), T.RecurrenceOf(obligation.Recurrence) ?? "", Iso(deadline.Delivered), T.Of(deadline.Status),
                deadline.Days?.ToString(CultureInfo.InvariantCulture) ?? "", obligation.Responsible ?? "",
                string.Join("; ", obligation.Conditions.Select(c => T[Texts.Conditions.NameOf(c)])), source.PlatformIdOf(obligation.ProvisionPath) ?? "");
        }

        return [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    private static void Line(StringBuilder text, params IEnumerable<string> cells) => text.AppendJoin(',', cells.Select(Cell)).Append("\r\n");

    // A cell that opens with one of these is a formula to a spreadsheet: an apostrophe makes it text again.
    private static string Cell(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    private static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
