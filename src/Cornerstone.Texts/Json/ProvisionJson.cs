using System.Text.Json;

namespace Cornerstone.Texts;

internal static class ProvisionJson
{
    internal static void Write(Provision provision, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("id", provision.Id);
        writer.WriteString("kind", provision.Kind.ToString());
        writer.WriteString("number", provision.Number);
        writer.WriteString("parent", provision.Parent);
        writer.WriteTexts("leadVerbs", provision.LeadVerbs);
        writer.WriteWhole("strength", provision.Strength);
        writer.WriteString("text", provision.Text);
        writer.WriteList("references", provision.References, WriteReference);
        writer.WriteTexts("addressees", provision.Addressees);
        writer.WriteTexts("conditions", provision.Conditions);
        WriteDue(provision.Due, writer);
        writer.WriteTexts("themes", provision.Themes);
        writer.WriteBoolean("housekeeping", provision.IsHousekeeping);
        writer.WriteTexts("footnotes", provision.Footnotes);
        writer.WriteWhole("offset", provision.Offset);
        writer.WriteEndObject();
    }

    private static void WriteReference(Reference reference, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("written", reference.Written);
        writer.WriteString("symbol", reference.Symbol);
        writer.WriteString("status", reference.Status.ToString());
        writer.WriteNumber("start", reference.Start);
        writer.WriteEndObject();
    }

    private static void WriteDue(DueDate? due, Utf8JsonWriter writer)
    {
        if (due is null)
        {
            writer.WriteNull("due");
            return;
        }

        writer.WriteStartObject("due");
        writer.WriteDay("date", due.Date);
        writer.WriteString("precision", due.Precision.ToString());
        writer.WriteString("written", due.Written);
        writer.WriteEndObject();
    }
}
