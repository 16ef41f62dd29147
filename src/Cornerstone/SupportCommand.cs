using System.CommandLine;
using System.Text;
using Cornerstone.Features.SupportImport;
using Cornerstone.Features.SupportSheets;
using Cornerstone.Iati;

namespace Cornerstone;

/// <summary>The verb <c>support</c>: what a file of aid flows holds and what is wrong with it, which needs no database, and bringing it in.</summary>
internal static class SupportCommand
{
    private const int FindingsOfARule = 100;

    public static Command Create() => new("support", "Files about who supports what, with what money") { Read(), ImportCommand.Create(new NamedTables()) };

    private static Command Read()
    {
        var files = new Argument<string[]>("FILE") { Description = "Activity or organisation files of IATI 1.01 to 2.03", Arity = ArgumentArity.OneOrMore };
        var json = new Option<bool>("--json") { Description = "One JSON document on standard output: an array, one object for each file" };
        var findings = new Option<int>("--findings") { Description = "How many findings of each rule are told in words; all are counted", DefaultValueFactory = _ => FindingsOfARule };
        var command = new Command("read", "Counts, exact sums and findings of each file") { files, json, findings };
        command.SetAction(parsed =>
        {
            var options = new IatiOptions { Now = TimeProvider.System.GetUtcNow(), FindingsOfARule = Math.Max(parsed.GetValue(findings), 0) };
            var (output, error) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
            var refused = 0;
            var summaries = new List<FlowSummary>();
            foreach (var path in parsed.GetValue(files)!)
            {
                if (Read(path, options, error, ref refused) is { } summary) summaries.Add(summary);
            }

            Write(summaries, parsed.GetValue(json), output);
            return refused == 0 ? ExitCodes.Done : ExitCodes.Refused;
        });
        return command;
    }

    private static FlowSummary? Read(string path, IatiOptions options, TextWriter error, ref int refused)
    {
        try
        {
            using var stream = new FileStream(path, new FileStreamOptions { Options = FileOptions.SequentialScan, BufferSize = 0 });
            return FlowSummary.Of(path, stream, options);
        }
        catch (UnreadableIatiException refusal)
        {
            refused++;
            error.WriteLine($"{path}: line {refusal.Line}: {refusal.Message} ({refusal.Rule})");
            return FlowSummary.Refused(path, refusal);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            refused++;
            error.WriteLine($"{path}: the file cannot be read: {fault.Message}");
            return null;
        }
    }

    private static void Write(List<FlowSummary> summaries, bool asJson, TextWriter output)
    {
        if (!asJson)
        {
            foreach (var summary in summaries) SummaryTable.Write(summary, output);
            return;
        }

        using var document = new MemoryStream();
        SummaryJson.Write(summaries, document);
        output.WriteLine(Encoding.UTF8.GetString(document.GetBuffer(), 0, (int)document.Length));
    }
}
