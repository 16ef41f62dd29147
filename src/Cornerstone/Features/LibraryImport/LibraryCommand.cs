using System.CommandLine;
using System.Text;
using Cornerstone.Texts;

namespace Cornerstone.Features.LibraryImport;

/// <summary>The verbs of the library: <c>parse</c>, <c>compare</c> and <c>akn</c> need no database, <c>import</c> does.</summary>
internal static class LibraryCommand
{
    private const string Forms = "Text, Markdown, PDF, DOCX or AKN4UN XML";

    public static Command Create() => new("library", "Read, compare and import United Nations documents")
    {
        Parse(),
        Compare(),
        Akn(),
        ImportCommand.Create(),
    };

    private static Command Parse()
    {
        var files = new Argument<string[]>("FILE") { Description = Forms, Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output (the only form there is)" };
        var command = new Command("parse", "Documents to structure, as JSON; several files give an array") { files, json };
        command.SetAction(parsed =>
        {
            var paths = parsed.GetValue(files)!;
            var documents = paths.Select(p => Read(p, parsed.InvocationConfiguration.Error)).OfType<UnDocument>().ToList();
            var output = parsed.InvocationConfiguration.Output;
            if (paths.Length > 1)
            {
                output.WriteLine(DocumentJson.Write(documents));
            }
            else if (documents.Count == 1)
            {
                output.WriteLine(DocumentJson.Write(documents[0]));
            }

            return documents.Count == paths.Length ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static Command Compare()
    {
        var first = new Argument<string>("A") { Description = "The earlier document" };
        var second = new Argument<string>("B") { Description = "The later document" };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output (the only form there is)" };
        var command = new Command("compare", "Aligned provisions with their relation and word-level differences, as JSON") { first, second, json };
        command.SetAction(parsed =>
        {
            var error = parsed.InvocationConfiguration.Error;
            var (a, b) = (Read(parsed.GetValue(first)!, error), Read(parsed.GetValue(second)!, error));
            if (a is null || b is null)
            {
                return ExitCodes.Refused;
            }

            parsed.InvocationConfiguration.Output.WriteLine(DocumentJson.Write(DocumentComparison.Compare(a, b)));
            return ExitCodes.Done;
        });
        return command;
    }

    private static Command Akn()
    {
        var file = new Argument<string>("FILE") { Description = Forms };
        var command = new Command("akn", "A document as AKN4UN XML on standard output") { file };
        command.SetAction(parsed =>
        {
            if (Read(parsed.GetValue(file)!, parsed.InvocationConfiguration.Error) is not { } document)
            {
                return ExitCodes.Refused;
            }

            using var xml = new MemoryStream();
            AknWriter.Write(document, xml);
            parsed.InvocationConfiguration.Output.WriteLine(Encoding.UTF8.GetString(xml.ToArray()));
            return ExitCodes.Done;
        });
        return command;
    }

    private static UnDocument? Read(string path, TextWriter error)
    {
        if (!File.Exists(path))
        {
            error.WriteLine($"{path}: there is no such file.");
            return null;
        }

        try
        {
            return ReadFile.Of(SourceFile.At(path), ImportLimits.FromEnvironment(), new PdfText()).Document;
        }
        catch (UnreadableDocumentException fault)
        {
            error.WriteLine($"{path}: {(fault.Place.Length > 0 ? fault.Place + ": " : "")}{fault.Message} ({fault.Rule})");
            return null;
        }
    }
}
