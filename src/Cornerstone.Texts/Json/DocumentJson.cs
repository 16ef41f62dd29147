using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Cornerstone.Texts;

/// <summary>
/// Documents and comparisons as JSON: names in camelCase, what is absent is null and never missing,
/// so that a reader of one document knows the fields of all.
/// </summary>
public static class DocumentJson
{
    // Letters of all scripts stay readable; only what could end a script or tag is escaped.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static string Write(UnDocument document) => Text(writer => Write(document, writer));

    /// <summary>Several documents give an array.</summary>
    public static string Write(IEnumerable<UnDocument> documents) => Text(writer => Write(documents, writer));

    public static string Write(Comparison comparison) => Text(writer => Write(comparison, writer));

    public static void Write(UnDocument document, Stream stream) => Into(stream, writer => Write(document, writer));

    public static void Write(IEnumerable<UnDocument> documents, Stream stream) => Into(stream, writer => Write(documents, writer));

    public static void Write(Comparison comparison, Stream stream) => Into(stream, writer => Write(comparison, writer));

    public static void Write(IEnumerable<UnDocument> documents, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(documents);
        ArgumentNullException.ThrowIfNull(writer);

        writer.WriteStartArray();
        foreach (var document in documents) Write(document, writer);
        writer.WriteEndArray();
    }

    public static void Write(UnDocument document, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(document);
        ArgumentNullException.ThrowIfNull(writer);

        writer.WriteStartObject();
        writer.WriteString("symbol", document.Symbol);
        writer.WriteTexts("aliases", document.Aliases);
        writer.WriteString("kind", document.Kind.ToString());
        writer.WriteString("title", document.Title);
        writer.WriteDay("date", document.Date);
        writer.WriteString("language", document.Language);
        writer.WriteTexts("sponsors", document.Sponsors);
        WriteVote(document.Vote, writer);
        writer.WritePropertyName("parts");
        Write(document.Parts, writer);
        writer.WriteList("provisions", document.Provisions, ProvisionJson.Write);
        writer.WriteList("findings", document.Findings, WriteFinding);
        WriteMetadata(document.Metadata, writer);
        writer.WriteEndObject();
    }

    public static void Write(Comparison comparison, Utf8JsonWriter writer)
    {
        ArgumentNullException.ThrowIfNull(comparison);
        ArgumentNullException.ThrowIfNull(writer);

        writer.WriteStartObject();
        WriteSide("left", comparison.Left, writer);
        WriteSide("right", comparison.Right, writer);
        writer.WriteStartObject("counts");
        foreach (var relation in Enum.GetValues<ProvisionRelation>())
        {
            writer.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(relation.ToString()), comparison.Links.Count(link => link.Relation == relation));
        }

        writer.WriteEndObject();
        writer.WriteList("links", comparison.Links, WriteLink);
        writer.WriteEndObject();
    }

    private static void WriteSide(string name, UnDocument document, Utf8JsonWriter writer)
    {
        writer.WriteStartObject(name);
        writer.WriteString("symbol", document.Symbol);
        writer.WriteString("kind", document.Kind.ToString());
        writer.WriteString("title", document.Title);
        writer.WriteDay("date", document.Date);
        writer.WriteString("language", document.Language);
        writer.WriteEndObject();
    }

    private static void WriteLink(ProvisionLink link, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("relation", link.Relation.ToString());
        writer.WriteTexts("left", link.Left);
        writer.WriteTexts("right", link.Right);
        writer.WriteNumber("similarity", link.Similarity);
        writer.WriteList("words", link.Words, static (run, writer) =>
        {
            writer.WriteStartObject();
            writer.WriteString("change", run.Change.ToString());
            writer.WriteString("text", run.Text);
            writer.WriteEndObject();
        });
        writer.WriteEndObject();
    }

    private static void WriteVote(Vote? vote, Utf8JsonWriter writer)
    {
        if (vote is null)
        {
            writer.WriteNull("vote");
            return;
        }

        writer.WriteStartObject("vote");
        writer.WriteTexts("for", vote.For);
        writer.WriteTexts("against", vote.Against);
        writer.WriteTexts("abstain", vote.Abstain);
        writer.WriteTexts("absent", vote.Absent);
        writer.WriteEndObject();
    }

    private static void WriteFinding(Finding finding, Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.Rule);
        writer.WriteString("severity", finding.Severity.ToString());
        writer.WriteString("at", finding.At);
        writer.WriteString("message", finding.Message);
        writer.WriteEndObject();
    }

    private static void WriteMetadata(DocumentMetadata metadata, Utf8JsonWriter writer)
    {
        writer.WriteStartObject("metadata");
        writer.WriteString("distribution", metadata.Distribution);
        writer.WriteString("jobNumber", metadata.JobNumber);
        writer.WriteString("agendaItem", metadata.AgendaItem);
        writer.WriteString("draftSymbol", metadata.DraftSymbol);
        writer.WriteString("meetingSymbol", metadata.MeetingSymbol);
        writer.WriteString("originalLanguage", metadata.OriginalLanguage);
        writer.WriteTexts("subjects", metadata.Subjects);
        writer.WriteEndObject();
    }

    private static string Text(Action<Utf8JsonWriter> write)
    {
        using var memory = new MemoryStream();
        Into(memory, write);
        return Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length);
    }

    private static void Into(Stream stream, Action<Utf8JsonWriter> write)
    {
        ArgumentNullException.ThrowIfNull(stream);

        using var writer = new Utf8JsonWriter(stream, Readable);
        write(writer);
    }
}
