using System.Xml;
using System.Xml.Schema;

namespace Cornerstone.Iati.Tests;

/// <summary>The published schema of IATI 2.03, as .NET understands it.</summary>
internal static class OfficialSchema
{
    private static readonly Lazy<XmlSchemaSet> Schemas = new(Load);

    /// <summary>Why the schema refuses a file; empty when it does not.</summary>
    public static List<string> Refusals(byte[] file)
    {
        var refusals = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas.Value, DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };
        settings.ValidationEventHandler += (_, fault) => refusals.Add($"line {fault.Exception.LineNumber}: {fault.Message}");
        using var stream = new MemoryStream(file);
        using var reader = XmlReader.Create(stream, settings);
        try
        {
            // A root nobody declared is judged by nothing, and so by no fault.
            if (reader.MoveToContent() == XmlNodeType.Element && !Schemas.Value.GlobalElements.Contains(new XmlQualifiedName(reader.LocalName, reader.NamespaceURI))) refusals.Add($"no root is called {reader.Name}");
            while (reader.Read())
            {
            }
        }
        catch (XmlException fault)
        {
            refusals.Add(fault.Message);
        }

        return refusals;
    }

    private static XmlSchemaSet Load()
    {
        var schemas = new XmlSchemaSet { XmlResolver = null };
        // The two schemas include the common one; all are handed over by name, so that nothing is looked for anywhere else.
        foreach (var name in new[] { "xml.xsd", "iati-activities-schema.xsd", "iati-organisations-schema.xsd" })
        {
            schemas.XmlResolver = new Neighbours();
            schemas.Add(null, RealFiles.Below($"schemas/{name}"));
        }

        schemas.Compile();
        return schemas;
    }

    /// <summary>Files beside the schema, and no others.</summary>
    private sealed class Neighbours : XmlUrlResolver
    {
        public override object? GetEntity(Uri absoluteUri, string? role, Type? ofObjectToReturn) =>
            absoluteUri.IsFile ? base.GetEntity(absoluteUri, role, ofObjectToReturn) : throw new XmlException($"{absoluteUri} is not here.");
    }
}
