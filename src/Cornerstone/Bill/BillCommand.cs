using System.CommandLine;

namespace Cornerstone.Bill;

/// <summary><c>bill [FILE]</c>: the bill of materials, to a file or to standard output. Needs no database.</summary>
internal static class BillCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo?>("FILE") { Arity = ArgumentArity.ZeroOrOne, Description = "Where to write it; standard output when left out" };
        var command = new Command("bill", "Write what this program is made of (CycloneDX 1.6 JSON)") { file };
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(file) is { } target)
            {
                File.WriteAllText(target.FullName, BillOfMaterials.Write());
            }
            else
            {
                parsed.InvocationConfiguration.Output.Write(BillOfMaterials.Write());
            }

            return ExitCodes.Done;
        });
        return command;
    }
}
