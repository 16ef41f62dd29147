using System.Text;
using System.Xml;

namespace Cornerstone.Iati;

/// <summary>
/// Writes a file of IATI 2.03, record by record, in the order its schema asks for. It writes what a record says and adds nothing: a record that
/// lacks what the schema requires stays lacking, and reading the file back gives the same record.
/// </summary>
public sealed class IatiWriter : IDisposable
{
    public const string Version = "2.03";

    private readonly XmlWriter xml;
    private readonly Writing.Pen pen;
    private readonly RecordKind kind;

    /// <param name="generated">The moment the file says it was made.</param>
    public IatiWriter(Stream stream, RecordKind kind, DateTimeOffset generated)
    {
        ArgumentNullException.ThrowIfNull(stream);

        this.kind = kind;
        // A carriage return in a text is written as a number, else it would come back as a line feed.
        xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n", NewLineHandling = NewLineHandling.Entitize });
        pen = new(xml);
        xml.WriteStartDocument();
        pen.Begin(kind == RecordKind.Activity ? "iati-activities" : "iati-organisations");
        pen.Attribute("version", Version);
        pen.Attribute("generated-datetime", generated);
    }

    public void Write(Activity activity)
    {
        ArgumentNullException.ThrowIfNull(activity);
        Require(RecordKind.Activity);

        Writing.ActivityWriting.Write(pen, activity);
    }

    public void Write(Organisation organisation)
    {
        ArgumentNullException.ThrowIfNull(organisation);
        Require(RecordKind.Organisation);

        Writing.OrganisationWriting.Write(pen, organisation);
    }

    /// <summary>Closes the list; the stream stays open.</summary>
    public void Dispose()
    {
        pen.End();
        xml.WriteEndDocument();
        xml.Dispose();
    }

    private void Require(RecordKind asked)
    {
        if (asked != kind) throw new InvalidOperationException("A file holds activities or organisations, not both.");
    }
}
