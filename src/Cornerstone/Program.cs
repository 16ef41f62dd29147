using System.CommandLine;
using Cornerstone;
using Cornerstone.Bill;
using Cornerstone.Data;
using Cornerstone.Data.Embedded;

Posix.KeepMemoryToItself();
var root = new RootCommand("Cornerstone: one shared record of security sector reform");
root.Subcommands.Add(ServeCommand.Serve());
root.Subcommands.Add(ServeCommand.Demo());
root.Subcommands.Add(BillCommand.Create());
root.Subcommands.Add(SupportCommand.Create());
foreach (var verb in Rooms.All.SelectMany(r => r.Verbs))
{
    root.Subcommands.Add(verb);
}

try
{
    var parsed = root.Parse(args);
    // Stopping in order takes as long as the database needs to write everything out; the default of two seconds would cut it off.
    var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeSpan.FromMinutes(1) });
    return parsed.Errors.Count > 0 ? ExitCodes.Refused : code;
}
catch (Exception refusal) when (refusal is RefusedException or DatabaseRefusedException or EmbeddedPostgresException)
{
    Console.Error.WriteLine(refusal.Message);
    return ExitCodes.Refused;
}
catch (OperationCanceledException)
{
    return ExitCodes.Done;
}
catch (Exception late) when (SaveAttempt.IsWaitOver(late))
{
    Console.Error.WriteLine("Somebody else holds what was to be changed. Look what is done, and go on when they are through.");
    return ExitCodes.Refused;
}
catch (Exception broken)
{
    Console.Error.WriteLine(broken);
    return ExitCodes.Broken;
}

/// <summary>0 done, 2 refused or bad input (message on standard error), 1 broken.</summary>
internal static class ExitCodes
{
    public const int Done = 0;
    public const int Broken = 1;
    public const int Refused = 2;
}
